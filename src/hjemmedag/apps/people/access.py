"""Who may see and do what with people; and who a signed-in person is today."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from hjemmedag.apps.people.models import (
    Absence,
    Asked,
    Employee,
    Employment,
    Prepared,
    Reporting,
    RoleGrant,
    SigningRight,
    StandIn,
)
from hjemmedag.apps.people.models.dated import in_force
from hjemmedag.core.people.roles import EVERYWHERE, Role, Viewer

HIRED, SERVING, LEADS, SIGNS, DECIDES = "hired", "serving", "leads", "signs", "decides"
SEEING = (Role.HR, Role.PAYROLL, Role.AUDITOR, Role.DPO)
"""The roles that open people's records."""


def viewer(employee: Employee, on: date) -> Viewer:
    """The person with all roles held on `on`: one query, whatever the size of the company.

    Roles are for those who serve: someone whose employment has ended, or not yet begun, holds none, whatever was
    granted. Someone from outside, an auditor for one, was never employed and holds what was granted.
    """
    known: dict[str, set[int | None]] = {}
    for what, whom in _facts.rows(who=employee.pk, on=on):
        known.setdefault(what, set()).add(whom)
    employed, outsider = SERVING in known, HIRED not in known
    units = {role: _units(known[role]) for role in Role if role in known and (employed or outsider)}
    team = frozenset(pk for pk in known.get(LEADS, ()) if pk is not None) if employed else frozenset()
    follow = {Role.EMPLOYEE: employed, Role.MANAGER: bool(team)}
    decides = frozenset(pk for pk in known.get(DECIDES, ()) if pk is not None) if employed else frozenset()
    hr_signs = units.get(Role.HR, frozenset()) is EVERYWHERE
    return Viewer(
        employee=employee.pk,
        roles=frozenset(units) | {role for role, held in follow.items() if held},
        units=units,
        team=team,
        decides=decides,
        signs=(employed or outsider) and (employee.pk in known[SIGNS] if SIGNS in known else hr_signs),
    )


@Prepared
def _facts() -> QuerySet[Any, Any]:
    """Pairs about `who` on the day `on`: a role with its department, or one of the words above with an id."""
    who, on = Asked("who"), Asked("on")
    mine = Employment.objects.filter(employee=who)
    facts = [
        mine.values_list(Value(HIRED), "pk"),
        mine.filter(in_force(on)).values_list(Value(SERVING), "pk"),
        Reporting.objects.on(on).filter(manager=who).values_list(Value(LEADS), "employee"),
        SigningRight.objects.on(on).filter(serving(on)).values_list(Value(SIGNS), "employee"),
        _unreplaced(on).filter(manager=who).values_list(Value(DECIDES), "employee"),
        acting(on).filter(by=who).values_list(Value(DECIDES), "employee"),
    ]
    return RoleGrant.objects.on(on).filter(employee=who).values_list("role", "department").union(*facts, all=True)


def acting(on: date | Asked) -> QuerySet[StandIn, Any]:
    """The stand-ins who answer on a day: those who have left, or are on leave themselves, answer nobody."""
    away = Absence.objects.on(on).filter(employee=OuterRef("by"), leave=True)
    hired = Employment.objects.on(on).filter(employee=OuterRef("by"))
    return StandIn.objects.on(on).filter(Exists(hired), ~Exists(away))


def _unreplaced(on: date | Asked) -> QuerySet[Reporting, Any]:
    """Who leads whom on a day, where nobody stands in the manager's place."""
    return Reporting.objects.on(on).filter(~Exists(acting(on).filter(employee=OuterRef("employee"))))


def _units(departments: set[int | None]) -> frozenset[int] | None:
    """One grant without a department is enough for the whole company."""
    return EVERYWHERE if None in departments else frozenset(unit for unit in departments if unit is not None)


def serving(on: date | Asked, employee: str = "employee") -> Q:
    """The filter "holds a role": employed on this day, or from outside and never employed."""
    ever = Employment.objects.filter(employee=OuterRef(employee))
    return Q(Exists(ever.filter(in_force(on)))) | ~Q(Exists(ever))


def first_signer(on: date | Asked) -> Coalesce:
    """The first of `signers`, to annotate rows of later stages with."""
    rights, grants = (kind.objects.on(on).filter(serving(on)) for kind in (SigningRight, RoleGrant))
    ranked = (rights, grants.filter(role=Role.HR, department=None))
    return Coalesce(*(Subquery(rows.order_by("starts", "id").values("employee")[:1]) for rows in ranked))


