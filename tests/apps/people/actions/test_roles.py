"""Roles and signing rights with their days; the company is never without HR."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hjemmedag.apps.people import actions, models
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused
from tests.conftest import HIRED, NOW, TODAY

DAY = timedelta(days=1)
MARCH = date(2027, 3, 1)


def grant(person: models.Employee, role: Role, starts: date = TODAY, **more: object) -> models.RoleGrant:
    return actions.grant_role(employee=person.pk, role=role, starts=starts, actor=person.pk, now=NOW, **more)  # type: ignore[arg-type]


def end(row: models.RoleGrant, last_day: date) -> None:
    actions.end_role(grant=row.pk, last_day=last_day, actor=row.employee_id, now=NOW, today=TODAY)


def test_one_person_may_hold_several_roles(carl: models.Employee) -> None:
    grant(carl, Role.PAYROLL)
    grant(carl, Role.IT, last_day=MARCH - DAY)
    assert sorted(carl.grants.values_list("role", "ends")) == [("it", MARCH), ("payroll", None)]


def test_the_same_role_twice_at_once_is_refused(carl: models.Employee) -> None:
    grant(carl, Role.IT)
    with pytest.raises(Refused, match="har allerede denne rolle"):
        grant(carl, Role.IT, starts=MARCH)


def test_payroll_is_never_for_one_department(carl: models.Employee) -> None:
    with pytest.raises(Refused, match="hele virksomheden"):
        grant(carl, Role.PAYROLL, department=models.Department.objects.get(name="HR"))


def test_a_role_ends_after_its_last_day(carl: models.Employee) -> None:
    row = grant(carl, Role.IT, starts=HIRED)
    end(row, MARCH - DAY)
    row.refresh_from_db()
    assert row.ends == MARCH


def test_a_role_that_would_have_begun_later_is_taken_back(carl: models.Employee) -> None:
    end(grant(carl, Role.IT, starts=MARCH), TODAY)
    assert carl.grants.count() == 0


def test_what_was_held_before_yesterday_stays(carl: models.Employee) -> None:
    row = grant(carl, Role.IT, starts=HIRED)
    with pytest.raises(Refused, match=r"22\. november 2026"):
        end(row, TODAY - 2 * DAY)
    end(row, TODAY - DAY)
    assert carl.grants.get().ends == TODAY


def test_an_end_is_not_moved_away(carl: models.Employee) -> None:
    row = grant(carl, Role.IT, last_day=MARCH)
    with pytest.raises(Refused, match=r"1\. marts 2027"):
        end(row, MARCH + DAY)


def test_the_last_hr_keeps_the_role_until_another_has_it(dorte: models.Employee, carl: models.Employee) -> None:
    row = models.RoleGrant.objects.get(employee=dorte)
    with pytest.raises(Refused, match=r"24\. november 2026"):
        end(row, TODAY)
    grant(carl, Role.HR, starts=MARCH)
    with pytest.raises(Refused, match=r"24\. november 2026"):
        end(row, TODAY)
    end(row, MARCH - DAY)
    with pytest.raises(Refused):
        end(models.RoleGrant.objects.get(employee=carl), MARCH)


def test_hr_for_a_department_does_not_stand_in_for_hr_of_the_company(
    dorte: models.Employee, carl: models.Employee
) -> None:
    grant(carl, Role.HR, department=models.Department.objects.get(name="HR"))
    with pytest.raises(Refused, match="ingen have HR"):
        end(models.RoleGrant.objects.get(employee=dorte), TODAY)


def test_hr_who_leaves_does_not_stand_in(dorte: models.Employee, carl: models.Employee) -> None:
    grant(carl, Role.HR)
    models.Employment.objects.filter(employee=carl).update(ends=MARCH)
    with pytest.raises(Refused, match=r"1\. marts 2027"):
        end(models.RoleGrant.objects.get(employee=dorte), TODAY)


def test_signing_rights_are_given_once_and_ended(carl: models.Employee) -> None:
    right = actions.give_signing_right(employee=carl.pk, starts=TODAY, actor=carl.pk, now=NOW)
    with pytest.raises(Refused, match="må allerede skrive under"):
        actions.give_signing_right(employee=carl.pk, starts=MARCH, actor=carl.pk, now=NOW)
    actions.end_signing_right(right=right.pk, last_day=MARCH - DAY, actor=carl.pk, now=NOW, today=TODAY)
    assert carl.signing_rights.get().ends == MARCH
