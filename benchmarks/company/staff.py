"""Units, sites and people: teams of twelve, ten teams a department, the first of each leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hjemmedag.apps.people import models
from hjemmedag.core.people.roles import GRANTED, Role

TEAM, DEPARTMENT = 12, 120
BATCH = 5000
FIRST = ("Signe", "Mads", "Åse", "Lars", "Maja", "Søren", "Ida", "Oluf", "Ræa", "Jens", "Karen", "Emil", "Zofia")
LAST = ("Holm", "Bæk", "Lund", "Krogh", "Friis", "Ravn", "Østergaard", "Dam", "Skov", "Aagaard", "Winther")
TITLES = ("Udvikler", "Konsulent", "Sagsbehandler", "Bogholder", "Ingeniør", "Tester", "Jurist")
HR, AUDITOR, REST = 1, 2, 3
"""Who holds the granted roles, by their place among everyone; the third holds all the others."""

HOLDERS = {Role.HR: HR, Role.AUDITOR: AUDITOR}


@dataclass(frozen=True, slots=True)
class Staff:
    """The ids of everyone, in the order in which they were written."""

    people: list[int]


def make(kind: type[Any], rows: Sequence[Any]) -> list[Any]:
    """Write rows of one kind; each comes back with its id."""
    return list(kind.objects.bulk_create(rows, batch_size=BATCH))


def lead_of(place: int) -> int | None:
    """The place of the one who leads this one: team lead, then head of department, then the first of all."""
    for size in (TEAM, DEPARTMENT):
        if place % size:
            return place - place % size
    return 0 if place else None


def write(people: int, *, today: date, now: datetime) -> Staff:
    """All units, and so many people with employment, terms, team, manager and some with a role or days away."""
    models.Company.objects.create(name="Målt A/S", expected_size=max(people, 60), safety_contact="amr@maalt.example")
    entity = models.LegalEntity.objects.create(name="Målt A/S", cvr="11223344", starts=date(2000, 1, 1))
    sites = make(models.Site, [models.Site(name=f"Sted {n}", desks=[300] * 5) for n in range(people // 500 + 1)])
    units = make(models.Department, [models.Department(name=f"Afdeling {n}") for n in range(-(-people // DEPARTMENT))])
    teams = make(models.Team, [models.Team(name=f"Team {n}") for n in range(-(-people // TEAM))])
    begun = date(2000, 1, 1)
    make(
        models.TeamPlacement,
        [models.TeamPlacement(team=team, department=units[n * TEAM // DEPARTMENT], starts=begun)
         for n, team in enumerate(teams)],
    )  # fmt: skip
    profiles = make(models.AgreementProfile, [models.AgreementProfile(name=f"Aftale {n}") for n in range(3)])
    employees = make(models.Employee, [_employee(n, now) for n in range(people)])
    hired = [today - timedelta(days=200 + n % 4000) for n in range(people)]
    jobs = make(
        models.Employment,
        [models.Employment(employee=one, legal_entity=entity, starts=day)
         for one, day in zip(employees, hired, strict=True)],
    )  # fmt: skip
    make(
        models.EmploymentTerms,
        [
            models.EmploymentTerms(
                employment=job,
                title=TITLES[n % len(TITLES)],
                weekly_hours=Decimal(37),
                site=sites[n // 500],
                agreement=profiles[n % 3],
                starts=job.starts,
            )
            for n, job in enumerate(jobs)
        ],
    )
    make(
        models.TeamMembership,
        [models.TeamMembership(employee=one, team=teams[n // TEAM], starts=hired[n])
         for n, one in enumerate(employees)],
    )  # fmt: skip
    make(
        models.Reporting,
        [models.Reporting(employee=one, manager=employees[lead], starts=hired[n])
         for n, one in enumerate(employees) if (lead := lead_of(n)) is not None],
    )  # fmt: skip
    make(
        models.RoleGrant,
        [models.RoleGrant(employee=employees[HOLDERS.get(role, REST)], role=role, starts=begun) for role in GRANTED],
    )
    make(
        models.Absence,
        [models.Absence(employee=one, kind="annual_leave", starts=today, ends=today + timedelta(days=5))
         for one in employees[::20]],
    )  # fmt: skip
    return Staff([one.pk for one in employees])


def _employee(n: int, now: datetime) -> models.Employee:
    return models.Employee(
        number=f"{n:06}",
        first_name=FIRST[n % len(FIRST)],
        last_name=f"{LAST[n % len(LAST)]} {n // 143}",
        email=f"person{n}@maalt.example",
        created_at=now - timedelta(days=100),
    )
