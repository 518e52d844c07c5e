"""Units: which values they take, and how people write them."""

from datetime import time
from decimal import Decimal

import pytest

from hjemmedag.core.law import Text, Value
from hjemmedag.core.law.units import UNITS, exact, value_text


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("minutes", 660),
        ("hours", Decimal("7.4")),
        ("hours", 72),
        ("time", time(22)),
        ("boolean", False),
        ("month_day", "02-29"),
        ("days_from_easter", -3),
    ],
)
def test_a_unit_takes_values_of_its_kind(unit: str, value: object) -> None:
    assert UNITS[unit].accepts(value)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("minutes", "660"),
        ("minutes", Decimal(660)),
        ("minutes", True),
        ("minutes", -1),
        ("hours", Decimal("-0.1")),
        ("hours", Decimal("NaN")),
        ("hours", Decimal("Infinity")),
        ("hours", 7.4),
        ("time", "22:00"),
        ("boolean", 1),
        ("month_day", "02-30"),
        ("month_day", "0229"),
        ("month_day", "12-25T10"),
    ],
)
def test_a_unit_refuses_other_values(unit: str, value: object) -> None:
    assert not UNITS[unit].accepts(value)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (7600, "dkk", Text(da="7.600 kr.", en="7,600 DKK")),
        (Decimal("2.28"), "dkk_per_km", Text(da="2,28 kr. pr. km", en="2.28 DKK per km")),
        (1, "months", Text(da="1 måned", en="1 month")),
        (660, "minutes", Text(da="11 timer", en="11 hours")),
        (60, "minutes", Text(da="1 time", en="1 hour")),
        (90, "minutes", Text(da="90 minutter", en="90 minutes")),
        (0, "minutes", Text(da="0 minutter", en="0 minutes")),
        (2880, "minutes_per_7_days", Text(da="48 timer pr. 7 døgn", en="48 hours per 7 days")),
        (6, "days_of_24_hours", Text(da="6 døgn", en="6 days of 24 hours")),
        (3, "months", Text(da="3 måneder", en="3 months")),
        (-2, "days_from_easter", Text(da="-2 dage fra påskedag", en="-2 days from Easter Sunday")),
        (time(22), "time", Text(da="kl. 22:00", en="22:00")),
        (True, "boolean", Text(da="ja", en="yes")),
        (False, "boolean", Text(da="nej", en="no")),
        ("12-25", "month_day", Text(da="25. december", en="25 December")),
    ],
)
def test_values_are_written_as_people_write_them(value: Value, unit: str, words: Text) -> None:
    assert value_text(value, unit) == words


@pytest.mark.parametrize("value", [True, "12-25", time(22)])
def test_only_numbers_are_exact_numbers(value: Value) -> None:
    with pytest.raises(TypeError):
        exact(value)
