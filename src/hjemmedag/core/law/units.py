"""Units of the rulebook's values: the kind of value each takes, and how people write it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TypeGuard

from hjemmedag.core.law.text import MONTHS, Text

Value = int | Decimal | str | bool | time


@dataclass(frozen=True, slots=True)
class Unit:
    """What values look like: the words that follow a number, or the number one; their type; whether below nought."""

    words: Text
    type: type[int] | type[Decimal] | type[str] | type[bool] | type[time] = int
    one: Text | None = None
    signed: bool = False

    @property
    def ordered(self) -> bool:
        """Whether one value can be more than another."""
        return self.type in (int, Decimal)

    def accepts(self, value: object) -> TypeGuard[Value]:
        """Whether `value` can stand in this unit. A whole number may stand where a decimal may."""
        if isinstance(value, str):
            return self.type is str and _is_month_day(value)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return type(value) is self.type
        finite = isinstance(value, int) or value.is_finite()
        return finite and self.type in (type(value), Decimal) and (self.signed or value >= 0)

    @property
    def example(self) -> str:
        """How a value is written, for whoever wrote it wrongly."""
        return EXAMPLES[self.type]


EXAMPLES: dict[type, str] = {
    int: "a whole number, like 3",
    Decimal: "a number, like 7.4",
    str: 'a month and a day as text, like "12-25"',
    bool: "true or false",
    time: "a time of day, like 22:00:00",
}

UNITS = {
    "minutes": Unit(Text(da="minutter", en="minutes"), one=Text(da="minut", en="minute")),
    "hours": Unit(Text(da="timer", en="hours"), Decimal, one=Text(da="time", en="hour")),
    "days": Unit(Text(da="dage", en="days"), one=Text(da="dag", en="day")),
    "days_of_24_hours": Unit(Text(da="døgn", en="days of 24 hours"), one=Text(da="døgn", en="day of 24 hours")),
    "weeks": Unit(Text(da="uger", en="weeks"), one=Text(da="uge", en="week")),
    "months": Unit(Text(da="måneder", en="months"), one=Text(da="måned", en="month")),
    "years": Unit(Text(da="år", en="years"), one=Text(da="år", en="year")),
    "minutes_per_7_days": Unit(Text(da="minutter pr. 7 døgn", en="minutes per 7 days")),
    "hours_per_7_days": Unit(Text(da="timer pr. 7 døgn", en="hours per 7 days"), Decimal),
    "hours_per_week": Unit(Text(da="timer om ugen", en="hours a week"), Decimal),
    "hours_per_12_months": Unit(Text(da="timer på 12 måneder", en="hours in 12 months"), Decimal),
    "percent": Unit(Text(da="procent", en="per cent"), Decimal),
    "dkk": Unit(Text(da="kr.", en="DKK"), Decimal),
    "dkk_per_km": Unit(Text(da="kr. pr. km", en="DKK per km"), Decimal),
    "km": Unit(Text(da="km", en="km")),
    "inches": Unit(Text(da="tommer", en="inches")),
    "employees": Unit(Text(da="ansatte", en="employees")),
    "answers": Unit(Text(da="svar", en="answers")),
    "weeks_of_pay": Unit(Text(da="ugers løn", en="weeks of pay")),
    "time": Unit(Text(da="klokkeslæt", en="time of day"), time),
    "boolean": Unit(Text(da="ja eller nej", en="yes or no"), bool),
    "month_day": Unit(Text(da="dag i året", en="day of the year"), str),
    "days_from_easter": Unit(
        Text(da="dage fra påskedag", en="days from Easter Sunday"),
        one=Text(da="dag fra påskedag", en="day from Easter Sunday"),
        signed=True,
    ),
}


def _is_month_day(value: str) -> bool:
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{value}")
    except ValueError:
        return False
    return len(value) == len("12-25")


def exact(value: Value) -> Decimal:
    """The value as an exact number. Raises `TypeError` for one that isn't a number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"not a number: {value!r}")
    return Decimal(value)


def value_text(value: Value, unit: str) -> Text:
    """The value with its unit, as people write it: "7.600 kr.", "11 timer", "kl. 22:00", "25. december", "ja"."""
    if isinstance(value, bool):
        return Text(da="ja", en="yes") if value else Text(da="nej", en="no")
    if isinstance(value, time):
        return Text(da=f"kl. {value:%H:%M}", en=f"{value:%H:%M}")
    if isinstance(value, str):
        day = date.fromisoformat(f"{LEAP_YEAR}-{value}")
        return Text(da=f"{day.day}. {MONTHS['da'][day.month - 1]}", en=f"{day.day} {MONTHS['en'][day.month - 1]}")
    if unit in WHOLE_HOURS and value and not value % 60:
        return value_text(value // 60, WHOLE_HOURS[unit])
    words, written = UNITS[unit].words, f"{value:,}"
    if value == 1:
        words = UNITS[unit].one or words
    return Text(da=f"{written.translate(DANISH_MARKS)} {words.da}", en=f"{written} {words.en}")


WHOLE_HOURS = {"minutes": "hours", "minutes_per_7_days": "hours_per_7_days"}
"""What an even number of hours is written in, instead of minutes."""

LEAP_YEAR = 2000
DANISH_MARKS = str.maketrans(",.", ".,")
