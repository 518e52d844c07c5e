"""Dates, times and numbers as a letter writes them. Hard spaces are written as ~ here."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from hjemmedag.core.documents import wording
from hjemmedag.core.law import Text


def soft(text: Text) -> tuple[str, str]:
    return text.da.replace(wording.HARD, "~"), text.en.replace(wording.HARD, "~")


def test_a_day_in_words() -> None:
    assert soft(wording.day(date(2026, 12, 1))) == ("1.~december 2026", "1~December 2026")


def test_a_day_with_its_weekday() -> None:
    assert soft(wording.weekday(date(2026, 12, 1))) == ("tirsdag 1.~december 2026", "Tuesday 1~December 2026")


def test_a_time_of_day_has_two_digits_for_each() -> None:
    assert wording.between(time(7, 30), time(15)) == "07:30–15:00"


@pytest.mark.parametrize(
    ("moment", "da", "utc"),
    [
        (
            datetime(2026, 11, 24, 8, 30, 12, tzinfo=UTC),
            "24.~november 2026 kl. 09:30:12 dansk tid",
            "2026-11-24 08:30:12 UTC",
        ),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "2.~juli 2026 kl. 00:30:00 dansk tid", "2026-07-01 22:30:00 UTC"),
    ],
)
def test_an_instant_is_told_in_danish_time_and_in_utc(moment: datetime, da: str, utc: str) -> None:
    assert (soft(wording.instant(moment))[0], wording.universal(moment)) == (da, utc)


@pytest.mark.parametrize(
    ("minutes", "da", "en"),
    [
        (2220, "37~timer", "37~hours"),
        (1332, "22~timer og 12~minutter", "22~hours and 12~minutes"),
        (60, "1~time", "1~hour"),
        (61, "1~time og 1~minut", "1~hour and 1~minute"),
        (45, "45~minutter", "45~minutes"),
        (0, "0~timer", "0~hours"),
    ],
)
def test_hours_are_exact(minutes: int, da: str, en: str) -> None:
    assert soft(wording.hours(minutes)) == (da, en)


@pytest.mark.parametrize(
    ("months", "da", "en"),
    [(1, "1~måneds varsel", "1~month’s notice"), (3, "3~måneders varsel", "3~months’ notice")],
)
def test_notice_in_months(months: int, da: str, en: str) -> None:
    assert soft(wording.notice(months)) == (da, en)


@pytest.mark.parametrize(
    ("count", "da", "en"),
    [
        (1, "mandag", "Monday"),
        (2, "mandag og tirsdag", "Monday and Tuesday"),
        (3, "mandag, tirsdag og onsdag", "Monday, Tuesday and Wednesday"),
    ],
)
def test_a_series_of_words(count: int, da: str, en: str) -> None:
    assert soft(wording.series(wording.WEEKDAYS[:count])) == (da, en)
