"""Employments and their terms: begun, changed from a day, ended or extended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.reporting import hand_over
from hjemmedag.apps.people.actions.serving import hold_the_company, locked, locked_with
from hjemmedag.apps.people.actions.succession import Changes, extend, stop, succeed
from hjemmedag.apps.people.models import (
    AgreementProfile,
    Employee,
    Employment,
    EmploymentTerms,
    LegalEntity,
    Reporting,
    RoleGrant,
    SigningRight,
    Site,
    TeamMembership,
)
from hjemmedag.apps.people.models.dated import DatedQuerySet
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What holds in an employment for a time: title, hours a week, site and agreement."""

    title: str
    weekly_hours: Decimal
    site: Site | None = None
    agreement: AgreementProfile | None = None


def begin(
    person: Employee, legal_entity: LegalEntity, conditions: Conditions, *, starts: date, last_day: date | None
) -> Changes:
    """An employment with its first terms. Refused where the entity is no employer then, or has the person already."""
    if starts not in legal_entity.period:
        raise Refused(
            _("%(entity)s is no employer on %(day)s. Choose another date or company.")
            % {"entity": legal_entity.name, "day": day_date(starts)}
        )
    period = Period.through(starts, last_day)
    others = Employment.objects.filter(employee=person, legal_entity=legal_entity)
    if any(other.period.overlaps(period) for other in others):
        raise Refused(
            _("%(name)s is already employed by %(entity)s in that time. Change the terms instead.")
            % {"name": person.name, "entity": legal_entity.name}
        )
    employment = Employment.objects.create(employee=person, legal_entity=legal_entity, starts=starts, ends=period.end)
    terms = EmploymentTerms.objects.create(employment=employment, starts=starts, ends=period.end, **_said(conditions))
    return Changes([employment, terms])


def _said(conditions: Conditions) -> dict[str, Any]:
    return {name: getattr(conditions, name) for name in Conditions.__dataclass_fields__}


@transaction.atomic
def employ(
    *,
    employee: int,
    legal_entity: LegalEntity,
    conditions: Conditions,
    starts: date,
    last_day: date | None = None,
    actor: int,
    now: datetime,
) -> Employment:
    """One more employment for someone known, beside others or after them."""
    person = locked(employee)
    changes = begin(person, legal_entity, conditions, starts=starts, last_day=last_day)
    employment = changes.written[0]
    audit.record(
        action="people.employ", actor=actor, now=now, subject=employment, about=person.pk, rows=changes.written
    )
    return employment  # type: ignore[return-value]  # `begin` writes the employment first


@transaction.atomic
def change_terms(*, employment: int, on: date, conditions: Conditions, actor: int, now: datetime) -> None:
    """New terms from a day, until the next change already planned."""
    held = Employment.objects.select_for_update().get(pk=employment)
    if on not in held.period:
        last = held.period.last
        raise Refused(
            _("The employment lasts from %(first)s to %(last)s. Choose a date within it.")
            % {"first": day_date(held.starts), "last": day_date(last) if last else _("no end")}
        )
    rows = EmploymentTerms.objects.filter(employment=held)
    changes = succeed(rows, on=on, until=held.ends, employment=held, **_said(conditions))
    audit.record(
        action="people.change_terms",
        actor=actor,
        now=now,
        subject=held,
        about=held.employee_id,
        data={"from": on.isoformat(), "title": conditions.title, "weekly_hours": str(conditions.weekly_hours)},
        rows=changes.written,
    )


@transaction.atomic
def set_last_day(
    *, employment: int, last_day: date | None, successor: int | None, actor: int, now: datetime, today: date
) -> None:
    """End an employment with its last day, move that day, or let it go on (`None`).

    Teams, manager, roles and signing rights end with someone's last employment, and follow when its end is moved.
    Refused when those they lead would be left without a manager, or the company without HR.
    """
    held = Employment.objects.select_for_update().get(pk=employment)
    person, takes_over = locked_with(held.employee_id, successor)
    ended, ends = held.ends, None if last_day is None else last_day + timedelta(days=1)
    if ends is not None and ends <= held.starts:
        raise Refused(
            _("The employment began on %(day)s. The last day can't lie before that.") % {"day": day_date(held.starts)}
        )
    if ends == ended:
        return
    _refuse_without_hr(held, ends, today)
    held.ends = ends
    held.save(update_fields=["ends"])
    changes = Changes([held])
    follow: list[DatedQuerySet] = [EmploymentTerms.objects.filter(employment=held)]
    until = min(day for day in (ended, ends) if day is not None)
    if not Employment.objects.filter(employee=person).exclude(pk=held.pk).exclude(ends__lte=until).exists():
        follow += [
            kind.objects.filter(employee=person) for kind in (TeamMembership, Reporting, RoleGrant, SigningRight)
        ]
        if ends is not None:
            changes += _let_go(person, takes_over, at=ends)
    for rows in follow:
        if ended is not None:
            changes += extend(rows, ended=ended, ends=ends)
        if ends is not None:
            changes += stop(rows, at=ends)
    audit.record(
        action="people.set_last_day",
        actor=actor,
        now=now,
        subject=held,
        about=person.pk,
        data={"last_day": last_day.isoformat() if last_day else None},
        rows=changes.written,
        removed=changes.removed,
    )


def _refuse_without_hr(held: Employment, ends: date | None, today: date) -> None:
    hold_the_company()
    before = queries.first_day_without_hr(today)
    after = queries.first_day_without_hr(today, leaves=(held.pk, Period(held.starts, ends)))
    if after is not None and (before is None or after < before):
        raise Refused(
            _("From %(day)s nobody would be HR for the whole company. Give the role to someone else first.")
            % {"day": day_date(after)}
        )


def _let_go(person: Employee, successor: Employee | None, *, at: date) -> Changes:
    led = Reporting.objects.filter(manager=person).exclude(ends__lte=at).values("employee").distinct().count()
    if led and successor is None:
        words = ngettext(
            "%(name)s leads %(n)s employee on that day. Say who takes over.",
            "%(name)s leads %(n)s employees on that day. Say who takes over.",
            led,
        )
        raise Refused(words % {"name": person.name, "n": led})
    return hand_over(person, successor, at=at) if led and successor is not None else Changes()
