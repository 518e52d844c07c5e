"""Risks counted once a month: by unit, in groups that give nobody away, now or from one month to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from hjemmedag.apps.people.models import Department, Employee
from hjemmedag.apps.workplaces import actions, queries, tasks
from hjemmedag.apps.workplaces.models import CountedRisks, Finding, Judgement, Measure, Occasion, RiskFigures
from hjemmedag.core.people.roles import Role, Viewer
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY

Crowd = Callable[..., list[Employee]]
EVA = Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: None})
NEXT = date(2026, 12, 1)
LATER = date(2027, 1, 1)


def count(day: date = TODAY) -> list[queries.Risks]:
    assert actions.count_risks(today=day, now=NOW + (day - TODAY))
    counted, told = queries.risks(EVA)
    assert counted == day if told else counted in (day, None)
    return told


def leave(people: list[Employee], on: date, *, back: bool = False) -> None:
    """They stop working at home on a day, or begin again."""
    judged = {"on": on, "covered": True, "by": "plan", "home_hours": 22, "works_at_home": back}
    Judgement.objects.bulk_create(Judgement(employee=one, **judged) for one in people)


def test_a_month_is_counted_once_and_what_happens_later_does_not_move_it(crowd: Crowd) -> None:
    people = crowd(10, found=2)
    [told] = count()
    Finding.objects.create(employee=people[5], question="footrest", topic="chair", is_law=True, on=TODAY)
    assert not actions.count_risks(today=TODAY + timedelta(days=3), now=NOW)
    assert queries.risks(EVA) == (TODAY, [told])
    [later] = count(NEXT)
    assert (told.law, later.law) == (2, 3)
    assert [on for on, _told in queries.risks_by_month(EVA)] == [NEXT, TODAY]
    assert [one for one in unsealed() if "Risk" in one] == []


def test_the_month_exists_once_whoever_counts_at_the_same_moment(crowd: Crowd) -> None:
    crowd(10)
    CountedRisks.objects.create(month=TODAY.replace(day=1), on=TODAY, at=NOW)
    assert queries.month_to_count(TODAY) is None
    assert not actions.count_risks(today=TODAY, now=NOW)
    assert RiskFigures.objects.count() == 0


def test_the_nightly_task_counts(crowd: Crowd) -> None:
    crowd(10)
    tasks.judge_everyone.call()
    assert CountedRisks.objects.get().on == TODAY


def test_who_is_to_assess_who_is_late_and_which_measure_is_overdue(crowd: Crowd, bo: Employee) -> None:
    people = crowd(12, found=3)
    for one, days in ((people[0], 100), (people[1], 1)):
        Occasion.objects.create(employee=one, kind="move", on=TODAY - timedelta(days=days), at=NOW)
    what = {"cause": "Slidt", "what": "Ny stol", "owner": bo, "by": bo}
    for finding, days in zip(Finding.objects.all(), (-1, 0), strict=False):
        Measure.objects.create(finding=finding, due=TODAY + timedelta(days=days), **what)
    [told] = count()
    assert (told.people, told.to_assess, told.late, told.law, told.overdue) == (12, 12, 1, 3, 1)
    assert [(topic.value, number) for topic, number in told.topics] == [("chair", 3)]


def test_units_told_together_in_one_month_stay_together_in_the_next(crowd: Crowd) -> None:
    """A unit that grows past the line doesn't stand alone: what was left of the pair could be worked out."""
    crowd(20)
    crowd(9, team="HR", found=1)
    assert [one.units for one in count()] == [("HR", "Udvikling")]
    crowd(3, team="HR")
    assert [one.units for one in count(NEXT)] == [("HR", "Udvikling")]


def test_a_unit_that_shrinks_takes_the_other_with_it_and_is_told_together_from_then_on(crowd: Crowd) -> None:
    crowd(12)
    small = crowd(10, team="HR")
    assert [one.units for one in count()] == [("HR",), ("Udvikling",)]
    leave(small[:3], NEXT)
    assert [(one.units, one.people) for one in count(NEXT)] == [(("HR", "Udvikling"), 19)]
    leave(small[:3], LATER, back=True)
    assert [one.units for one in count(LATER)] == [("HR", "Udvikling")]


@pytest.mark.parametrize(("leavers", "people", "law"), [(1, 14, 2), (2, 14, 2), (3, 11, 0)])
def test_the_figures_of_one_or_two_who_leave_can_not_be_told_from_two_counts(
    crowd: Crowd, leavers: int, people: int, law: int
) -> None:
    """Whoever leaves first has both findings; too few leaving, the group's figures are told once more as they were."""
    there = crowd(14, found=2)
    Finding.objects.update(employee=there[0])
    count()
    leave(there[:leavers], NEXT)
    [told] = count(NEXT)
    assert (told.people, told.law) == (people, law)
    assert [one.as_of for one in RiskFigures.objects.filter(counted__on=NEXT)] == [NEXT if leavers == 3 else TODAY]


def test_those_who_leave_one_by_one_are_told_of_together(crowd: Crowd) -> None:
    there = crowd(14)
    count()
    seen = []
    for number, day in enumerate((NEXT, LATER, date(2027, 2, 1))):
        leave([there[number]], day)
        seen += [one.people for one in count(day)]
    assert seen == [14, 14, 11]


def test_a_month_in_which_too_few_worked_at_home_hides_nothing_later(crowd: Crowd) -> None:
    crowd(3, found=1)
    assert count() == []
    crowd(11)
    assert [one.people for one in count(NEXT)] == [14]


def test_whoever_is_limited_to_a_unit_sees_the_groups_within_it(crowd: Crowd) -> None:
    crowd(12)
    crowd(11, team="HR")
    count()
    department = Department.objects.get(name="HR").pk
    limited = Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: frozenset({department})})
    assert [one.units for one in queries.risks(limited)[1]] == [("HR",)]
    nobody = Viewer(0, frozenset({Role.SAFETY}), {Role.SAFETY: frozenset()})
    assert queries.risks(nobody)[1] == []


@pytest.mark.parametrize("found", [0, 4])
def test_what_is_about_body_and_well_being_is_not_counted(crowd: Crowd, found: int) -> None:
    people = crowd(10, found=found)
    Finding.objects.create(employee=people[0], question="body_free_of_pain", topic="body", private=True, on=TODAY)
    assert [one.law + one.recommended for one in count()] == [found]


def test_only_a_month_that_is_counted_already_is_no_fault(crowd: Crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd(10)
    figures = queries.figures
    monkeypatch.setattr(queries, "figures", lambda day: [*figures(day), *figures(day)])
    with pytest.raises(IntegrityError):
        actions.count_risks(today=TODAY, now=NOW)
