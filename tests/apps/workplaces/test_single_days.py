"""Single days at home count towards the average of screen work, whether or not hours are registered."""

from __future__ import annotations

from datetime import timedelta

from hjemmedag.apps.agreements.models import AdHocAnswer, AdHocDay
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import queries
from hjemmedag.core.workplaces.screen import Because
from tests.conftest import NOW, TODAY

DAY = timedelta(days=1)


def at_home(employee: Employee, by: Employee, a_week: int, weeks: int) -> None:
    """So many approved days in each of the last whole weeks."""
    for week in range(1, weeks + 1):
        for day in range(a_week):
            row = AdHocDay.objects.create(employee=employee, day=TODAY - 7 * week * DAY + day * DAY, asked_at=NOW)
            AdHocAnswer.objects.create(ad_hoc_day=row, outcome="approved", by=by, at=NOW)


def test_three_single_days_a_week_for_months_bring_the_home_under_the_order(anna: Employee, bo: Employee) -> None:
    at_home(anna, bo, 3, 13)
    screen = queries.screens([anna.pk], TODAY)[anna.pk]
    assert (screen.covered, screen.answer.because) == (True, Because.HOME)
    assert anna.pk in queries.to_judge(TODAY)


def test_three_days_in_a_single_week_do_not(anna: Employee, bo: Employee) -> None:
    at_home(anna, bo, 3, 1)
    assert not queries.screens([anna.pk], TODAY)[anna.pk].covered


def test_who_has_no_single_days_is_not_judged_by_them(anna: Employee, bo: Employee) -> None:
    at_home(anna, bo, 3, 13)
    assert queries.screens([bo.pk], TODAY) == {}
    assert bo.pk not in queries.to_judge(TODAY)
