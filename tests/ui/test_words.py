"""Dates, times and amounts as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from hjemmedag.core.law.text import Text
from hjemmedag.ui import words

TODAY = date(2026, 11, 23)
SOON = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    with override("da"):
        yield


def test_a_date_of_this_year_has_its_weekday_and_no_year() -> None:
    assert words.weekday_date(SOON, TODAY) == "torsdag 26. november"


def test_a_date_of_another_year_has_its_year() -> None:
    assert words.weekday_date(date(2027, 1, 4), TODAY) == "mandag 4. januar 2027"


def test_without_a_today_the_year_is_always_written() -> None:
    assert words.day_date(SOON) == "26. november 2026"


def test_a_moment_is_said_on_the_clock_of_the_company() -> None:
    at = datetime(2026, 11, 23, 19, 0, tzinfo=ZoneInfo("UTC"))
    assert words.moment(at, TODAY) == "mandag 23. november kl. 20:00"


def test_a_moment_around_midnight_belongs_to_the_local_day() -> None:
    at = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert words.when(at, TODAY) == "tirsdag 24. november kl. 00:30"


def test_a_plain_date_has_no_clock() -> None:
    assert words.when(SOON, TODAY) == "torsdag 26. november"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(444, "7 t 24 min"), (480, "8 t"), (24, "24 min"), (0, "0 min"), (-90, "−1 t 30 min")],
)
def test_durations_name_hours_and_minutes_and_leave_out_what_is_nothing(minutes: int, expected: str) -> None:
    assert words.duration(minutes) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(1250, "1.250 kr."), (Decimal("1250.50"), "1.250,50 kr."), (Decimal("75.00"), "75 kr."), (0, "0 kr.")],
)
def test_amounts_are_written_the_danish_way(amount: Decimal | int, expected: str) -> None:
    assert words.kroner(amount) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (lambda: words.weekday_date(SOON, TODAY), "Thursday 26 November"),
        (lambda: words.short_day(SOON), "Thu 26"),
        (lambda: words.duration(444), "7 h 24 min"),
        (lambda: words.kroner(1250), "DKK 1,250"),
        (lambda: words.clock(time(20, 0)), "20:00"),
        (lambda: words.said(Text(da="hvile", en="rest")), "rest"),
    ],
)
def test_english_readers_get_english(said: Callable[[], str], expected: str) -> None:
    with override("en"):
        assert said() == expected
