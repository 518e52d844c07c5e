"""One person's record: what holds on a day, and everything that did or will."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from hjemmedag.apps.people.access import may_see_home
from hjemmedag.apps.people.models import (
    Absence,
    Employee,
    Employment,
    EmploymentTerms,
    HomeAddress,
    Reporting,
    RoleGrant,
    StandIn,
    TeamMembership,
    TeamPlacement,
)
from hjemmedag.apps.people.queries.absences import absences_of
from hjemmedag.apps.people.queries.employees import home_of
from hjemmedag.core.people.roles import Viewer


@dataclass(frozen=True, slots=True)
class Record:
    """All dated rows about someone, oldest first; `home` is the address on the day, where the viewer may see it."""

    person: Employee
    on: date
    terms: list[EmploymentTerms]
    memberships: list[TeamMembership]
    reporting: list[Reporting]
    grants: list[RoleGrant]
    absences: list[Absence]
    home: HomeAddress | None
    stand_ins: list[StandIn]

    @property
    def employments(self) -> list[Employment]:
        """The employments, each once, in the order in which they began."""
        return list({row.employment_id: row.employment for row in self.terms}.values())

    @property
    def holding(self) -> list[EmploymentTerms]:
        """The terms that hold on the day, one an employment."""
        return [row for row in self.terms if self.on in row.period and self.on in row.employment.period]

    @property
    def teams(self) -> list[TeamMembership]:
        """The teams on the day, the home team first."""
        return sorted((row for row in self.memberships if self.on in row.period), key=lambda row: not row.home)

    @property
    def manager(self) -> Employee | None:
        """The manager on the day."""
        return next((row.manager for row in self.reporting if self.on in row.period), None)

    @property
    def stand_in(self) -> StandIn | None:
        """Who answers in the manager's place on the day."""
        return next((row for row in self.stand_ins if self.on in row.period), None)


def record(person: Employee, viewer: Viewer, on: date, *, with_absences: bool) -> Record:
    """Someone's record as `viewer` may see it: five queries, and one each for days away and the home address."""
    department = TeamPlacement.objects.on(on).filter(team=OuterRef("team")).values("department__name")[:1]
    terms = EmploymentTerms.objects.filter(employment__employee=person)
    return Record(
        person=person,
        on=on,
        terms=list(
            terms.select_related("employment__legal_entity", "site", "agreement").order_by(
                "employment__starts", "employment", "starts"
            )
        ),
        memberships=list(
            TeamMembership.objects.filter(employee=person)
            .select_related("team")
            .annotate(department=Subquery(department))
            .order_by("starts", "id")
        ),
        reporting=list(Reporting.objects.filter(employee=person).select_related("manager").order_by("starts", "id")),
        grants=list(RoleGrant.objects.filter(employee=person).select_related("department").order_by("starts", "id")),
        absences=list(absences_of(person.pk)) if with_absences else [],
        home=home_of(person.pk, on) if may_see_home(viewer, person.pk) else None,
        stand_ins=list(StandIn.objects.filter(employee=person).select_related("by").order_by("starts", "id")),
    )
