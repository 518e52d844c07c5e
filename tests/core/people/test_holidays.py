"""Public holidays and Easter, against an independent calendar."""

from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.people.holidays import easter, public_holidays
from hjemmedag.core.people.rules.public_holidays import Facts, decide
from hjemmedag.rulebook.load import load


@pytest.mark.parametrize("year", range(1970, 2100))
def test_the_days_are_those_of_the_holidays_package(year: int) -> None:
    assert list(public_holidays(year, load())) == sorted(holidays.country_holidays("DK", years=year))


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    found = easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@pytest.mark.parametrize(
    "found",
    [date(1818, 3, 22), date(1943, 4, 25), date(1954, 4, 18), date(1981, 4, 19), date(2008, 3, 23), date(2038, 4, 25)],
)
def test_easter_falls_right_in_the_years_where_the_epact_is_corrected_and_at_both_ends(found: date) -> None:
    assert easter(found.year) == found


def test_each_day_has_its_name() -> None:
    named = public_holidays(2023, load())
    assert named[date(2023, 5, 5)] == Text(da="Store bededag", en="Great Prayer Day")
    assert named[date(2023, 5, 18)] == Text(da="Kristi himmelfartsdag", en="Ascension Day")


@pytest.mark.parametrize("year", [1899, 2200, -1, 10**30])
def test_a_year_far_off_is_refused(year: int) -> None:
    with pytest.raises(FactsError, match=r"^year: the year"):
        decide(Facts(year), load())
