"""Letters about places beside the home and periods abroad, in both languages, word for word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core import mail

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements.models import Arrangement, OtherPlace, StayAbroad
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.agreements.abroad import Side
from hjemmedag.core.people.homes import Address
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

WHEN = {"now": NOW, "today": TODAY}
SITE = "http://localhost:8000"


def received(person: Employee, language: str) -> str:
    """The one letter that waits for a person, delivered."""
    person.language = language
    person.save()
    Message.objects.exclude(recipient=person.pk, template__regex="/(place|stay)_").delete()
    mail.outbox.clear()
    assert actions.deliver(now=NOW, moment=NOW) == 1
    [message] = mail.outbox
    return f"{message.subject}\n{message.body}"


@pytest.fixture
def place(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> OtherPlace:
    """Anna has asked for a summer house."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    wanted = agreements.WantedPlace(
        "Sommerhuset", Address("Strandvejen 9", "8420", "Knebel"), "stuen", date(2026, 12, 1)
    )
    return agreements.ask_for_place(arrangement=arrangement.pk, wanted=wanted, actor=anna.pk, **WHEN, rulebook=load())


@pytest.fixture
def stay(anna: Employee, bo: Employee, gry: Employee) -> StayAbroad:
    """Anna has asked for two weeks in Spain."""
    wanted = agreements.WantedStay("ES", date(2027, 1, 4), date(2027, 1, 15))
    return agreements.ask_for_stay(employee=anna.pk, wanted=wanted, **WHEN, rulebook=load())


PLACE_ASKED = {
    "da": """\
Svar på et ønske om et andet arbejdssted
Hej Bo

Anna Test vil gerne kunne arbejde et andet sted end hjemme. Svar senest mandag 7. december 2026.

Læs og svar her:
{link}
""",
    "en": """\
Answer a wish for another place of work
Hello Bo

Anna Test would like to be able to work at another place than home. Answer by Monday 7 December 2026.

Read and answer here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_manager_hears_of_a_place_asked_for(place: OtherPlace, bo: Employee, language: str) -> None:
    assert received(bo, language) == PLACE_ASKED[language].format(link=f"{SITE}/steder/{place.pk}/")


PLACE_AGREED = {
    "da": """\
Dit andet arbejdssted er aftalt
Hej Anna

Du kan arbejde her fra tirsdag 1. december 2026: Sommerhuset. Vilkårene står på siden, som du kan gemme og skrive ud. \
Husk at vurdere stedet som arbejdsplads.

Læs det her:
{link}
""",
    "en": """\
Your other place of work is agreed
Hello Anna

You can work here from Tuesday 1 December 2026: Sommerhuset. The terms are on the page, which you can store and print. \
Remember to assess the place as a workplace.

Read it here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_employee_has_a_yes_in_writing(place: OtherPlace, anna: Employee, bo: Employee, language: str) -> None:
    agreements.approve_place(place=place.pk, actor=bo.pk, **WHEN)
    assert received(anna, language) == PLACE_AGREED[language].format(link=f"{SITE}/steder/{place.pk}/")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Du har fået et nej om Sommerhuset. Begrundelsen står på siden."),
        ("en", "The answer about Sommerhuset is no. The reason is on the page."),
    ],
)
def test_the_employee_hears_of_a_no(place: OtherPlace, anna: Employee, bo: Employee, language: str, said: str) -> None:
    agreements.refuse_place(place=place.pk, actor=bo.pk, reason="Intet net.", now=NOW)
    assert said in received(anna, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Sommerhuset er arbejdssted for Anna Test til og med torsdag 10. december 2026."),
        ("en", "Sommerhuset is a place of work for Anna Test up to and including Thursday 10 December 2026."),
    ],
)
def test_the_other_side_hears_of_an_end(
    place: OtherPlace, anna: Employee, bo: Employee, language: str, said: str
) -> None:
    agreements.approve_place(place=place.pk, actor=bo.pk, **WHEN)
    Message.objects.all().delete()
    agreements.end_place(place=place.pk, last=date(2026, 12, 10), actor=bo.pk, **WHEN)
    assert said in received(anna, language)


STAY_ASKED = {
    "da": """\
Svar på et ønske om at arbejde fra udlandet
Hej Bo

Anna Test vil gerne arbejde fra udlandet mandag 4. januar 2027 til fredag 15. januar 2027. \
Svar senest mandag 7. december 2026. IT-sikkerhed svarer også.

Læs og svar her:
{link}
""",
    "en": """\
Answer a wish to work from abroad
Hello Bo

Anna Test would like to work from abroad from Monday 4 January 2027 to Friday 15 January 2027. \
Answer by Monday 7 December 2026. IT security answers too.

Read and answer here:
{link}
""",
}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_manager_hears_of_a_period_abroad(stay: StayAbroad, bo: Employee, language: str) -> None:
    assert received(bo, language) == STAY_ASKED[language].format(link=f"{SITE}/udlandet/{stay.pk}/")


@pytest.mark.parametrize(
    ("approved", "language", "said"),
    [
        (
            True,
            "da",
            "Du kan arbejde fra udlandet mandag 4. januar 2027 til fredag 15. januar 2027. Betingelserne står",
        ),
        (True, "en", "You can work from abroad from Monday 4 January 2027 to Friday 15 January 2027. The conditions"),
        (False, "da", "Du kan ikke arbejde fra udlandet i de dage, du bad om. Begrundelsen står på siden."),
        (False, "en", "You can’t work from abroad on the days you asked for. The reason is on the page."),
    ],
)
def test_the_employee_hears_when_both_have_answered(
    stay: StayAbroad, anna: Employee, bo: Employee, gry: Employee, approved: bool, language: str, said: str
) -> None:
    agreements.answer_stay(stay=stay.pk, side=Side.MANAGER, actor=bo.pk, approved=True, **WHEN)
    Message.objects.filter(recipient=bo.pk).delete()
    agreements.answer_stay(stay=stay.pk, side=Side.IT, actor=gry.pk, approved=approved, words="Ja.", **WHEN)
    assert said in received(anna, language)
