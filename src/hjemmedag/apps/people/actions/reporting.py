"""Managers: a new one from a day, and who takes over when one leaves."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.serving import locked_with, serves_until
from hjemmedag.apps.people.actions.succession import Changes, stop, succeed
from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.core.people.lines import first_circle
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


@transaction.atomic
def assign_manager(*, employee: int, manager: int | None, on: date, actor: int, now: datetime) -> None:
    """A new manager from a day; `None` for someone who answers to nobody."""
    person, leader = locked_with(employee, manager)
    until = serves_until(person, on)
    if leader is None:
        changes = stop(Reporting.objects.filter(employee=person), at=on)
    else:
        changes = put_under(person, leader, on=on, until=until)
    audit.record(
        action="people.assign_manager",
        actor=actor,
        now=now,
        subject=person,
        about=person.pk,
        data={"manager": manager, "from": on.isoformat()},
        rows=changes.written,
        removed=changes.removed,
    )


def put_under(person: Employee, manager: Employee, *, on: date, until: date | None) -> Changes:
    """`person` reports to `manager` from a day. Refused where the line would come back to where it began."""
    if manager == person:
        raise Refused(_("Nobody can be their own manager. Choose someone else."))
    serves_until(manager, on)
    rows = Reporting.objects.filter(employee=person)
    changes = succeed(rows, on=on, until=until, employee=person, manager=manager)
    _refuse_circle(person, since=on)
    return changes


def hand_over(leaver: Employee, successor: Employee, *, at: date) -> Changes:
    """Everyone who would still report to `leaver` reports to `successor` from `at`.

    A successor from the leaver's own team reports to the leaver's manager instead.
    """
    if successor == leaver:
        raise Refused(_("Someone else must take over. Choose another person."))
    serves_until(successor, at)
    above = Reporting.objects.on(at).filter(employee=leaver).first()
    changes = Changes()
    for led in Reporting.objects.select_for_update().filter(manager=leaver).exclude(ends__lte=at):
        day = max(at, led.starts)
        rows = Reporting.objects.filter(employee=led.employee_id)
        if led.employee_id != successor.pk:
            changes += succeed(rows, on=day, manager=successor)
        elif above is not None:
            changes += succeed(rows, on=day, manager_id=above.manager_id)
        else:
            changes += stop(rows.filter(pk=led.pk), at=day)
    _refuse_circle(successor, since=at)
    return changes


def _refuse_circle(person: Employee, *, since: date) -> None:
    rows = Reporting.objects.exclude(ends__lte=since).values_list("employee", "manager", "starts", "ends")
    lines = [(employee, manager, Period(starts, ends)) for employee, manager, starts, ends in rows]
    if day := first_circle(person.pk, lines, since):
        raise Refused(
            _("From %(day)s %(name)s would report to themselves through others. Choose another manager.")
            % {"day": day_date(day), "name": person.name}
        )
