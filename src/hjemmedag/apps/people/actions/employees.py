"""Taking someone on, and correcting who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.employments import Conditions, begin
from hjemmedag.apps.people.actions.memberships import enter
from hjemmedag.apps.people.actions.moved import tell_old_addresses
from hjemmedag.apps.people.actions.reporting import put_under
from hjemmedag.apps.people.actions.serving import locked
from hjemmedag.apps.people.models import Employee, LegalEntity, Team
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who someone is. People from outside, an auditor for one, have no number."""

    number: str | None
    first_name: str
    last_name: str
    email: str
    language: str = Employee.Language.DANISH


@transaction.atomic
def hire(
    *,
    who: Identity,
    legal_entity: LegalEntity,
    conditions: Conditions,
    starts: date,
    last_day: date | None = None,
    team: Team | None,
    manager: int | None,
    actor: int | None,
    now: datetime,
) -> Employee:
    """Take someone on, with an employment, a team and a manager from the first day."""
    person = _write(_unknown(now), who)
    changes = begin(person, legal_entity, conditions, starts=starts, last_day=last_day)
    until = Period.through(None, last_day).end
    if team is not None:
        changes += enter(person, team, on=starts, until=until)
    if manager is not None:
        changes += put_under(person, locked(manager), on=starts, until=until)
    audit.record(
        action="people.hire",
        actor=actor,
        now=now,
        subject=person,
        about=person.pk,
        data={"starts": starts.isoformat()},
        rows=[person, *changes.written],
    )
    return person


@transaction.atomic
def welcome(*, who: Identity, actor: int | None, now: datetime) -> Employee:
    """Make someone from outside known, so that a role can be given to them: an auditor, a consultant, the first HR."""
    person = _write(_unknown(now), who)
    audit.record(action="people.welcome", actor=actor, now=now, subject=person, about=person.pk, rows=[person])
    return person


@transaction.atomic
def correct(*, employee: int, who: Identity, actor: int, now: datetime) -> Employee:
    """Correct name, number, e-mail or language: what was wrong before isn't kept as history."""
    person = locked(employee)
    before = {name: getattr(person, name) for name in Identity.__dataclass_fields__}
    _write(person, who)
    if person.email != before["email"]:
        tell_old_addresses({person.pk: before["email"]}, actor=actor, now=now)
    after = {name: getattr(person, name) for name in before}
    changed = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    if changed:
        audit.record(
            action="people.correct", actor=actor, now=now, subject=person, about=person.pk, data=changed, rows=[person]
        )
    return person


def _unknown(now: datetime) -> Employee:
    """Someone who has not chosen a password yet."""
    person = Employee(created_at=now)
    person.set_unusable_password()
    return person


def _write(person: Employee, who: Identity) -> Employee:
    person.number = who.number or None
    person.first_name, person.last_name = who.first_name, who.last_name
    person.email, person.language = who.email, who.language
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise Refused(_taken(person)) from None
    return person


def _taken(person: Employee) -> str:
    others = Employee.objects.exclude(pk=person.pk)
    if other := others.filter(number=person.number).exclude(number=None).first():
        return _("%(name)s already has number %(number)s. Give another one.") % {
            "name": other.name, "number": person.number
        }  # fmt: skip
    owner = others.filter(email=person.email).first()
    return _("%(name)s already has the address %(email)s. Give another one.") % {
        "name": owner.name if owner else "", "email": person.email
    }  # fmt: skip
