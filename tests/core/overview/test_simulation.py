"""People before and after a change, worked out by hand; and what holds for every change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.agreements.pattern import WEEKDAYS, Pattern, Window
from hjemmedag.core.overview.home_days import DayRule, Days, at_home
from hjemmedag.core.overview.simulation import Change, Person, Rules, Seen, simulated
from hjemmedag.core.policy.criteria import Criterion, Facts
from hjemmedag.core.policy.needs import Suitability
from hjemmedag.core.workplaces.screen import Because, Load, Week, judged
from hjemmedag.rulebook.criteria import load as kinds

ON, ABOVE = date(2026, 11, 23), Decimal("14.8")
HOURS = dict.fromkeys(range(5), Window(time(8), time(16)))
MORE, FEWER = (Change(DayRule(days, 1)) for days in (Days.MORE, Days.FEWER))


def week(*days: int) -> Pattern:
    return Pattern(remote=len(days) == WEEKDAYS, cycle_weeks=1, home_days=frozenset(days), hours=HOURS)


def line(pattern: Pattern, facts: Facts, country: str) -> Because:
    """Equal days, no screen desk elsewhere: the rule's own table."""
    if country != "DK":
        return Because.ABROAD
    home = facts.weekly_hours * len(pattern.home_days) / WEEKDAYS
    return judged(Load.of([Week(home, facts.weekly_hours - home, Decimal())]), ABOVE, compliant_desk=False)


def person(*days: int, hours: int = 37, suits: int | None = 3, **other: object) -> Person:
    fits = None if suits is None else Suitability(suits * 20, suits, ())
    facts = Facts(title="Jurist", function="Jurist", suitability=fits, weekly_hours=Decimal(hours))
    return replace(Person(1, facts, function=7, pattern=week(*days) if days else None), **other)


def seen(one: Person, change: Change, *criteria: Criterion) -> Seen:
    [found] = simulated([one], change, Rules(ON, criteria, kinds(), line))
    return found


def test_three_days_instead_of_two_crosses_the_line() -> None:
    found = seen(person(0, 4), MORE)
    assert (found.before.screen, found.after.screen) == (Because.OTHER_PLACE, Because.HOME)
    assert (found.before.days, found.after.days, found.crosses, found.needs_equipment) == (2, 3, True, True)


def test_two_instead_of_three_falls_below_it() -> None:
    found = seen(person(0, 3, 4), FEWER)
    assert (found.after.screen, found.falls, found.crosses) == (Because.OTHER_PLACE, True, False)


@pytest.mark.parametrize(
    ("one", "before", "after"),
    [
        (person(0, 4, country="SE"), False, False),
        (person(0, 4, by_weeks=True), True, True),
        (person(0, 4, hours=14), False, False),
        (person(by_weeks=True), True, True),
        (person(), False, False),
    ],
)
def test_another_country_weeks_worked_and_short_hours(one: Person, before: bool, after: bool) -> None:
    found = seen(one, MORE)
    assert (found.before.covered, found.after.covered) == (before, after)


def test_whoever_loses_all_agreed_days_is_not_covered_by_earlier_weeks_either() -> None:
    found = seen(person(0, by_weeks=True), Change(DayRule(Days.MOST, 0)))
    assert (found.before.covered, found.after.covered, found.falls) == (True, False, True)


def test_a_day_more_than_suits_the_job_loses_the_criterion() -> None:
    found = seen(person(0, 4, suits=2), MORE, Criterion("suitability"))
    assert (found.before.fit.holds, found.after.fit.holds, found.loses) == (True, False, True)
    assert [one.why.en for one in found.after.fit.failing] == [
        "The wish is 3 days a week. The job function Jurist suits 2 days a week at home at most (40 %)."
    ]
    assert found.after.days == 3


def test_what_only_weighs_loses_nobody() -> None:
    assert not seen(person(0, 4, suits=2), MORE, Criterion("suitability", weight=3)).loses


