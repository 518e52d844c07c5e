"""The clock after a breach: seventy-two hours that have really passed, at any time of the year."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import Verdict
from hjemmedag.core.security.rules.breach import Facts, decide
from hjemmedag.rulebook.load import load


@given(
    st.datetimes(
        datetime.fromisoformat("2018-05-26T00:00"), datetime.fromisoformat("2040-01-01T00:00"), timezones=st.just(UTC)
    )
)
def test_exactly_72_hours_pass_between_knowing_and_the_deadline(aware: datetime) -> None:
    deadline = decide(Facts(aware), load()).deadline
    assert deadline is not None
    assert deadline.astimezone(UTC) - aware == timedelta(hours=72)
    assert deadline.tzinfo is COPENHAGEN


def test_a_python_caller_may_give_a_danish_time_without_offset() -> None:
    answer = decide(Facts(datetime.fromisoformat("2026-11-06T16:00")), load())
    assert answer.deadline == datetime(2026, 11, 9, 16, 0, tzinfo=COPENHAGEN)


def test_the_law_is_that_of_the_danish_day() -> None:
    last_instant_before = datetime(2018, 5, 24, 21, 59, tzinfo=UTC)
    assert decide(Facts(last_instant_before), load()).verdict is Verdict.UNDETERMINED
    assert decide(Facts(last_instant_before + timedelta(minutes=1)), load()).verdict is Verdict.OK
