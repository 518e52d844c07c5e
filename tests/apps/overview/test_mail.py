"""Every mail in both languages, word for word."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements import queries as agreement_queries
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions
from hjemmedag.apps.people import actions as people
from hjemmedag.apps.security import actions as security
from tests.conftest import NOW, TODAY

SOURCE = Path(__file__).resolve().parents[3] / "src" / "hjemmedag" / "apps"
SITE = "http://localhost:8000"
TESTED = {
    "agreements/mail/change_agreed",
    "agreements/mail/change_asked",
    "agreements/mail/change_refused",
    "agreements/mail/closed",
    "agreements/mail/day_answered",
    "agreements/mail/day_asked",
    "agreements/mail/day_moved",
    "agreements/mail/day_withdrawn",
    "agreements/mail/habit",
    "agreements/mail/offered",
    "agreements/mail/place_answered",
    "agreements/mail/place_asked",
    "agreements/mail/place_ended",
    "agreements/mail/refused",
    "agreements/mail/second_answer",
    "agreements/mail/second_look",
    "agreements/mail/stay_answered",
    "agreements/mail/stay_asked",
    "agreements/mail/submitted",
    "documents/mail/closed",
    "documents/mail/complete",
    "equipment/mail/handed_over",
    "equipment/mail/received",
    "overview/mail/reminder",
    "overview/mail/welcome_back",
    "people/mail/invitation",
    "people/mail/moved",
    "people/mail/reset",
    "policy/mail/dialogue",
    "policy/mail/hearing",
    "security/mail/measure",
    "workplaces/mail/injury_told",
    "workplaces/mail/new_handler",
    "workplaces/mail/visit_answered",
    "workplaces/mail/visit_withdrawn",
}
AT_ONCE = {"people/mail/password_link", "people/mail/password_unknown"}
"""Sent without the outbox, and tested with signing in."""


def test_every_text_is_there_in_both_languages_and_tested():
    texts = {
        str(path.relative_to(path.parents[2])).removesuffix(".txt") for path in SOURCE.glob("*/templates/*/mail/*")
    }
    assert texts == {f"{name}.{language}" for name in TESTED | AT_ONCE for language in ("da", "en")}


@pytest.fixture
def speak() -> Callable[..., None]:
    """`speak("en", anna, bo)`: they are written to in English."""

    def speak(language: str, *them) -> None:
        for person in them:
            person.language = language
            person.save()

    return speak


def received(person) -> EmailMessage:
    """The one mail that waits for a person, delivered."""
    Message.objects.exclude(recipient=person.pk).delete()
    mail.outbox.clear()
    assert actions.deliver(now=NOW, moment=NOW) == 1
    [message] = mail.outbox
    assert message.to == [person.email]
    return message


def text(message: EmailMessage) -> str:
    return f"{message.subject}\n{message.body}"


SUBMITTED = {
    "da": """\
Anna Test søger om hjemmearbejde
Hej Bo

Anna Test har søgt om en fast hjemmearbejdsordning. Svar skriftligt med en begrundelse senest mandag 7. december 2026.

Læs og svar her:
{link}
""",
    "en": """\
Anna Test asks to work from home
Hello Bo

Anna Test has asked for a fixed home-working arrangement. Answer in writing, with a reason, by Monday 7 December 2026.

Read and answer here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_manager_hears_of_an_application(anna, bo, dorte, apply, speak, language: str):
    speak(language, bo)
    application = apply(anna)
    link = f"{SITE}/ansoegninger/{application.pk}/"
    assert text(received(bo)) == SUBMITTED[language].format(link=link)


