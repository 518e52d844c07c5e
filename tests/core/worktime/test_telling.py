"""Yes and no from time to time: nothing small, and nothing unanimous, lies between two tellings."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.worktime.telling import Said, Told, told

LEAST = 3


def some(yes: int, no: int = 0, first: int = 0) -> list[Said]:
    return [Said(first + number, number < yes) for number in range(yes + no)]


def figures(*periods: dict[str, list[Said]]) -> dict[str, tuple[int, int]]:
    """By the units told together: the period they are told through, and how many people they stand for."""
    return {"".join(one.units): (one.period, one.people) for one in _told(*periods)}


def _told(*periods: dict[str, list[Said]]) -> list[Told[str]]:
    return told([(each, LEAST) for each in periods])


def test_one_more_answer_waits_until_enough_have_come() -> None:
    first = {"A": some(2, 1)}
    assert figures(first, {"A": some(0, 1, 10)}) == {"A": (0, 3)}
    assert figures(first, {"A": some(0, 1, 10)}, {"A": some(2, 0, 20)}) == {"A": (2, 6)}


def test_where_everyone_gets_the_same_nothing_is_told() -> None:
    assert figures({"A": some(0, 5), "B": some(5)}) == {}
    assert figures({"A": some(2, 1)}, {"A": some(0, 5, 10)}) == {"A": (0, 3)}


def test_the_same_person_twice_is_one_person() -> None:
    assert figures({"A": [Said(1, True), Said(1, False), Said(2, True)]}) == {}


def test_somebody_counted_in_two_units_is_one_person_in_both_together() -> None:
    assert figures({"A": some(1, 1), "B": some(1, 1)}) == {}


def test_a_small_unit_that_comes_later_is_told_with_one_that_grows_and_not_beside_one_that_does_not() -> None:
    first, small = {"A": some(2, 1)}, {"B": some(1, 1, 10)}
    assert figures(first, small) == {"A": (0, 3)}
    assert figures(first, small | {"A": some(2, 1, 20)}) == {"AB": (1, 8)}


ANSWERS = st.lists(st.builds(Said, st.integers(0, 12), st.booleans()), max_size=8)
PERIODS = st.lists(st.dictionaries(st.sampled_from("ABCD"), ANSWERS), min_size=1, max_size=4)


@given(PERIODS)
def test_between_two_tellings_lie_enough_people_and_both_answers(periods: list[dict[str, list[Said]]]) -> None:
    before: list[Told[str]] = []
    for number in range(1, len(periods) + 1):
        now = _told(*periods[:number])
        for one in now:
            parts = [other for other in before if set(other.units) <= set(one.units)]
            assert not any(set(other.units) & set(one.units) for other in before if other not in parts)
            news = Counter(one.answers) - Counter(each for other in parts for each in other.answers)
            if news or [one] != parts:
                assert len({each.who for each in news}) >= LEAST
                assert {each.granted for each in news} == {True, False}
        assert {unit for other in before for unit in other.units} <= {unit for one in now for unit in one.units}
        before = now
