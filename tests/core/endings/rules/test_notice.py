"""Notice: what holds for every employment, not only the worked examples in tests/rulebook/cases."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.endings.rules.notice import Basis, Facts, Notice, Side, decide
from hjemmedag.core.law import FactsError
from hjemmedag.core.periods import end_of_month
from hjemmedag.core.policy.notice import MOST_AGREED
from hjemmedag.rulebook.load import load

STARTS = st.dates(date(2000, 1, 1), date(2020, 12, 31))
WORKED = st.integers(0, 365 * 15)


def noticed(start: date, days: int, side: Side = Side.EMPLOYER, agreed: int | None = None) -> Notice:
    return decide(Facts(start, start + timedelta(days=days), side, agreed), load())


@given(STARTS, WORKED)
def test_the_employers_notice_is_a_step_of_the_ladder_and_ends_with_a_month(start: date, days: int) -> None:
    notice = noticed(start, days)
    assert notice.months in (1, 3, 4, 5, 6)
    assert notice.ends_on is not None
    assert notice.ends_on == end_of_month(notice.ends_on)


@given(STARTS, WORKED, st.integers(1, 400))
def test_a_later_notice_is_never_shorter_and_never_ends_earlier(start: date, days: int, later: int) -> None:
    first, second = noticed(start, days), noticed(start, days + later)
    assert first.months is not None
    assert second.months is not None
    assert first.ends_on is not None
    assert second.ends_on is not None
    assert (first.months <= second.months, first.ends_on <= second.ends_on) == (True, True)


@given(STARTS, WORKED)
def test_a_notice_on_any_day_of_a_month_ends_on_the_same_day(start: date, days: int) -> None:
    given_on = start + timedelta(days=days)
    last_day = (end_of_month(given_on) - start).days
    assert noticed(start, days).ends_on == noticed(start, last_day).ends_on


@given(STARTS, WORKED)
def test_the_person_has_left_before_the_seniority_of_a_shorter_notice_runs_out(start: date, days: int) -> None:
    notice = noticed(start, days)
    limits = {1: 6, 3: 36, 4: 72, 5: 108}
    if notice.months in limits:
        assert notice.ends_on is not None
        months_worked = (notice.ends_on.year - start.year) * 12 + notice.ends_on.month - start.month
        assert months_worked <= limits[notice.months]


@given(STARTS, WORKED)
def test_the_employees_notice_is_one_month_whatever_the_seniority(start: date, days: int) -> None:
    assert noticed(start, days, Side.EMPLOYEE).months == 1


@given(STARTS, WORKED, st.sampled_from(Side), st.integers(0, MOST_AGREED))
def test_an_agreed_notice_applies_to_both_sides_and_every_seniority(
    start: date, days: int, side: Side, agreed: int
) -> None:
    notice = noticed(start, days, side, agreed)
    assert (notice.months, notice.basis) == (agreed, Basis.AGREED)


def test_an_agreement_of_no_months_ends_with_the_month() -> None:
    notice = noticed(date(2026, 1, 1), 40, agreed=0)
    assert notice.message.da == (
        "Der er intet varsel ud over måneden ud: den slutter lørdag 28. februar 2026. "
        "Det er aftalt og gælder hjemmearbejdet, ikke ansættelsen."
    )


@pytest.mark.parametrize(
    ("seniority_months", "months"),
    [(0, 1), (4, 1), (5, 3), (32, 3), (33, 4), (67, 4), (68, 5), (102, 5), (103, 6), (400, 6)],
)
def test_the_practical_table_of_seniority_follows_for_employments_from_the_first_of_a_month(
    seniority_months: int, months: int
) -> None:
    years, month = divmod(seniority_months, 12)
    assert decide(Facts(date(2000, 1, 1), date(2000 + years, month + 1, 1), Side.EMPLOYER), load()).months == months


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (Facts(date(2026, 1, 2), date(2026, 1, 1), Side.EMPLOYER), "given_on"),
        (Facts(date(2026, 1, 1), date(2026, 1, 1), Side.EMPLOYER, -1), "agreed_months"),
        (Facts(date(2026, 1, 1), date(2026, 1, 1), Side.EMPLOYER, 13), "agreed_months"),
    ],
)
def test_impossible_facts_are_refused(facts: Facts, field: str) -> None:
    with pytest.raises(FactsError) as fault:
        decide(facts, load())
    assert fault.value.field == field
