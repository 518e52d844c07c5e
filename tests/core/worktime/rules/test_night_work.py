"""Night hours against a count tick by tick."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.clock import instant
from hjemmedag.core.worktime.entries import TimeEntry, Timesheet
from hjemmedag.rulebook.load import load
from tests.core.worktime import reference
from tests.core.worktime.reference import DAY, HOUR, MINUTES, Facts
from tests.core.worktime.weeks import STARTS


@given(
    st.sampled_from(STARTS), st.integers(100, 480), st.integers(0, 24 * HOUR - 1), st.sampled_from([1, 4, 12, 45]),
    st.sampled_from([1, 2, 3]),
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_the_year_with_most_nights_is_found(origin: int, days: int, begins: int, length: int, every: int) -> None:
    spans = [(origin + n * DAY + begins, origin + n * DAY + begins + length) for n in range(0, days, every)]
    work = {tick for start, end in spans for tick in range(start, end)}
    nights = reference.night_ticks(Facts(work=work, known=(min(work), max(work) + 1)))
    entries = [TimeEntry(start=instant(start * MINUTES * 60), end=instant(end * MINUTES * 60)) for start, end in spans]
    answer = check(Timesheet(employee="E1", entries=tuple(entries)), load(), on=date(2026, 11, 30))
    found = [each.measured for each in answer.findings if each.rule == "worktime.night_work"]
    assert found == ([round(nights / HOUR, 1)] if nights >= 200 * HOUR else [])
    assert answer.verdicts["worktime.night_work"] == ("warning" if found else "ok")
