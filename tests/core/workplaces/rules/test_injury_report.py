"""Reporting an injury: bad facts, and that an unsure rule never lets anyone off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import FactsError, Verdict
from hjemmedag.core.rules import RULES
from hjemmedag.core.workplaces.rules.injury_report import KEY, Facts, Report, decide
from hjemmedag.rulebook.load import load

UNSURE_FROM = date(2026, 7, 1)
AWAY = st.sets(st.integers(0, 20), max_size=6)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({}, "injured_on: is missing."),
        ({"injured_on": "2026-06-31"}, 'injured_on: "2026-06-31" is not a date. Write it like 2026-11-30.'),
        ({"injured_on": "2026-06-15", "absent_on": "2026-06-16"}, "absent_on: must be a list, [ … ]."),
        (
            {"injured_on": "2026-06-15", "absent_on": ["2026-06-16", "2026-06-14"]},
            "absent_on[2]: is before injured_on.",
        ),
        ({"injured_on": "2026-06-15", "claim_expected": "no"}, "claim_expected: must be true or false."),
        ({"injured_on": "2026-06-15", "fatal_at": "2026-06-14T23:59"}, "fatal_at: is before injured_on."),
        (
            {"injured_on": "2026-03-29", "fatal_at": "2026-03-29T02:30"},
            'fatal_at: "2026-03-29T02:30" does not exist: the clocks went forward that night.',
        ),
    ],
)
def test_facts_that_cannot_be_used_are_refused_with_their_place(facts: Mapping[str, object], message: str) -> None:
    with pytest.raises(FactsError) as fault:
        RULES[KEY].answer(facts, load())
    assert str(fault.value) == message


@given(st.dates(UNSURE_FROM, date(2027, 12, 31)), AWAY, st.booleans())
def test_from_july_2026_nobody_is_told_no_who_would_have_had_to_report_before(
    injured_on: date, after: set[int], claim: bool
) -> None:
    absent = tuple(injured_on + timedelta(days=days) for days in after)
    now = decide(Facts(injured_on, absent, claim), load())
    would_have = claim or any(day > injured_on for day in absent)
    assert (now.report is Report.NO) is not would_have
    assert (now.report is Report.VERIFY) is (now.verdict is Verdict.WARNING)


@given(st.dates(date(2022, 7, 1), date(2027, 12, 31)), AWAY, st.booleans())
def test_a_deadline_is_fourteen_days_after_the_injury_or_the_first_day_away(
    injured_on: date, after: set[int], claim: bool
) -> None:
    absent = tuple(injured_on + timedelta(days=days) for days in after)
    answer = decide(Facts(injured_on, absent, claim), load())
    starts = [injured_on, *(day for day in absent if day > injured_on)]
    assert answer.deadline is None or answer.deadline in [day + timedelta(days=14) for day in starts]
    assert (answer.deadline is None) is (answer.report is Report.NO)
