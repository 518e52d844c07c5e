"""Roles and signing rights: given and ended, each with its days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.serving import hold_the_company, locked
from hjemmedag.apps.people.actions.succession import Changes, stop
from hjemmedag.apps.people.models import Department, RoleGrant, SigningRight
from hjemmedag.core.people.roles import LIMITABLE, Role
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


@transaction.atomic
def grant_role(
    *,
    employee: int,
    role: Role,
    department: Department | None = None,
    starts: date,
    last_day: date | None = None,
    actor: int | None,
    now: datetime,
) -> RoleGrant:
    """Give someone a role, for the whole company or one department."""
    person = locked(employee)
    if department is not None and role not in LIMITABLE:
        raise Refused(_("This role is always for the whole company. Leave the department out."))
    period = Period.through(starts, last_day)
    same = RoleGrant.objects.filter(employee=person, role=role, department=department)
    if any(other.period.overlaps(period) for other in same):
        raise Refused(_("%(name)s already has this role in that time.") % {"name": person.name})
    grant = RoleGrant.objects.create(employee=person, role=role, department=department, starts=starts, ends=period.end)
    audit.record(
        action="people.grant_role",
        actor=actor,
        now=now,
        subject=grant,
        about=person.pk,
        data={"role": role.value, "department": department.pk if department else None},
        rows=[grant],
    )
    return grant


@transaction.atomic
def end_role(*, grant: int, last_day: date, actor: int, now: datetime, today: date) -> None:
    """The last day with a role; one that hasn't begun by then is taken back. The company is never without HR."""
    hold_the_company()
    row = RoleGrant.objects.select_for_update().get(pk=grant)
    ends = _end(row, last_day, today)
    before = queries.first_day_without_hr(today)
    after = queries.first_day_without_hr(today, changed={row.pk: row.period.split(Period(None, ends))[1]})
    if after is not None and (before is None or after < before):
        raise Refused(
            _("From %(day)s nobody would be HR for the whole company. Give the role to someone else first.")
            % {"day": day_date(after)}
        )
    changes = stop(RoleGrant.objects.filter(pk=row.pk), at=ends)
    _record("people.end_role", row, changes, last_day=last_day, actor=actor, now=now)


@transaction.atomic
def give_signing_right(
    *, employee: int, starts: date, last_day: date | None = None, actor: int, now: datetime
) -> SigningRight:
    """Let someone sign for the employer. From the first such day on, HR signs only where it has the right too."""
    person = locked(employee)
    period = Period.through(starts, last_day)
    if any(other.period.overlaps(period) for other in SigningRight.objects.filter(employee=person)):
        raise Refused(_("%(name)s already may sign in that time.") % {"name": person.name})
    right = SigningRight.objects.create(employee=person, starts=starts, ends=period.end)
    audit.record(action="people.give_signing_right", actor=actor, now=now, subject=right, about=person.pk, rows=[right])
    return right


@transaction.atomic
def end_signing_right(*, right: int, last_day: date, actor: int, now: datetime, today: date) -> None:
    """The last day on which someone signs for the employer; a right that hasn't begun by then is taken back."""
    row = SigningRight.objects.select_for_update().get(pk=right)
    changes = stop(SigningRight.objects.filter(pk=row.pk), at=_end(row, last_day, today))
    _record("people.end_signing_right", row, changes, last_day=last_day, actor=actor, now=now)


def _end(row: RoleGrant | SigningRight, last_day: date, today: date) -> date:
    """The first day without; what was held on days gone by isn't rewritten, and an end is only moved nearer."""
    first, last = today - timedelta(days=1), row.period.last
    if last_day < first or (last is not None and last <= last_day):
        words = {"first": day_date(first), "last": day_date(last) if last else ""}
        if last is not None:
            raise Refused(_("It ends on %(last)s already. Choose a day from %(first)s and before that.") % words)
        raise Refused(_("Choose %(first)s or a later day: what was held before stays in the record.") % words)
    return last_day + timedelta(days=1)


def _record(
    action: str, row: RoleGrant | SigningRight, changes: Changes, *, last_day: date, actor: int, now: datetime
) -> None:
    audit.record(
        action=action,
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"last_day": last_day.isoformat()},
        rows=changes.written,
        removed=changes.removed,
    )
