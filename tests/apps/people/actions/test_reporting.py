"""A new manager is a date, and nobody leads themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from hjemmedag.apps.people import actions, models
from hjemmedag.core.refusals import Refused
from tests.conftest import HIRED, NOW, TODAY

DAY = timedelta(days=1)
MARCH, JUNE = date(2027, 3, 1), date(2027, 6, 1)
Hire = Callable[..., models.Employee]


def assign(person: models.Employee, manager: models.Employee | None, on: date) -> None:
    actions.assign_manager(employee=person.pk, manager=manager.pk if manager else None, on=on, actor=person.pk, now=NOW)


def lines(person: models.Employee) -> list[tuple[date, date | None, models.Employee]]:
    return [(row.starts, row.ends, row.manager) for row in person.reporting.order_by("starts")]


def test_a_new_manager_from_a_day(anna: models.Employee, bo: models.Employee, carl: models.Employee) -> None:
    assign(anna, carl, MARCH)
    assert lines(anna) == [(HIRED, MARCH, bo), (MARCH, None, carl)]


def test_no_manager_from_a_day(anna: models.Employee, bo: models.Employee) -> None:
    assign(anna, None, MARCH)
    assert lines(anna) == [(HIRED, MARCH, bo)]


def test_a_first_manager_lasts_as_long_as_the_employment(carl: models.Employee, bo: models.Employee) -> None:
    models.Employment.objects.filter(employee=carl).update(ends=JUNE)
    assign(carl, bo, MARCH)
    assert lines(carl) == [(MARCH, JUNE, bo)]


def test_nobody_is_their_own_manager(anna: models.Employee) -> None:
    with pytest.raises(Refused, match="sin egen leder"):
        assign(anna, anna, MARCH)


def test_a_circle_is_refused_and_nothing_is_written(anna: models.Employee, bo: models.Employee) -> None:
    with pytest.raises(Refused, match=r"1\. marts 2027"):
        assign(bo, anna, MARCH)
    assert lines(bo) == []


def test_a_circle_that_a_planned_change_would_close_is_refused(
    anna: models.Employee, bo: models.Employee, carl: models.Employee
) -> None:
    assign(carl, anna, JUNE)
    with pytest.raises(Refused, match=r"1\. juni 2027"):
        assign(bo, carl, MARCH)


def test_someone_not_employed_on_the_day_cannot_lead(anna: models.Employee, hire: Hire) -> None:
    new = hire("Ny", starts=JUNE)
    with pytest.raises(Refused, match="Ny Test er ikke ansat"):
        assign(anna, new, MARCH)
    assign(anna, new, JUNE)
    assert models.Reporting.objects.on(JUNE).get(employee=anna).manager == new


def test_a_day_before_the_employment_is_refused(anna: models.Employee, carl: models.Employee) -> None:
    with pytest.raises(Refused, match="Anna Test er ikke ansat"):
        assign(anna, carl, HIRED - DAY)
    assert TODAY not in {starts for starts, _, _ in lines(anna)}