def test_fewer_days_in_the_office_asked_for_gain() -> None:
    most = Change(thresholds={"office_days": 2})
    found = seen(person(0, 3, 4), most, Criterion("office_days", threshold=3))
    assert (found.before.fit.holds, found.after.fit.holds, found.gains) == (False, True, True)


def test_a_job_function_taken_out_has_no_days_at_home() -> None:
    found = seen(person(0, 3, 4), Change(out=frozenset({7})), Criterion("suitability"))
    assert (found.after.days, found.after.fit.out, found.loses, found.falls) == (0, True, True, True)


def test_one_let_in_gains_and_begins_with_the_days_said() -> None:
    asked = Criterion("suitability")
    gains = seen(person(suits=0), Change(let_in=frozenset({7})), asked)
    assert (gains.gains, gains.begins, gains.after.days) == (True, False, 0)
    begins = seen(person(suits=0), Change(let_in=frozenset({7}), newcomers=2), asked)
    assert (begins.gains, begins.begins, begins.after.days, begins.after.covered) == (True, True, 2, False)


def test_newcomers_who_could_take_part_already_do_not_begin() -> None:
    found = seen(person(), Change(let_in=frozenset({7}), newcomers=2), Criterion("suitability"))
    assert (found.gains, found.begins) == (False, False)


def test_what_cannot_be_measured_is_neither_lost_nor_gained() -> None:
    found = seen(person(0, 4, suits=None), MORE, Criterion("suitability"))
    assert (found.before.fit.holds, found.after.fit.holds, found.loses, found.gains) == (None, None, False, False)


def test_all_at_home_is_a_conflict_only_where_part_of_the_time_is_allowed() -> None:
    four = person(0, 1, 3, 4)
    public, private = seen(replace(four, part_only=True), MORE), seen(four, MORE)
    assert (public.before.conflict, public.after.conflict, private.after.conflict) == (False, True, False)


def test_the_empty_change_says_so_and_so_does_a_number_that_is_the_same() -> None:
    criteria = (Criterion("office_days", threshold=2),)
    tried = [Change(), Change(thresholds={"office_days": 2}), Change(newcomers=3), MORE]
    assert [one.nothing(criteria) for one in tried] == [True, True, True, False]


people = st.lists(
    st.builds(
        lambda days, hours, suits, part, weeks: person(*days, hours=hours, suits=suits, part_only=part, by_weeks=weeks),
        st.sets(st.integers(0, 4)),
        st.integers(5, 48),
        st.one_of(st.none(), st.integers(0, 5)),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)
CRITERIA: Sequence[Criterion] = (Criterion("suitability"), Criterion("office_days", threshold=2))


@given(people)
def test_the_empty_change_changes_nothing(everyone: list[Person]) -> None:
    for found in simulated(everyone, Change(), Rules(ON, CRITERIA, kinds(), line)):
        assert found.before == found.after
        assert {found.crosses, found.falls, found.loses, found.gains, found.begins} == {False}


@given(people, st.integers(0, 5))
def test_more_days_never_bring_anyone_below_the_line_nor_free_fewer_desks(everyone: list[Person], days: int) -> None:
    found = simulated(everyone, Change(DayRule(Days.MORE, days)), Rules(ON, CRITERIA, kinds(), line))
    before, after = (
        at_home(side.pattern for side in sides if side.pattern)
        for sides in ([one.before for one in found], [one.after for one in found])
    )
    assert not any(one.falls for one in found)
    assert all(then >= now for now, then in zip(before, after, strict=True))


@given(people, st.integers(0, 5))
def test_a_stricter_number_never_lets_anyone_in(everyone: list[Person], least: int) -> None:
    change = Change(thresholds={"office_days": max(2, least)})
    assert not any(one.gains for one in simulated(everyone, change, Rules(ON, CRITERIA, kinds(), line)))


@given(people)
def test_what_is_the_same_of_many_is_worked_out_once_and_comes_out_the_same(everyone: list[Person]) -> None:
    rules = Rules(ON, CRITERIA, kinds(), line)
    one_by_one = [found for each in everyone for found in simulated([each], MORE, rules)]
    assert simulated(everyone, MORE, rules) == one_by_one
