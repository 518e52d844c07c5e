"""The list of people: searched, narrowed and ordered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, F, OuterRef, QuerySet

from hjemmedag.apps.people.models import Employee, Employment, EmploymentTerms, RoleGrant, TeamMembership
from hjemmedag.apps.people.models.dated import in_force
from hjemmedag.apps.people.queries.employees import listed
from hjemmedag.core.people import names
from hjemmedag.core.people.roles import Role


class Status(StrEnum):
    """Which people a list is of: those employed on its day, those who have left before it, or everyone known."""

    EMPLOYED = "employed"
    ENDED = "ended"
    ALL = "all"


class Order(StrEnum):
    """What a list is ordered by; the name settles what is equal."""

    NAME = "alphabetical"
    TITLE = "title"
    TEAM = "team"
    SITE = "site"
    MANAGER = "manager_name"
    SINCE = "employed_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What someone asked a list for; `None` and empty words narrow nothing."""

    words: str = ""
    department: int | None = None
    team: int | None = None
    site: int | None = None
    role: Role | None = None
    status: Status = Status.EMPLOYED
    order: Order = Order.NAME
    backwards: bool = False


def found(people: QuerySet[Employee], words: str) -> QuerySet[Employee]:
    """Those with every one of the words in name, number or e-mail, whatever the case."""
    for word in names.sought(words):
        people = people.filter(findable__contains=word)
    return people


def people_list(people: QuerySet[Employee], wanted: Wanted, on: date) -> QuerySet[Employee]:
    """Those of `people` that are wanted, as they are on a day, with all that `listed` says of them."""
    narrowed = found(_with_status(people, wanted.status, on), wanted.words)
    mine = OuterRef("pk")
    if wanted.team or wanted.department:
        member = TeamMembership.objects.on(on).filter(employee=mine)
        if wanted.team:
            member = member.filter(team=wanted.team)
        if wanted.department:
            placed = in_force(on, "team__placements__")
            member = member.filter(placed, team__placements__department=wanted.department)
        narrowed = narrowed.filter(Exists(member))
    if wanted.site:
        holding = EmploymentTerms.objects.on(on).filter(in_force(on, "employment__"), employment__employee=mine)
        narrowed = narrowed.filter(Exists(holding.filter(site=wanted.site)))
    if wanted.role:
        narrowed = narrowed.filter(Exists(RoleGrant.objects.on(on).filter(employee=mine, role=wanted.role)))
    by = F(wanted.order.value)
    first = by.desc(nulls_last=True) if wanted.backwards else by.asc(nulls_last=True)
    return listed(narrowed, on).order_by(first, "alphabetical", "id")


def _with_status(people: QuerySet[Employee], status: Status, on: date) -> QuerySet[Employee]:
    mine = Employment.objects.filter(employee=OuterRef("pk"))
    if status is Status.EMPLOYED:
        return people.filter(Exists(mine.filter(in_force(on))))
    if status is Status.ENDED:
        return people.filter(Exists(mine.filter(ends__lte=on)), ~Exists(mine.exclude(ends__lte=on)))
    return people
