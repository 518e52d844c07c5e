"""Teams: the home team, and others beside it, each from a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.serving import locked, serves_until
from hjemmedag.apps.people.actions.succession import Changes, stop, succeed
from hjemmedag.apps.people.models import Employee, Team, TeamMembership
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


@transaction.atomic
def move(*, employee: int, team: Team, on: date, home: bool = True, actor: int, now: datetime) -> None:
    """Into a team from a day: as the home team in place of the one before, or beside it when `home` is false."""
    person = locked(employee)
    until = serves_until(person, on)
    changes = enter(person, team, on=on, until=until, home=home)
    audit.record(
        action="people.move",
        actor=actor,
        now=now,
        subject=person,
        about=person.pk,
        data={"team": team.pk, "from": on.isoformat(), "home": home},
        rows=changes.written,
        removed=changes.removed,
    )


def enter(person: Employee, team: Team, *, on: date, until: date | None, home: bool = True) -> Changes:
    """The membership, with what it takes the place of. Refused for a team the person is in already."""
    mine = TeamMembership.objects.filter(employee=person)
    beside = mine.filter(home=False, team=team)
    if mine.on(on).filter(team=team, home=True).exists() or (not home and beside.on(on).exists()):
        raise Refused(
            _("%(name)s is already in %(team)s on %(day)s.")
            % {"name": person.name, "team": team.name, "day": day_date(on)}
        )
    changes = stop(beside, at=on) if home else Changes()
    rows = mine.filter(home=True) if home else beside
    changes += succeed(rows, on=on, until=until, employee=person, team=team, home=home)
    return changes


@transaction.atomic
def leave_team(*, membership: int, last_day: date, actor: int, now: datetime) -> None:
    """The last day in a team beside the home team. The home team is never left, only changed for another."""
    row = TeamMembership.objects.select_for_update().select_related("team").get(pk=membership, home=False)
    changes = stop(TeamMembership.objects.filter(pk=row.pk), at=last_day + timedelta(days=1))
    audit.record(
        action="people.leave_team",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        data={"team": row.team_id, "last_day": last_day.isoformat()},
        rows=changes.written,
        removed=changes.removed,
    )
