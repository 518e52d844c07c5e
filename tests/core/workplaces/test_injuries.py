"""How the duty to report an injury stands, from what is known of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.workplaces.injuries import Clock, Known, clock, to_do_by
from hjemmedag.rulebook.load import load

ON = date(2026, 11, 23)
BEFORE, SINCE = date(2026, 6, 15), date(2026, 7, 6)
NOON = datetime(2026, 11, 23, 12, tzinfo=COPENHAGEN)
HOUR = timedelta(hours=1)


def stands(injured_on: date, **known: Any) -> tuple[Clock, date | None]:
    facts = Known(injured_on=injured_on, **known)
    answer = facts.answer(ON, load())
    return clock(facts, answer), to_do_by(facts, answer, load())


@pytest.mark.parametrize(
    ("injured_on", "known", "expected"),
    [
        (BEFORE, {}, (Clock.ASK, date(2026, 6, 29))),
        (SINCE, {}, (Clock.ASK, date(2026, 7, 20))),
        (SINCE, {"reported": True, "settled_at": NOON}, (Clock.REPORTED, None)),
        (BEFORE, {"claim_expected": False}, (Clock.NOT_DUE, None)),
        (BEFORE, {"first_away": date(2026, 6, 16), "last_away": date(2026, 6, 16)}, (Clock.DUE, date(2026, 6, 30))),
        (SINCE, {"first_away": date(2026, 7, 7), "last_away": date(2026, 7, 7)}, (Clock.CHECK, date(2026, 7, 21))),
        (SINCE, {"claim_expected": True}, (Clock.DUE, date(2026, 7, 20))),
        (SINCE, {"claim_expected": True, "reported": True, "settled_at": NOON}, (Clock.REPORTED, None)),
        (SINCE, {"claim_expected": True, "reported": False, "settled_at": NOON}, (Clock.DUE, date(2026, 7, 20))),
        (date(2019, 5, 6), {"claim_expected": True}, (Clock.UNKNOWN, None)),
    ],
)
def test_it_stands_as_the_rule_of_the_day_and_what_was_done_say(
    injured_on: date, known: dict[str, Any], expected: tuple[Clock, date | None]
) -> None:
    assert stands(injured_on, **known) == expected


def test_whoever_is_still_away_is_away_until_today() -> None:
    away = Known(injured_on=ON - 4 * timedelta(days=1), first_away=ON - timedelta(days=2)).away(ON)
    assert list(away) == [ON - timedelta(days=2), ON - timedelta(days=1), ON]


@pytest.mark.parametrize(
    ("known_at", "expected"), [(NOON + HOUR, (Clock.DUE, date(2026, 11, 25))), (NOON - HOUR, (Clock.REPORTED, None))]
)
def test_a_death_that_becomes_known_after_the_report_is_reported_anew(
    known_at: datetime, expected: tuple[Clock, date | None]
) -> None:
    death = {"died_at": NOON - 2 * HOUR, "death_known_at": known_at}
    assert stands(ON, reported=True, settled_at=NOON, **death) == expected
