"""Which reminder a duty calls for."""

from __future__ import annotations

from datetime import date, timedelta

from hjemmedag.core.duties import Duty
from hjemmedag.core.overview.reminders import reminder

DUE = date(2026, 11, 30)
DUTY = Duty(kind="agreements.sign", owner=1, about=1, subject=7, rule="agreements.addendum", minutes=2, due=DUE)


def test_a_duty_is_reminded_of_before_on_the_day_and_weekly_after() -> None:
    keys = [reminder(DUTY, DUE + timedelta(days=days)) for days in (-4, -3, -1, 0, 1, 6, 7, 14)]
    steps = [key and key.rsplit(":", 1)[1] for key in keys]
    assert steps == [None, "before", "before", "today", "overdue-0", "overdue-0", "overdue-1", "overdue-2"]


def test_a_duty_without_a_date_is_never_mailed_about() -> None:
    undated = Duty(kind="people.agreement", owner=1, about=1, subject=7, rule="x", minutes=2)
    assert reminder(undated, DUE) is None
