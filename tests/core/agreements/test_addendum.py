"""What the addendum hands to its layout."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hjemmedag.core.agreements.addendum import PrintedClause, paper
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.law import Text
from tests.papers import ANNA, CONTENT, HOURS


def test_everything_is_plain_enough_for_json() -> None:
    assert json.loads(json.dumps(paper(CONTENT))) == paper(CONTENT)


def test_the_week_has_a_row_for_each_weekday_worked_and_a_place_for_each_week_of_the_cycle() -> None:
    hours = {day: HOURS[day] for day in (0, 1, 4)}
    pattern = Pattern(remote=False, cycle_weeks=2, home_days=frozenset({1, 5, 9}), hours=hours)
    assert paper(replace(CONTENT, pattern=pattern))["week"] == [
        {"day": {"da": "mandag", "en": "Monday"}, "hours": "08:00–16:00", "home": [False, True]},
        {"day": {"da": "tirsdag", "en": "Tuesday"}, "hours": "08:00–16:00", "home": [True, False]},
        {"day": {"da": "fredag", "en": "Friday"}, "hours": "07:30–15:00", "home": [False, True]},
    ]


def _paragraphs(da: str, en: str) -> object:
    clause = PrintedClause(Text(da="", en=""), Text(da=da, en=en))
    printed = paper(replace(CONTENT, clauses=(clause,)))["clauses"]
    assert isinstance(printed, list)
    return printed[0]["paragraphs"]


def test_the_paragraphs_of_a_clause_stand_beside_each_other() -> None:
    assert _paragraphs("Et.\r\n\r\nTo.\n", "One.\n \nTwo.") == [
        {"da": "Et.", "en": "One."},
        {"da": "To.", "en": "Two."},
    ]


def test_a_clause_with_other_paragraphs_in_english_is_kept_in_one_piece() -> None:
    assert _paragraphs("Et.\n\nTo.", "One, two.") == [{"da": "Et.\n\nTo.", "en": "One, two."}]


def test_no_notice_agreed_is_not_the_same_as_none() -> None:
    assert paper(replace(CONTENT, notice_months=None))["notice"] is None


def test_a_pattern_with_faults_is_no_addendum() -> None:
    with pytest.raises(ValueError, match="no_home_day"):
        replace(CONTENT, pattern=Pattern(remote=False, cycle_weeks=1, home_days=frozenset(), hours=HOURS))


def test_one_signer_is_too_few() -> None:
    with pytest.raises(ValueError, match="signed by the employee and by the employer"):
        replace(CONTENT, signers=(ANNA,))
