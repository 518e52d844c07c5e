"""Demands that can't hold together are told in few sentences, and none of them could be left out."""

from __future__ import annotations

from typing import Any

import pytest

from hjemmedag.core.week.planning.conflict import conflict
from hjemmedag.core.week.planning.written import problem
from tests.core.week.planning.plans import effort
from tests.core.week.planning.problems import company


def told(given: dict[str, Any], language: str = "en") -> list[str]:
    return [text.said(language) for text in conflict(problem(given), effort())]


def small(people: list[dict[str, Any]], team: dict[str, Any] | None = None, desks: int = 9) -> dict[str, Any]:
    return {
        "sites": [{"id": "Aarhus", "desks": [desks] * 5}],
        "teams": [{"id": "Salg", "site": "Aarhus", **(team or {})}],
        "employees": [{"teams": ["Salg"], **one} for one in people],
    }


ANNA, BO, CARL = {"id": "Anna"}, {"id": "Bo"}, {"id": "Carl"}
CONFLICTS = [
    (
        small([ANNA | {"fixed": {"2": "home"}, "away": [2]}, BO]),
        ["Anna is fixed to be at home on Wednesday, but is away that day."],
    ),
    (
        small([ANNA | {"fixed": {"0": "home", "1": "home"}, "home_days": [0, 1]}, BO, CARL]),
        [
            "Anna is fixed to be at home on Monday.",
            "Anna is fixed to be at home on Tuesday.",
            "Anna must be at home on 0–1 days a week.",
        ],
    ),
    (
        small([ANNA, BO], {"cover": [0, 0, 0, 3, 0]}),
        ["At least 3 of the 2 in Salg must be in the office on Thursday."],
    ),
    (
        small([ANNA | {"away": [0, 1, 2, 3, 4]}], {"overlap_days": 1}),
        ["All of Salg must be in the office together on at least 1 day a week."],
    ),
    (
        small([ANNA, BO, CARL], {"cover": [0, 3, 0, 0, 0]}, desks=2),
        ["Aarhus has 2 desks on Tuesday.", "At least 3 of the 3 in Salg must be in the office on Tuesday."],
    ),
    (
        small([ANNA | {"home_days": [4, 5]}, BO], {"overlap_days": 2}),
        [
            "All of Salg must be in the office together on at least 2 days a week.",
            "Anna must be at home on 4–5 days a week.",
        ],
    ),
]


@pytest.mark.parametrize(("given", "said"), CONFLICTS, ids=range(len(CONFLICTS)))
def test_the_demands_that_clash_are_named_and_no_others(given: dict[str, Any], said: list[str]) -> None:
    assert told(given) == said
    assert len(told(given, "da")) == len(said)


def test_a_clash_in_the_second_week_names_the_week() -> None:
    given = small([ANNA | {"fixed": {"7": "home"}, "home_days": [0, 0]}]) | {"weeks": 2}
    assert told(given) == [
        "Anna is fixed to be at home on Wednesday of week 2.",
        "Anna must be at home on 0 days in week 2.",
    ]


def test_too_few_desks_for_a_whole_company_are_told_in_few_sentences() -> None:
    given = company(80)
    given["sites"][0]["desks"] = [8] * 5
    *desks, people = told(given)
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    assert set(desks) <= {f"CPH has 8 desks on {day}." for day in days}
    assert people.startswith("The 40 in CPH must by their terms be in the office on ")


def test_what_can_be_planned_has_no_conflict() -> None:
    assert told(company(40)) == []
