"""Information about changes: in time or not, for any two dates."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.agreements.rules.information import Facts, decide
from hjemmedag.core.law import Verdict
from hjemmedag.rulebook.load import load

DAYS = st.dates(date(2023, 7, 1), date(2030, 12, 31))


@given(DAYS, DAYS)
def test_terms_are_in_time_exactly_when_they_arrive_by_the_day_they_apply(delivered: date, effective: date) -> None:
    answer = decide(Facts(delivered, effective), load())
    assert answer.latest == effective
    assert answer.verdict is (Verdict.OK if delivered <= effective else Verdict.VIOLATION)
