"""Departments and teams: made, renamed, and a team moved to another department from a day."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.succession import succeed
from hjemmedag.apps.people.models import Department, Team, TeamPlacement
from hjemmedag.core.people import names
from hjemmedag.core.refusals import Refused


@transaction.atomic
def add_department(*, name: str, actor: int | None, now: datetime) -> Department:
    """A new department."""
    _refuse_taken(name, None)
    department = Department.objects.create(name=name)
    audit.record(action="people.add_department", actor=actor, now=now, subject=department, rows=[department])
    return department


@transaction.atomic
def rename_department(*, department: int, name: str, actor: int, now: datetime) -> None:
    """Another name for the same department, on every date: a correction, no reorganisation."""
    row = Department.objects.select_for_update().get(pk=department)
    _refuse_taken(name, row)
    before, row.name = row.name, name
    row.save(update_fields=["name"])
    audit.record(
        action="people.rename_department", actor=actor, now=now, subject=row, data={"name": [before, name]}, rows=[row]
    )


@transaction.atomic
def add_team(*, name: str, department: Department, starts: date, actor: int | None, now: datetime) -> Team:
    """A new team in a department, from a day."""
    team = Team.objects.create(name=name)
    placement = TeamPlacement.objects.create(team=team, department=department, starts=starts)
    audit.record(action="people.add_team", actor=actor, now=now, subject=team, rows=[team, placement])
    return team


@transaction.atomic
def rename_team(*, team: int, name: str, actor: int, now: datetime) -> None:
    """Another name for the same team, on every date."""
    row = Team.objects.select_for_update().get(pk=team)
    before, row.name = row.name, name
    row.save(update_fields=["name"])
    audit.record(
        action="people.rename_team", actor=actor, now=now, subject=row, data={"name": [before, name]}, rows=[row]
    )


@transaction.atomic
def place_team(*, team: int, department: Department, on: date, actor: int, now: datetime) -> None:
    """The team belongs to a department from a day; before it, it stays where it was."""
    row = Team.objects.select_for_update().get(pk=team)
    changes = succeed(TeamPlacement.objects.filter(team=row), on=on, team=row, department=department)
    audit.record(
        action="people.place_team",
        actor=actor,
        now=now,
        subject=row,
        data={"department": department.pk, "from": on.isoformat()},
        rows=changes.written,
    )


def _refuse_taken(name: str, but: Department | None) -> None:
    taken = {names.findable(one.name) for one in Department.objects.all() if one != but}
    if names.findable(name) in taken:
        raise Refused(_("There already is a department called %(name)s. Give another name.") % {"name": name})
