"""Who someone is on a day, and whom they may see: the day before, on it, and the day after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from hjemmedag.apps.people import access, models
from hjemmedag.core.people.roles import EVERYWHERE, Role, Viewer
from tests.conftest import HIRED, TODAY

DAY = timedelta(days=1)
CHANGE = date(2027, 2, 1)

Hire = Callable[..., models.Employee]


def outsider(name: str) -> models.Employee:
    return models.Employee.objects.create(
        first_name=name, last_name="Udefra", email=f"{name.lower()}@revision.example", created_at="2026-01-01T00:00Z"
    )


def names(viewer: Viewer, on: date = TODAY) -> list[str]:
    return sorted(access.visible(viewer, on).values_list("first_name", flat=True))


def test_a_viewer_costs_one_query(
    dorte: models.Employee, anna: models.Employee, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        viewer = access.viewer(dorte, TODAY)
    assert viewer == Viewer(
        employee=dorte.pk,
        roles=frozenset({Role.HR, Role.EMPLOYEE}),
        units={Role.HR: EVERYWHERE},
        team=frozenset(),
        signs=True,
    )


def test_a_manager_leads_from_the_day_it_holds_until_the_day_it_ends(
    anna: models.Employee, bo: models.Employee, carl: models.Employee
) -> None:
    models.Reporting.objects.filter(employee=anna).update(ends=CHANGE)
    models.Reporting.objects.create(employee=anna, manager=carl, starts=CHANGE)
    assert names(access.viewer(bo, CHANGE - DAY), CHANGE - DAY) == ["Anna", "Bo"]
    assert names(access.viewer(carl, CHANGE - DAY), CHANGE - DAY) == ["Carl"]
    assert names(access.viewer(bo, CHANGE), CHANGE) == ["Bo"]
    assert names(access.viewer(carl, CHANGE), CHANGE) == ["Anna", "Carl"]
    assert not access.viewer(bo, CHANGE).has(Role.MANAGER)


def test_a_role_is_held_from_its_first_day_to_its_last(carl: models.Employee) -> None:
    models.RoleGrant.objects.create(employee=carl, role=Role.PAYROLL, starts=TODAY, ends=CHANGE)
    held = [access.viewer(carl, day).has(Role.PAYROLL) for day in (TODAY - DAY, TODAY, CHANGE - DAY, CHANGE)]
    assert held == [False, True, True, False]


def test_someone_who_left_holds_no_role_and_leads_nobody(anna: models.Employee, bo: models.Employee) -> None:
    models.RoleGrant.objects.create(employee=bo, role=Role.HR, starts=HIRED)
    models.SigningRight.objects.create(employee=bo, starts=HIRED)
    models.Employment.objects.filter(employee=bo).update(ends=CHANGE)
    before, after = access.viewer(bo, CHANGE - DAY), access.viewer(bo, CHANGE)
    assert before.roles == {Role.EMPLOYEE, Role.MANAGER, Role.HR}
    assert before.signs
    assert after == Viewer(employee=bo.pk)


def test_someone_hired_for_later_holds_a_role_only_from_then(hire: Hire) -> None:
    new = hire("Ny", role=Role.HR, starts=CHANGE)
    models.RoleGrant.objects.update(starts=TODAY)
    assert not access.viewer(new, CHANGE - DAY).has(Role.HR, Role.EMPLOYEE)
    assert access.viewer(new, CHANGE).everywhere(Role.HR)


def test_an_auditor_from_outside_holds_what_was_granted(dorte: models.Employee) -> None:
    auditor = outsider("Rie")
    models.RoleGrant.objects.create(employee=auditor, role=Role.AUDITOR, starts=TODAY, ends=CHANGE)
    viewer = access.viewer(auditor, TODAY)
    assert viewer.roles == {Role.AUDITOR}
    assert names(viewer) == ["Dorte", "Rie"]
    assert names(access.viewer(auditor, CHANGE), CHANGE) == ["Rie"]


def test_a_grant_for_the_company_outweighs_one_for_a_department(carl: models.Employee) -> None:
    unit = models.Department.objects.get(name="Udvikling")
    models.RoleGrant.objects.create(employee=carl, role=Role.HR, department=unit, starts=HIRED)
    assert access.viewer(carl, TODAY).units == {Role.HR: frozenset({unit.pk})}
    models.RoleGrant.objects.create(employee=carl, role=Role.HR, starts=HIRED)
    assert access.viewer(carl, TODAY).units == {Role.HR: EVERYWHERE}


def test_hr_for_a_unit_sees_those_in_it_on_the_day(
    anna: models.Employee, carl: models.Employee, bo: models.Employee, hire: Hire
) -> None:
    unit = models.Department.objects.get(name="Udvikling")
    nina = hire("Nina", team="HR")
    models.RoleGrant.objects.create(employee=nina, role=Role.HR, department=unit, starts=HIRED)
    viewer = access.viewer(nina, TODAY)
    assert names(viewer) == ["Anna", "Bo", "Nina"]
    assert [access.keeps(viewer, person.pk, TODAY) for person in (anna, bo, carl, nina)] == [True, True, False, False]
    assert not access.may_administer(viewer)
    models.TeamMembership.objects.filter(employee=anna).update(ends=CHANGE)
    assert names(viewer, CHANGE - DAY) == ["Anna", "Bo", "Nina"]
    assert names(viewer, CHANGE) == ["Bo", "Nina"]


def test_a_reorganisation_moves_the_unit_on_its_day(anna: models.Employee, hire: Hire) -> None:
    nina = hire("Nina", team="HR")
    home = models.Department.objects.get(name="HR")
    models.RoleGrant.objects.create(employee=nina, role=Role.HR, department=home, starts=HIRED)
    models.TeamPlacement.objects.filter(team__name="Platform").update(ends=CHANGE)
    models.TeamPlacement.objects.create(team=models.Team.objects.get(name="Platform"), department=home, starts=CHANGE)
    viewer = access.viewer(nina, TODAY)
    assert names(viewer, CHANGE - DAY) == ["Nina"]
    assert names(viewer, CHANGE) == ["Anna", "Bo", "Nina"]


def test_hr_signs_until_someone_is_given_the_right_and_again_when_it_ends(
    dorte: models.Employee, bo: models.Employee
) -> None:
    models.SigningRight.objects.create(employee=bo, starts=TODAY, ends=CHANGE)
    assert [access.signers(day) for day in (TODAY - DAY, TODAY, CHANGE - DAY, CHANGE)] == [
        *([dorte.pk], [bo.pk], [bo.pk], [dorte.pk]),
    ]
    assert [access.viewer(dorte, day).signs for day in (TODAY - DAY, TODAY, CHANGE)] == [True, False, True]
    assert [access.viewer(bo, day).signs for day in (TODAY - DAY, TODAY, CHANGE)] == [False, True, False]


def test_the_right_of_someone_who_left_does_not_keep_hr_from_signing(
    dorte: models.Employee, bo: models.Employee
) -> None:
    models.SigningRight.objects.create(employee=bo, starts=HIRED)
    models.Employment.objects.filter(employee=bo).update(ends=CHANGE)
    assert access.signers(CHANGE) == [dorte.pk]
    assert access.viewer(dorte, CHANGE).signs


@pytest.mark.parametrize(
    ("who", "home", "kind"), [("anna", True, True), ("bo", False, False), ("dorte", True, True), ("carl", False, False)]
)
def test_a_home_address_and_a_kind_of_absence_are_for_the_person_and_hr(
    who: str, home: bool, kind: bool, request: pytest.FixtureRequest, anna: models.Employee
) -> None:
    viewer = access.viewer(request.getfixturevalue(who), TODAY)
    keeps = access.keeps(viewer, anna.pk, TODAY)
    assert access.may_see_home(viewer, anna.pk) == home
    assert access.may_see_kind(viewer, anna.pk, keeps=keeps) == kind
