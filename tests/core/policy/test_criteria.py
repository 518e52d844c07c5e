"""The criteria: each measured on facts of people and policy, and said with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hjemmedag.core.policy.criteria import Criterion, Facts, Fault, Wished, faults, judge
from hjemmedag.core.policy.needs import Suitability
from hjemmedag.rulebook import criteria

KINDS = criteria.load()
ON = date(2026, 11, 23)
ANNA = Facts(
    title="udvikler",
    function="Udvikler",
    suitability=Suitability(share=75, days=3, parts=()),
    policy=2,
    read_on=date(2026, 11, 3),
    employed_from=date(2024, 3, 1),
    weekly_hours=Decimal("37.00"),
    wished=Wished(home=2, office=3),
)


def said(criterion: Criterion, facts: Facts) -> tuple[bool | None, str]:
    [one] = judge([criterion], KINDS, facts, ON).judged
    return one.holds, one.why.en


SUITS = "The job function Udvikler suits 3 days a week at home at most (75 %)."


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (ANNA, (True, f"The wish is 2 days a week. {SUITS}")),
        (replace(ANNA, wished=Wished(3, 2)), (True, f"The wish is 3 days a week. {SUITS}")),
        (replace(ANNA, wished=Wished(3.5, 1.5)), (False, f"The wish is 3.5 days a week. {SUITS}")),
        (replace(ANNA, wished=None), (True, SUITS)),
        (
            replace(ANNA, wished=None, suitability=Suitability(15, 0, ())),
            (False, "The job function Udvikler suits 0 days a week at home at most (15 %)."),
        ),
        (
            replace(ANNA, suitability=None),
            (None, "The job function Udvikler has no needs analysis on that day."),
        ),
        (replace(ANNA, function=""), (None, "The title “udvikler” is not on the list of job functions.")),
    ],
)
def test_the_wish_is_held_against_the_needs_analysis(facts: Facts, answer: tuple[bool | None, str]) -> None:
    assert said(Criterion("suitability"), facts) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (ANNA, (True, "The wish leaves 3 days a week in the office. The criterion is at least 2 days.")),
        (
            replace(ANNA, wished=Wished(4, 1)),
            (False, "The wish leaves 1 day a week in the office. The criterion is at least 2 days."),
        ),
        (
            replace(ANNA, wished=None),
            (None, "The criterion is at least 2 days. It is measured on a wish, and there is none yet."),
        ),
    ],
)
def test_days_in_the_office_are_those_the_wish_leaves(facts: Facts, answer: tuple[bool | None, str]) -> None:
    assert said(Criterion("office_days", threshold=2), facts) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (ANNA, (True, "Version 2 was confirmed on Tuesday 3 November 2026.")),
        (replace(ANNA, read_on=None), (False, "The receipt for version 2 is missing.")),
        (replace(ANNA, policy=None), (None, "No policy was in force on that day.")),
    ],
)
def test_the_receipt_is_for_the_version_in_force(facts: Facts, answer: tuple[bool | None, str]) -> None:
    assert said(Criterion("policy_read"), facts) == answer


@pytest.mark.parametrize(
    ("since", "holds", "months"),
    [(date(2026, 5, 23), True, 6), (date(2026, 5, 24), False, 5), (date(2026, 12, 1), False, 0)],
)
def test_seniority_is_counted_in_whole_months(since: date, holds: bool, months: int) -> None:
    met, why = said(Criterion("seniority", threshold=6, reason="x"), replace(ANNA, employed_from=since))
    assert (met, f"in whole months: {months}. The criterion is at least 6." in why) == (holds, True)


def test_hours_are_those_of_the_employment() -> None:
    asked = Criterion("hours", threshold=30, reason="x")
    assert said(asked, ANNA) == (True, "The employment is for 37 hours a week. The criterion is at least 30.")
    assert said(asked, replace(ANNA, weekly_hours=Decimal("29.50"))) == (
        False,
        "The employment is for 29.5 hours a week. The criterion is at least 30.",
    )


def test_performance_is_never_measured() -> None:
    assert said(Criterion("performance", reason="x"), ANNA) == (
        None,
        "Performance isn’t measured here. Whoever answers judges it and writes why.",
    )


def test_a_result_keeps_what_is_required_apart_from_what_weighs() -> None:
    asked = [
        Criterion("office_days", weight=1, threshold=4),
        Criterion("suitability", weight=3),
        Criterion("policy_read"),
        Criterion("performance", reason="x"),
    ]
    result = judge(asked, KINDS, replace(ANNA, read_on=None), ON)
    assert [one.criterion.key for one in result.required] == ["policy_read", "performance"]
    assert [one.criterion.key for one in result.weighted] == ["suitability", "office_days"]
    assert [one.criterion.key for one in result.failing] == ["policy_read"]
    assert [one.criterion.key for one in result.open] == ["performance"]
    assert [one.criterion.key for one in result.in_favour] == ["suitability"]


def test_a_criterion_that_the_rulebook_no_longer_knows_is_not_judged() -> None:
    assert judge([Criterion("shoe_size")], KINDS, ANNA, ON).judged == ()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ([Criterion("suitability")], []),
        ([], [(Fault.EMPTY, "")]),
        ([Criterion("sick_days")], [(Fault.UNKNOWN, "sick_days")]),
        ([Criterion("suitability"), Criterion("suitability", weight=1)], [(Fault.TWICE, "suitability")]),
        ([Criterion("suitability", weight=4)], [(Fault.WEIGHT, "suitability")]),
        ([Criterion("suitability", threshold=1)], [(Fault.THRESHOLD, "suitability")]),
        ([Criterion("office_days")], [(Fault.THRESHOLD, "office_days")]),
        ([Criterion("office_days", threshold=6)], [(Fault.THRESHOLD, "office_days")]),
        ([Criterion("seniority", threshold=6, reason=" ")], [(Fault.NO_REASON, "seniority")]),
        ([Criterion("performance")], [(Fault.NO_REASON, "performance")]),
        ([Criterion("hours", threshold=30)], [(Fault.NO_REASON, "hours")]),
    ],
)
def test_what_cannot_be_used_is_named(asked: list[Criterion], found: list[tuple[Fault, str]]) -> None:
    assert faults(asked, KINDS) == found
