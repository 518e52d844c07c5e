"""How long an entry of working time is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import FactsError
from hjemmedag.core.periods import add_months, end_of_month
from hjemmedag.core.worktime.rules.retention import Facts, decide
from hjemmedag.rulebook.load import load

DAYS = st.dates(date(2024, 7, 1), date(2035, 12, 31))


@given(DAYS, st.integers(1, 12))
def test_an_entry_is_kept_five_years_after_the_end_of_every_window_that_holds_it(day: date, months: int) -> None:
    kept = decide(Facts(day, months), load()).keep_through
    first_of_windows = (add_months(day.replace(day=1), -back) for back in range(months))
    ends = [end_of_month(add_months(first, months - 1)) for first in first_of_windows]
    assert kept == max(add_months(end, 60) for end in ends)


def test_without_an_agreement_the_reference_period_is_the_laws() -> None:
    assert decide(Facts(date(2026, 3, 15)), load()) == decide(Facts(date(2026, 3, 15), 4), load())


@pytest.mark.parametrize(("months", "section"), [(4, "§ 4"), (12, "art. 19")])
def test_the_answer_names_what_the_reference_period_rests_on(months: int, section: str) -> None:
    grounds = decide(Facts(date(2026, 3, 15), months), load()).grounds
    assert grounds.versions[-1].source.section == section


@pytest.mark.parametrize("months", [0, -1, 13])
def test_no_agreement_may_have_another_reference_period(months: int) -> None:
    with pytest.raises(FactsError, match=r"^reference_months: must lie between 1 and 12"):
        decide(Facts(date(2026, 3, 15), months), load())
