"""Many checked at once are told the same as each checked alone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmedag.core.worktime.bulk.check import groups
from hjemmedag.core.worktime.bulk.intervals import Entries
from hjemmedag.core.worktime.bulk.people import people
from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.clock import instant
from hjemmedag.core.worktime.entries import Kind, TimeEntry, Timesheet
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.rulebook.load import load
from tests.core.worktime.reference import DAY, MINUTES
from tests.core.worktime.weeks import worked

LIMITS = Limits.of(load().on(date(2026, 11, 30)))
TICK = MINUTES * 60

Row = tuple[int, int, bool]


@st.composite
def crowd(draw: st.DrawFn) -> list[list[Row]]:
    """Up to four employees with at least one entry each: start, end in seconds, and whether on call."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        spans = draw(worked(draw(st.sampled_from([1, 3, 18, 18, 45]))))[1]
        repeated = draw(st.sampled_from([1, 1, 1, 9]))
        rows = [
            ((start + n * 21 * DAY) * TICK, (end + n * 21 * DAY) * TICK, draw(st.integers(0, 30)) == 0)
            for start, end in spans or [(2_974_000, 2_974_050)]
            for n in range(repeated)
        ]
        found.append(rows)
    return found


def entries(drawn: list[list[Row]]) -> Entries:
    rows = [(number, *row) for number, own in enumerate(drawn) for row in own]
    employee, start, end, away = (np.array(column) for column in zip(*rows, strict=True))
    return Entries(employee.astype(np.int32), start, end, away if away.any() else None)


def sheet(own: list[Row], known_from: int | None, known_to: int | None) -> Timesheet:
    return Timesheet(
        employee="",
        entries=tuple(
            TimeEntry(start=instant(start), end=instant(end), kind=Kind.ON_CALL if away else Kind.WORK)
            for start, end, away in own
        ),
        known_from=known_from and instant(known_from),
        known_to=known_to and instant(known_to),
    )


@given(crowd(), st.sampled_from([None, -30, -2, 300]), st.sampled_from([None, 40, 2, -200]))
@settings(max_examples=1000, deadline=None)
def test_together_as_alone(drawn: list[list[Row]], before: int | None, after: int | None) -> None:
    known_from = before and min(start for own in drawn for start, _, _ in own) + before * 3600
    known_to = after and max(end for own in drawn for _, end, _ in own) + after * 3600
    if known_from and known_to and known_to <= known_from:
        known_to = None
    alone = [check(sheet(own, known_from, known_to), load(), on=LIMITS.law.day) for own in drawn]
    together = list(people(entries(drawn), LIMITS, known_from, known_to))
    assert [person.number for person in together] == list(range(len(drawn)))
    assert [dict(person.verdicts) for person in together] == [dict(checked.verdicts) for checked in alone]
    assert [list(person.findings) for person in together] == [list(checked.findings) for checked in alone]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(1, 12))
def test_groups_hold_whole_employees(counts: list[int], most: int) -> None:
    employee = np.repeat(np.arange(len(counts)), counts)
    found = [employee[rows].tolist() for rows in groups(employee, most)]
    assert [number for group in found for number in group] == employee.tolist()
    assert all(one[-1] != other[0] for one, other in pairwise(found))
    assert all(len(group) <= most or len(set(group)) == 1 for group in found)