def signers(on: date) -> list[int]:
    """Who may sign for the employer on a day, first granted first: dated rights, else HR for the whole company."""
    given = sorted(_may_sign.rows(on=on))
    right = given[0][0] if given else ""
    return list(dict.fromkeys(employee for by, _starts, _id, employee in given if by == right))


@Prepared
def _may_sign() -> QuerySet[Any, Any]:
    """Rights to sign before roles, each with its first day, its id and whose it is."""
    on = Asked("on")
    rights, grants = (kind.objects.on(on).filter(serving(on)) for kind in (SigningRight, RoleGrant))
    hr = grants.filter(role=Role.HR, department=None).values_list(Value("2 role"), "starts", "id", "employee")
    return rights.values_list(Value("1 right"), "starts", "id", "employee").union(hr, all=True)


def in_units(units: frozenset[int], on: date) -> Q:
    """The filter "employee in a team of these departments on this day"."""
    placed = in_force(on, "memberships__team__placements__")
    return in_force(on, "memberships__") & placed & Q(memberships__team__placements__department__in=units)


def _within(viewer: Viewer, on: date, *roles: Role) -> Q | None:
    """The people that these roles reach; `None` for everyone."""
    reached = Q(pk__in=())
    for role in roles:
        if viewer.everywhere(role):
            return None
        if units := viewer.units.get(role):
            reached |= Q(pk__in=Employee.objects.filter(in_units(units, on)).values("pk"))
    return reached


def visible(viewer: Viewer, on: date) -> QuerySet[Employee]:
    """The people whose record this viewer may open: oneself, one's team, and those that one's roles reach."""
    reached = _within(viewer, on, *SEEING)
    everyone = Employee.objects.all()
    return everyone if reached is None else everyone.filter(Q(pk=viewer.employee) | Q(pk__in=viewer.team) | reached)


def kept(viewer: Viewer, on: date) -> QuerySet[Employee]:
    """The people whose employment this viewer keeps the record of: HR, everywhere or in its units."""
    reached = _within(viewer, on, Role.HR)
    return Employee.objects.all() if reached is None else Employee.objects.filter(reached)


def keeps(viewer: Viewer, employee: int, on: date) -> bool:
    """Whether `employee` is among those this viewer keeps the record of."""
    if viewer.everywhere(Role.HR) or Role.HR not in viewer.roles:
        return viewer.everywhere(Role.HR)
    return kept(viewer, on).filter(pk=employee).exists()


def may_administer(viewer: Viewer) -> bool:
    """Names and addresses, roles, sites, agreements and company settings: HR for the whole company."""
    return viewer.everywhere(Role.HR)


def may_keep_people(viewer: Viewer) -> bool:
    """Pages that change someone's employment: HR, also for a unit; `kept` says whose."""
    return viewer.has(Role.HR)


def may_list_people(viewer: Viewer) -> bool:
    """The list of people: HR, also for a unit, and managers with a team."""
    return viewer.has(Role.HR, Role.MANAGER, Role.PAYROLL, Role.AUDITOR, Role.DPO)


def may_see_home(viewer: Viewer, employee: int) -> bool:
    """A home address: the person and HR for the whole company; the addendum's signer sees it in the addendum."""
    return viewer.employee == employee or viewer.everywhere(Role.HR)


def may_record_absence(viewer: Viewer, employee: int, *, keeps: bool) -> bool:
    """Someone's days away, of every kind: the manager, and HR that keeps the record (`keeps`)."""
    return keeps or employee in viewer.team


def may_record_holiday(viewer: Viewer, employee: int) -> bool:
    """One's own holiday, which is all that one records for oneself."""
    return employee == viewer.employee and viewer.has(Role.EMPLOYEE)


def may_change_absence(viewer: Viewer, absence: Absence, *, keeps: bool) -> bool:
    """Correcting recorded days: whoever may record them."""
    own = absence.kind == Absence.Kind.ANNUAL_LEAVE and may_record_holiday(viewer, absence.employee_id)
    return own or may_record_absence(viewer, absence.employee_id, keeps=keeps)


def may_see_kind(viewer: Viewer, employee: int, *, keeps: bool) -> bool:
    """What kind of absence it is: the person and HR; a manager sees the days."""
    return keeps or employee == viewer.employee
