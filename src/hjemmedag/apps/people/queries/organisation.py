"""Departments with their teams, sites with their desks, legal entities: as they are on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, QuerySet

from hjemmedag.apps.people.models import (
    Department,
    Employment,
    EmploymentTerms,
    LegalEntity,
    Site,
    Team,
    TeamMembership,
    TeamPlacement,
)
from hjemmedag.apps.people.models.dated import in_force
from hjemmedag.core.people import names


@dataclass(frozen=True, slots=True)
class Unit:
    """A department with its teams, each with how many belong to it; `None` for teams that belong nowhere."""

    department: Department | None
    teams: tuple[tuple[Team, int], ...]


def units(on: date) -> list[Unit]:
    """All departments with their teams on a day, in Danish order, teams without a department last: three queries."""
    placed = {row.team_id: row.department_id for row in TeamPlacement.objects.on(on)}
    counted = Team.objects.filter(in_force(on, "memberships__")).annotate(members=Count("memberships__employee"))
    members = dict(counted.values_list("pk", "members"))
    teams: dict[int | None, list[tuple[Team, int]]] = {}
    for team in sorted(Team.objects.all(), key=lambda team: names.alphabetical(team.name)):
        teams.setdefault(placed.get(team.pk), []).append((team, members.get(team.pk, 0)))
    found = [Unit(department, tuple(teams.get(department.pk, ()))) for department in departments()]
    return [*found, Unit(None, tuple(teams[None]))] if None in teams else found


def departments() -> list[Department]:
    """All departments in Danish order."""
    return sorted(Department.objects.all(), key=lambda one: names.alphabetical(one.name))


def departments_of(on: date) -> dict[int, int]:
    """The department of everyone who is in a team of one on a day: the team they call home before others."""
    members = TeamMembership.objects.on(on).filter(in_force(on, "team__placements__")).order_by("home", "-id")
    return dict(members.values_list("employee", "team__placements__department"))


def members_of(department: int, on: date) -> QuerySet[Any, Any]:
    """The ids of everyone in a team of a department on a day, to put into queries of later stages."""
    placed = TeamMembership.objects.on(on).filter(
        in_force(on, "team__placements__"), team__placements__department=department
    )
    return placed.values("employee")


def teams_in(on: date, units: frozenset[int] | None = None) -> QuerySet[Team]:
    """Teams with a department on a day; with `units`, only those of these departments."""
    placed = TeamPlacement.objects.on(on)
    if units is not None:
        placed = placed.filter(department__in=units)
    return Team.objects.filter(pk__in=placed.values("team")).order_by("name", "id")


def sites() -> list[Site]:
    """All sites in Danish order."""
    return sorted(Site.objects.all(), key=lambda site: names.alphabetical(site.name))


def people_by_site(on: date) -> dict[int, int]:
    """How many employments have each site on a day."""
    holding = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), site__isnull=False).order_by()
    return dict(holding.values("site").annotate(number=Count("employment")).values_list("site", "number"))


def staff_of(site: int, on: date) -> dict[int, str]:
    """Everyone whose place of work this site is on a day, with the title held there: one query."""
    holding = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), site=site).order_by("employment")
    return dict(holding.values_list("employment__employee", "title"))


def entities() -> QuerySet[LegalEntity]:
    """Legal entities, those that still are employers first."""
    return LegalEntity.objects.select_related("merged_into").order_by(F("ends").asc(nulls_first=True), "name")


def people_by_entity(on: date) -> dict[int, int]:
    """How many employments each entity has on a day."""
    rows = Employment.objects.on(on).order_by().values("legal_entity").annotate(number=Count("pk"))
    return dict(rows.values_list("legal_entity", "number"))
