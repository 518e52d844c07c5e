"""Reasons for days that weren't wished for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from hjemmedag.core.week.planning.counting import parts
from hjemmedag.core.week.planning.demands import broken
from hjemmedag.core.week.planning.tally import Tally
from tests.core.week.planning.plans import answered, sample, solved


def reasons(**changed: Any) -> dict[str, str]:
    """What Anna is told, in a team with Bo and Carl; `anna`, `team` and `desks` change one thing each."""
    others = [{"id": name, "teams": ["Salg"], "home_days": [0, 5]} for name in ("Bo", "Carl")]
    anna = {"id": "Anna", "teams": ["Salg"], "home_days": [0, 5], **changed.get("anna", {})}
    told = answered(
        {
            "sites": [{"id": "Aarhus", "desks": changed.get("desks", [3] * 5)}],
            "teams": [{"id": "Salg", "site": "Aarhus", **changed.get("team", {})}],
            "employees": [anna, *others],
            **changed.get("more", {}),
        }
    )
    assert told["status"] == "optimal"
    found: dict[str, str] = told["why"].get("Anna", {})
    return found


HOME = {"2": "home"}
OFFICE = {"2": "office"}
TOLD = [
    ({"anna": {"wishes": {"0": "home"}}}, {}),
    ({"anna": {"wishes": HOME, "away": [2]}}, {"2": "You are away on Wednesday."}),
    (
        {"anna": {"wishes": HOME, "fixed": {"2": "office"}}},
        {"2": "It is fixed that you are in the office on Wednesday."},
    ),
    (
        {"anna": {"wishes": HOME}, "team": {"cover": [0, 0, 3, 0, 0]}},
        {"2": "Salg needs at least 3 in the office on Wednesday."},
    ),
    (
        {"anna": {"wishes": {str(day): "home" for day in range(5)}}, "team": {"overlap_days": 5}},
        {
            str(day): "All of Salg meet in the office on Monday, Tuesday, Wednesday, Thursday and Friday."
            for day in range(5)
        },
    ),
    ({"anna": {"wishes": OFFICE}, "desks": [3, 3, 0, 3, 3]}, {"2": "All 0 desks in Aarhus are taken on Wednesday."}),
    (
        {"anna": {"wishes": OFFICE}},
        {
            "2": "In the office on Wednesday would cost 5 points more: "
            "1 more person would sit nearly alone and the busiest day would be busier.",
        },
    ),
]


@pytest.mark.parametrize(("changed", "told"), TOLD, ids=range(len(TOLD)))
def test_a_wish_that_is_not_met_has_its_reason(changed: dict[str, Any], told: dict[str, str]) -> None:
    if changed == {"anna": {"wishes": OFFICE}}:
        changed = {**changed, "more": {"weights": {"wish": 2, "alone": 6, "change": 3, "peak": 1}}}
    assert reasons(**changed) == told


def test_home_days_that_are_used_up_are_named() -> None:
    anna = {"home_days": [1, 1], "wishes": {"0": "home", "1": "home"}, "fixed": {"0": "home"}}
    told = reasons(anna=anna)
    assert told == {"1": "You can be at home on 1 day that week at most: Monday."}


@pytest.mark.parametrize("name", ["small", "two-weeks"])
def test_turning_days_is_judged_as_counting_anew_would(name: str) -> None:
    known, found = solved(sample(name))
    assert found.office is not None
    tally, before = Tally(known, found.office), parts(known, found.office)
    for employee, day in np.argwhere(known.present).tolist():
        later = next((other for other in range(day + 1, day - day % 5 + 5) if known.present[employee, other]), day)
        days = sorted({day, later})
        office = found.office.copy()
        office[employee, days] ^= True
        turned, after = tally.turned(employee, days), parts(known, office)
        assert turned.points == after.points(known.weights) - before.points(known.weights)
        assert (turned.alone, turned.peak) == (after.alone - before.alone, after.peak - before.peak)
        lasting = [each for each in broken(known, office) if getattr(each, "employee", employee) == employee]
        assert set(turned.broken) == {each for each in lasting if type(each).__name__ != "Fixed"}
