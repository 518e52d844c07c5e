"""Accounts: links with which a person chooses a password, invitations, and ending sign-ins elsewhere."""

from __future__ import annotations

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import int_to_base36
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.serving import locked
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.refusals import Refused


def password_link(person: Employee) -> str:
    """An address where this person chooses a password: once, within `PASSWORD_RESET_TIMEOUT` seconds."""
    key = default_token_generator.make_token(person)
    return settings.SITE_URL + reverse("account_reset_password_from_key", args=[int_to_base36(person.pk), key])


def send_password_link(*, email: str, language: str, today: date) -> None:
    """Send the link to whoever has this address; to a stranger's address, that nobody here has it.

    A mail goes at once and either way, so neither the answer nor its time tells who has an account. Raises `OSError`
    when the mail server doesn't take it.
    """
    person = queries.belonging(today).filter(email=email.lower()).first()
    if person is None:
        name, facts = "password_unknown", {"url": settings.SITE_URL}
    else:
        name, language, facts = (
            "password_link",
            person.language,
            {"name": person.first_name, "url": password_link(person)},
        )
    with translation.override(language):
        subject, _rule, body = render_to_string(f"people/mail/{name}.{language}.txt", facts).partition("\n")
    EmailMessage(subject.strip(), body.strip() + "\n", to=[email]).send()


@transaction.atomic
def invite(*, employee: int, actor: int | None, now: datetime) -> None:
    """Invite somebody to sign in for the first time, once a day at most. The link is made when the mail is sent."""
    person = locked(employee)
    said = {"name": person.name}
    today = timezone.localdate(now)
    if person.last_login is not None:
        raise Refused(_("%(name)s has signed in before. A new password is asked for on the sign-in page.") % said)
    if not queries.belongs(person.pk, today):
        raise Refused(_("%(name)s has no employment and no role here, so there is nothing to sign in to.") % said)
    last = queries.invited_at(person.pk)
    if last is not None and timezone.localdate(last) == today:
        raise Refused(_("%(name)s was invited earlier today. The link works for three days.") % said)
    outbox.write(
        [
            outbox.Letter(
                key=f"people.invitation:{person.pk}:{today}",
                recipient=person.pk,
                template="people/mail/invitation",
            )
        ],
        now=now,
    )
    audit.record(action="people.invite", actor=actor, now=now, subject=person, about=person.pk)


@transaction.atomic
def reset_sign_in(*, employee: int, actor: int, now: datetime) -> None:
    """For somebody who has lost the second step: its means are gone, every session ends, and a mail asks to begin anew.

    Raises `Refused` for oneself: whoever can ask is signed in and changes it on their own page.
    """
    person = locked(employee)
    if employee == actor:
        raise Refused(_("You change your own second step under “Sign-in and security”."))
    if not queries.belongs(person.pk, timezone.localdate(now)):
        said = {"name": person.name}
        raise Refused(_("%(name)s has no employment and no role here, so there is nothing to sign in to.") % said)
    Authenticator.objects.filter(user=person).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
    letter = outbox.Letter(
        key=f"people.reset:{person.pk}:{now.timestamp()}",
        recipient=person.pk,
        template="people/mail/reset",
        facts={"employee": actor},
    )
    outbox.write([letter], now=now)
    audit.record(action="people.reset_sign_in", actor=actor, now=now, subject=person, about=person.pk)


@transaction.atomic
def end_other_sign_ins(*, employee: int, password: str | None, now: datetime) -> Employee:
    """End every session of this person: the caller lets the one in use go on. `password` is the one they have, if any.

    A session is bound to the stored password; the same one stored anew, with another salt, ends them all.
    """
    person = locked(employee)
    if password is None:
        person.set_unusable_password()
    else:
        person.set_password(password)
    person.save(update_fields=["password"])
    audit.record(action="people.end_sign_ins", actor=person.pk, now=now, subject=person, about=person.pk)
    return person
