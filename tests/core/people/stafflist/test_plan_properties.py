"""What holds for every staff list in every company."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import assume, given

from hjemmedag.core.people.stafflist import Person, Span, StaffRow, planned
from hjemmedag.core.people.stafflist.people import new_overlap
from tests.core.people.stafflist.lists import TODAY, company_of, persons, rows


def after(people: tuple[Person, ...], row: StaffRow) -> tuple[Person, ...]:
    """The people when the row has been taken in."""
    changed = {change.new.number: change.after for change in planned(company_of(*people), [row], TODAY).changes}
    return tuple(changed.get(person.number, person) for person in people)


@given(persons("0001"), rows("0001"))
def test_taking_the_same_list_in_twice_changes_nothing(person: Person, row: StaffRow) -> None:
    assume(new_overlap(person, row, TODAY) is None)
    assert planned(company_of(*after((person,), row)), [row], TODAY).changes == ()


@given(persons("0001"), rows("0001"))
def test_a_list_that_was_taken_in_says_what_holds_today(person: Person, row: StaffRow) -> None:
    assume(new_overlap(person, row, TODAY) is None)
    (changed,) = after((person,), row)
    says = {changed.listed(job, TODAY) for job in changed.jobs}
    assert replace(row, language=row.language or "da") in says


@given(persons("0001"))
def test_the_list_of_the_company_itself_changes_nothing(person: Person) -> None:
    current = person.current(TODAY)
    assume(current is not None and person.listed(current, TODAY).team.team != "")
    assert planned(company_of(person), [person.listed(current, TODAY)], TODAY).changes == ()


@given(persons("0001"), rows("0001"))
def test_nothing_that_held_before_today_is_lost_when_no_first_or_last_day_moves(person: Person, row: StaffRow) -> None:
    current = person.current(TODAY)
    assume(current is not None and TODAY in current.period)
    row = replace(row, starts=current.since, ends=current.ends)
    (changed,) = after((person,), row)
    for old, new in ((person.teams, changed.teams), (person.managers, changed.managers)):
        for span in old:
            day = span.starts
            while day < min(span.ends or TODAY, TODAY):
                assert [one.value for one in new if one.holds(day)] == [span.value]
                day += (min(span.ends or TODAY, TODAY) - day + day.resolution) // 2


@given(persons("0001"), rows("0001"))
def test_of_each_kind_only_one_fact_holds_at_a_time_and_terms_stay_inside_their_employment(
    person: Person, row: StaffRow
) -> None:
    assume(new_overlap(person, row, TODAY) is None)
    (changed,) = after((person,), row)
    for job in changed.jobs:
        assert follow_one_another(job.terms)
        assert all(job.starts <= span.starts for span in job.terms)
        assert all(job.ends is None or (span.ends is not None and span.ends <= job.ends) for span in job.terms)
    assert follow_one_another(changed.teams)
    assert follow_one_another(changed.managers)


def follow_one_another(spans: tuple[Span[Any], ...]) -> bool:
    """Whether none begins before the one before it has ended, and none is empty."""
    ordered = sorted(spans, key=lambda span: span.starts)
    return all(one.ends is not None and one.ends <= other.starts for one, other in pairwise(ordered)) and all(
        span.ends is None or span.starts < span.ends for span in ordered
    )
