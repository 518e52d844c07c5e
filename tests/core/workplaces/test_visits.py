"""How far a visit has come: silence is no, and nothing but a yes that stands lets it take place."""

from datetime import datetime, timedelta

import pytest

from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.workplaces.visits import Course, Ended, Said, State

STARTS = datetime(2026, 11, 30, 10, tzinfo=COPENHAGEN)
BEFORE, DURING, LATER = STARTS - timedelta(minutes=1), STARTS + timedelta(minutes=20), STARTS + timedelta(days=1)


@pytest.mark.parametrize(
    ("course", "now", "state"),
    [
        (Course(STARTS), BEFORE, State.ASKED),
        (Course(STARTS), STARTS, State.LAPSED),
        (Course(STARTS, Said.NO), BEFORE, State.NO),
        (Course(STARTS, Said.ANOTHER_WAY), LATER, State.ANOTHER_WAY),
        (Course(STARTS, Said.AGREES), BEFORE, State.AGREED),
        (Course(STARTS, Said.AGREES), STARTS, State.UNDER_WAY),
        (Course(STARTS, Said.AGREES), LATER, State.UNWRITTEN),
        (Course(STARTS, Said.AGREES, Ended.WITHDRAWN), DURING, State.WITHDRAWN),
        (Course(STARTS, Said.AGREES, Ended.HELD), LATER, State.HELD),
        (Course(STARTS, Said.AGREES, Ended.NOT_HELD), LATER, State.NOT_HELD),
    ],
)
def test_a_visit_is_as_far_as_its_answer_its_end_and_the_clock(course: Course, now: datetime, state: State) -> None:
    assert course.state(now) is state


def test_a_yes_can_be_taken_back_until_the_outcome_is_written_and_an_outcome_needs_a_yes_that_stands() -> None:
    moments = (BEFORE, DURING, LATER)
    agreed = Course(STARTS, Said.AGREES)
    assert [agreed.may_withdraw(now) for now in moments] == [True, True, True]
    assert [agreed.may_write(now) for now in moments] == [False, True, True]
    for over in (Course(STARTS), Course(STARTS, Said.NO), *(Course(STARTS, Said.AGREES, end) for end in Ended)):
        assert [over.may_withdraw(now) or over.may_write(now) for now in moments] == [False, False, False]


def test_the_day_is_that_of_the_company_not_that_of_greenwich() -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=COPENHAGEN)
    assert Course(late, Said.AGREES).state(late + timedelta(minutes=20)) is State.UNDER_WAY
    assert Course(late, Said.AGREES).state(late + timedelta(minutes=40)) is State.UNWRITTEN
