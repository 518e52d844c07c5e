"""The company as a staff list meets it: everyone with their history, and every name in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmedag.apps.people.models import (
    AgreementProfile,
    Company,
    Department,
    Employee,
    Employment,
    EmploymentTerms,
    LegalEntity,
    Reporting,
    RoleGrant,
    SigningRight,
    Site,
    TeamMembership,
    TeamPlacement,
)
from hjemmedag.core.people import stafflist
from hjemmedag.core.people.stafflist import Job, Person, Span, TeamName, Terms

By = Mapping[int, tuple[Any, ...]]


def employers(on: date) -> list[LegalEntity]:
    """The legal entities that can employ someone on a day, the first made first."""
    return list(LegalEntity.objects.on(on).order_by("id"))


def team_names(on: date) -> dict[int, TeamName]:
    """Every team by its own name and its department's on a day; the last department of a team that has none then."""
    placed: dict[int, TeamName] = {}
    held: set[int] = set()
    rows = TeamPlacement.objects.order_by("starts").select_related("team", "department")
    for row in rows:
        if row.team_id not in held:
            placed[row.team_id] = TeamName(row.department.name, row.team.name)
        if on in row.period:
            held.add(row.team_id)
    return placed


def as_it_stands(today: date) -> stafflist.Company:
    """The whole company, in as many queries for ten people as for ten thousand."""
    company = Company.objects.first()
    names = team_names(today)
    jobs, managers, rights = _jobs(), _managers(), _rights()
    homes, others = _memberships(names)
    people = Employee.objects.order_by("id").values_list("id", "number", "first_name", "last_name", "email", "language")
    return stafflist.Company(
        language=company.language if company else "da",
        people=tuple(
            Person(
                number=number or "",
                first_name=first_name,
                last_name=last_name,
                email=email,
                language=language,
                jobs=jobs.get(pk, ()),
                teams=homes.get(pk, ()),
                other_teams=others.get(pk, ()),
                managers=managers.get(pk, ()),
                rights=rights.get(pk, ()),
                row=pk,
            )
            for pk, number, first_name, last_name, email, language in people.iterator()
        ),
        sites=tuple(Site.objects.order_by("id").values_list("name", flat=True)),
        departments=tuple(Department.objects.order_by("id").values_list("name", flat=True)),
        teams=tuple(dict.fromkeys(names.values())),
        agreements=agreement_names(),
    )


def agreement_names() -> dict[str, str]:
    """The agreements by their own names and by the others that mean the same."""
    profiles = AgreementProfile.objects.order_by("-id").values_list("name", "other_names")
    return {one: name for name, others in profiles for one in (*others, name)}


def _by_owner(rows: Iterator[tuple[int, Any]]) -> By:
    found: dict[int, list[Any]] = defaultdict(list)
    for owner, value in rows:
        found[owner].append(value)
    return {owner: tuple(values) for owner, values in found.items()}


def _jobs() -> By:
    rows = EmploymentTerms.objects.order_by("employment", "starts").values_list(
        "employment", "starts", "ends", "title", "weekly_hours", "site__name", "agreement__name", "id"
    )
    terms = _by_owner(
        (job, Span(starts, ends, Terms(title, Decimal(hours), site or "", agreement or ""), pk))
        for job, starts, ends, title, hours, site, agreement, pk in rows.iterator()
    )
    employments = Employment.objects.order_by("starts", "id").values_list(
        "employee", "starts", "ends", "seniority_from", "id"
    )
    return _by_owner(
        (owner, Job(starts, ends, terms.get(pk, ()), seniority, pk))
        for owner, starts, ends, seniority, pk in employments.iterator()
    )


def _memberships(names: Mapping[int, TeamName]) -> tuple[By, By]:
    rows = list(
        TeamMembership.objects.order_by("starts", "id").values_list("employee", "starts", "ends", "team", "home", "id")
    )
    homes, others = (
        _by_owner(
            (owner, Span(starts, ends, names.get(team, TeamName("", "")), pk))
            for owner, starts, ends, team, at_home, pk in rows
            if at_home is home
        )
        for home in (True, False)
    )
    return homes, others


def _managers() -> By:
    rows = Reporting.objects.order_by("starts", "id").values_list("employee", "starts", "ends", "manager__number", "id")
    return _by_owner(
        (owner, Span(starts, ends, number or "", pk)) for owner, starts, ends, number, pk in rows.iterator()
    )


def _rights() -> By:
    return _by_owner(
        (owner, Span(starts, ends, kind._meta.label, pk))
        for kind in (RoleGrant, SigningRight)
        for owner, starts, ends, pk in kind.objects.order_by("starts", "id").values_list(
            "employee", "starts", "ends", "id"
        )
    )
