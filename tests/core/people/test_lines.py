"""Lines of management never come back to where they began."""

from datetime import date

from hjemmedag.core.people.lines import first_circle
from hjemmedag.core.periods import Period

MONDAY, MARCH = date(2026, 11, 23), date(2027, 3, 1)
ALWAYS = Period(date(2020, 1, 1))
ANNA, BO, CARL = 1, 2, 3


def test_a_line_that_ends_is_no_circle() -> None:
    assert first_circle(ANNA, [(ANNA, BO, ALWAYS), (BO, CARL, ALWAYS)], MONDAY) is None


def test_two_who_lead_each_other_are_a_circle() -> None:
    assert first_circle(ANNA, [(ANNA, BO, ALWAYS), (BO, ANNA, ALWAYS)], MONDAY) == MONDAY


def test_a_circle_that_closes_on_a_later_day_is_found_on_that_day() -> None:
    lines = [(ANNA, BO, ALWAYS), (BO, CARL, ALWAYS), (CARL, ANNA, Period(MARCH))]
    assert first_circle(ANNA, lines, MONDAY) == MARCH


def test_a_circle_that_is_over_is_none() -> None:
    lines = [(ANNA, BO, ALWAYS), (BO, ANNA, Period(date(2020, 1, 1), MONDAY))]
    assert first_circle(ANNA, lines, MONDAY) is None


def test_a_circle_further_up_that_does_not_pass_the_person_ends_the_search() -> None:
    assert first_circle(ANNA, [(ANNA, BO, ALWAYS), (BO, CARL, ALWAYS), (CARL, BO, ALWAYS)], MONDAY) is None