REFUSED = {
    "da": """\
Din ansøgning om hjemmearbejde er besvaret
Hej Anna

Din leder har svaret på din ansøgning. Du kan læse svaret og begrundelsen her:
{link}
""",
    "en": """\
Your application to work from home is answered
Hello Anna

Your manager has answered your application. Read the answer and the reason here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_employee_hears_of_a_no(anna, bo, dorte, apply, speak, language: str):
    speak(language, anna)
    application = apply(anna)
    agreements.refuse(application=application.pk, actor=bo.pk, reason="Opgaverne er i laboratoriet.", now=NOW)
    assert text(received(anna)) == REFUSED[language].format(link=f"{SITE}/ansoegninger/{application.pk}/")


OFFERED = {
    "da": """\
Dit kontrakttillæg er klar til underskrift
Hej Anna

Dit ønske om hjemmearbejde er godkendt. Tillægget gælder fra tirsdag 1. december 2026. \
Læs det, og skriv under inden da. Tilbuddet gælder til og med mandag 14. december 2026.

Dit tillæg:
{link}
""",
    "en": """\
Your contract addendum is ready to sign
Hello Anna

Your wish to work from home is approved. The addendum applies from Tuesday 1 December 2026. \
Read it and sign before then. The offer stands through Monday 14 December 2026.

Your addendum:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_employee_hears_of_a_yes(anna, bo, dorte, offer, speak, language: str):
    speak(language, anna)
    [document] = agreement_queries.documents_of(offer(anna, by=bo))
    assert text(received(anna)) == OFFERED[language].format(link=f"{SITE}/dokumenter/{document}/")


COMPLETE = {
    "da": """\
Kontrakttillægget er underskrevet af alle
Hej {to}

Tillægget for Anna Test er underskrevet af alle. Du kan hente det her sammen med beviset for underskrifterne:
{link}
""",
    "en": """\
The contract addendum is signed by all
Hello {to}

The addendum for Anna Test is signed by all. You can download it here, with the evidence of the signatures:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_both_parties_hear_that_all_have_signed(anna, bo, dorte, offer, sign, speak, language: str):
    speak(language, anna, dorte)
    arrangement = offer(anna, by=bo)
    sign(arrangement)
    [document] = agreement_queries.documents_of(arrangement)
    Message.objects.exclude(template="documents/mail/complete").delete()
    recipients = {anna.pk: "Anna", dorte.pk: "Dorte"}
    assert set(Message.objects.values_list("recipient", flat=True)) == set(recipients)
    actions.deliver(now=NOW, moment=NOW)
    link = f"{SITE}/dokumenter/{document}/"
    assert sorted(text(message) for message in mail.outbox) == sorted(
        COMPLETE[language].format(to=to, link=link) for to in recipients.values()
    )


CLOSED = {
    "da": """\
Kontrakttillægget bliver ikke underskrevet
Hej Dorte

Tillægget for Anna Test er lukket uden underskrift. Begrundelsen står her:
{link}
""",
    "en": """\
The contract addendum will not be signed
Hello Dorte

The addendum for Anna Test is closed unsigned. The reason stands here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_other_side_hears_that_someone_will_not_sign(anna, bo, dorte, offer, speak, language: str):
    speak(language, dorte)
    [document] = agreement_queries.documents_of(offer(anna, by=bo))
    documents.decline(document=document, actor=anna.pk, reason="Jeg flytter.", now=NOW)
    assert text(received(dorte)) == CLOSED[language].format(link=f"{SITE}/dokumenter/{document}/")


REMINDER = {
    "da": """\
Svar på ansøgningen fra Anna Test
Hej Bo

Du svarer skriftligt og med en begrundelse.
Fristen er mandag 7. december 2026.

Gør det her:
{link}
""",
    "en": """\
Answer Anna Test’s application
Hello Bo

Your answer is in writing and gives a reason.
It is due on Monday 7 December 2026.

Do it here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_reminder_says_what_why_by_when_and_where(anna, bo, dorte, apply, speak, language: str):
    speak(language, bo)
    application = apply(anna)
    Message.objects.all().delete()
    actions.remind(on=application.answer_by, now=NOW)
    assert text(received(bo)) == REMINDER[language].format(link=f"{SITE}/ansoegninger/{application.pk}/")


MOVED = {
    "da": """\
Din mailadresse i hjemmedag er ændret
Hej Anna

{who} har ændret den mailadresse, du logger ind med. Denne adresse virker ikke længere. Log ind med den nye her:
http://localhost:8000/

Er ændringen ikke rigtig, så sig det til HR eller IT med det samme.
""",
    "en": """\
Your e-mail address in hjemmedag was changed
Hello Anna

{who} has changed the e-mail address you sign in with. This one no longer works. Sign in with the new one here:
http://localhost:8000/

If the change is not right, tell HR or IT at once.
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_old_address_hears_who_has_put_another_in_its_place_at_once(anna, dorte, speak, language: str):
    speak(language, anna)
    who = people.Identity(
        number=anna.number, first_name="Anna", last_name="Test", email="ny@proeve.example", language=language
    )
    people.correct(employee=anna.pk, who=who, actor=dorte.pk, now=NOW)
    sunday = NOW + timedelta(days=6)
    assert actions.deliver(now=sunday, moment=sunday) == 1
    [message] = mail.outbox
    assert message.to == ["anna@proeve.example"]
    assert text(message) == MOVED[language].format(who="Dorte Test")


@pytest.mark.parametrize(("language", "who"), [("da", "En ny medarbejderliste"), ("en", "A new staff list")])
def test_the_old_address_hears_of_a_list_taken_in_by_a_command(anna, speak, language: str, who: str):
    from hjemmedag.apps.people.actions.moved import tell_old_addresses

    speak(language, anna)
    tell_old_addresses({anna.pk: anna.email}, actor=None, now=NOW)
    assert text(received(anna)) == MOVED[language].format(who=who)


INVITATION = {
    "da": """\
Velkommen til hjemmedag
Hej Anna

Din arbejdsplads bruger hjemmedag til aftaler om hjemmearbejde. Vælg en adgangskode her inden for tre dage:
{link}

Linket virker én gang. Når du logger ind første gang, beder vi om et trin mere, for eksempel en kode fra din telefon. \
Er linket for gammelt, kan du bede om et nyt på siden, det fører til.
""",
    "en": """\
Welcome to hjemmedag
Hello Anna

Your workplace uses hjemmedag for agreements on working from home. Choose a password here within three days:
{link}

The link works once. When you first sign in we ask for one more step, such as a code from your phone. \
If the link is too old, ask for a new one on the page it leads to.
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_invitation_holds_the_link_to_choose_a_password(anna, dorte, speak, language: str):
    speak(language, anna)
    people.invite(employee=anna.pk, actor=dorte.pk, now=NOW)
    assert Message.objects.get().facts == {}
    link = people.password_link(anna)
    assert link.startswith(f"{SITE}/konto/adgangskode/valg/")
    assert text(received(anna)) == INVITATION[language].format(link=link)
    assert NOW.date() == TODAY


RESET = {
    "da": """\
Begynd forfra med dit login
Hej Anna

Dorte Test har nulstillet dit login, fordi du manglede dit ekstra trin. Vælg en ny adgangskode her inden for tre dage:
{link}

Derefter beder vi dig sætte det ekstra trin op igen. Har du ikke bedt om det, så sig det til HR eller IT med det samme.
""",
    "en": """\
Begin anew with your sign-in
Hello Anna

Dorte Test has reset your sign-in because you had lost your second step. Choose a new password here within three days:
{link}

After that we ask you to set up the second step again. If you didn't ask for this, tell HR or IT at once.
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_sign_in_that_is_reset_says_who_did_it_and_how_to_begin_anew(anna, dorte, speak, language: str):
    speak(language, anna)
    people.reset_sign_in(employee=anna.pk, actor=dorte.pk, now=NOW)
    anna.refresh_from_db()
    assert text(received(anna)) == RESET[language].format(link=people.password_link(anna))


MEASURE = {
    "da": """\
Nye tal, som din arbejdsplads vil se
Hej Anna

Fra mandag 30. november 2026 vil virksomheden se, hvor stor en del af arbejdstiden der arbejdes hjemme, afdeling for \
afdeling. Ingen enkeltpersoner vises, og små grupper skjules.

Hvorfor: Plads på kontoret

Læs mere, og se, hvem du kan spørge:
http://localhost:8000/kontrol/
""",
    "en": """\
New figures that your workplace will see
Hello Anna

From Monday 30 November 2026 the company will see how much of the working time is worked at home, department by \
department. No single person is shown, and small groups are hidden.

Why: Plads på kontoret

Read more, and see whom you can ask:
http://localhost:8000/kontrol/
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_everyone_hears_of_figures_before_they_are_seen(anna, dorte, speak, language: str):
    speak(language, anna)
    week_from_now = TODAY + timedelta(days=7)
    said = {"kind": "place_shares", "purpose": "Plads på kontoret", "starts": week_from_now}
    security.announce(**said, actor=dorte.pk, today=TODAY, now=NOW)
    assert text(received(anna)) == MEASURE[language]
