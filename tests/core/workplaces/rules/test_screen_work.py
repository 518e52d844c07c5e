"""Screen work as it is asked: facts that can't be used, and what plan, weeks and regularity do to each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import FactsError, Verdict
from hjemmedag.core.rules import RULES
from hjemmedag.core.workplaces.rules.screen_work import KEY, Facts, Worked, decide, limits
from hjemmedag.core.workplaces.screen import Limits
from hjemmedag.rulebook.load import load

ON = date(2026, 11, 23)
HOURS = st.decimals(0, 60, places=2)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({}, "planned_home_hours: is missing when there are no weeks."),
        ({"planned_home_hours": []}, "planned_home_hours: is missing when there are no weeks."),
        ({"planned_home_hours": 14.8}, "planned_home_hours: must be a list, [ … ]."),
        ({"planned_home_hours": [7.4, "7,4"]}, "planned_home_hours[2]: must be a number, like 7.4."),
        ({"planned_home_hours": [True]}, "planned_home_hours[1]: must be a number, like 7.4."),
        ({"planned_home_hours": [float("nan")]}, "planned_home_hours[1]: must be a number, like 7.4."),
        ({"planned_home_hours": [float("inf")]}, "planned_home_hours[1]: must be a number, like 7.4."),
        ({"planned_home_hours": [7.4, -1]}, "planned_home_hours[2]: must be hours of a week, between 0 and 168."),
        ({"planned_home_hours": [169]}, "planned_home_hours[1]: must be hours of a week, between 0 and 168."),
        ({"weeks": [{"home": 7.4}, {"home": 200}]}, "weeks[2].home: must be hours of a week, between 0 and 168."),
        ({"weeks": [{"fixed": -1}]}, "weeks[1].fixed: must be hours of a week, between 0 and 168."),
        ({"weeks": [{"changing": 1e9}]}, "weeks[1].changing: must be hours of a week, between 0 and 168."),
        ({"weeks": [{"leave": "yes"}]}, "weeks[1].leave: must be a number, like 7.4."),
        ({"weeks": [{"leave": -1}]}, "weeks[1].leave: must be hours of a week, between 0 and 168."),
        ({"weeks": [7.4]}, "weeks[1]: must be an object, { … }."),
        ({"weeks": [{"hom": 7.4}]}, 'weeks[1].hom: does not exist. Did you mean "home"?'),
        ({"planned_home_hours": [7.4], "country": "Danmark"}, "country: must be a country's code, like DK."),
        ({"planned_home_hours": [7.4], "country": "dk"}, "country: must be a country's code, like DK."),
        ({"planned_home_hours": [7.4], "home_share": 1.1}, "home_share: must lie between 0 and 1."),
        ({"planned_home_hours": [7.4], "home_share": -0.1}, "home_share: must lie between 0 and 1."),
        ({"planned_home_hours": [7.4], "fixed_hours": -1}, "fixed_hours: must be hours of a week, between 0 and 168."),
        ({"planned_home_hours": [7.4], "compliant_desk": 1}, "compliant_desk: must be true or false."),
    ],
)
def test_facts_that_cannot_be_used_are_refused_with_their_place(facts: Mapping[str, object], message: str) -> None:
    with pytest.raises(FactsError) as fault:
        RULES[KEY].answer({"on": "2026-11-23", **facts}, load())
    assert str(fault.value) == message


def test_abroad_needs_no_hours() -> None:
    assert decide(Facts(on=ON, country="SE"), load()).verdict is Verdict.NOT_APPLICABLE


def test_before_the_present_rule_the_answer_tells_the_earlier_one() -> None:
    days = [date(2022, 4, 29), date(2003, 4, 14)]
    said = [decide(Facts(on=day, planned_home_hours=(Decimal(20),)), load()).message.en for day in days]
    unknown = 'We know no value for "The screen-work rules apply at home above" on'
    assert said == [
        f"{unknown} Friday 29 April 2022. "
        "At that time the limit was about 1 day a week. That can't be turned into hours.",
        f"{unknown} Monday 14 April 2003. The earlier rule is not known to us.",
    ]


def test_the_limits_of_a_day_are_those_of_the_rulebook() -> None:
    assert limits(load().on(ON)) == Limits(above=Decimal("14.8"), window=4, lasting=8)


@given(st.lists(HOURS, min_size=1, max_size=6))
def test_a_plan_is_judged_by_the_exact_average_of_its_cycle(hours: list[Decimal]) -> None:
    answer = decide(Facts(on=ON, planned_home_hours=tuple(hours)), load())
    assert answer.covered is (sum(hours) > Decimal("14.8") * len(hours))


@given(st.lists(HOURS, min_size=1, max_size=4), st.integers(0, 4), HOURS)
def test_a_week_with_leave_changes_nothing_wherever_it_stands(
    hours: list[Decimal], place: int, leave_hours: Decimal
) -> None:
    weeks = [Worked(home=each) for each in hours][:3]
    with_leave = [*weeks[:place], Worked(home=leave_hours, leave=True), *weeks[place:]]
    plain, mixed = (decide(Facts(on=ON, weeks=tuple(each)), load()) for each in (weeks, with_leave))
    assert (plain.covered, plain.average_hours, plain.because) == (mixed.covered, mixed.average_hours, mixed.because)


@given(HOURS, HOURS, HOURS, st.booleans())
def test_a_compliant_desk_never_brings_the_home_under_the_order(
    home: Decimal, fixed: Decimal, changing: Decimal, regular: bool
) -> None:
    covered = [
        decide(
            Facts(
                on=ON,
                planned_home_hours=(home,),
                fixed_hours=fixed,
                changing_hours=changing,
                compliant_desk=desk,
                regular=regular,
            ),
            load(),
        ).covered
        for desk in (False, True)
    ]
    assert covered in ([False, False], [True, False], [True, True])
    assert not any(covered) or regular
