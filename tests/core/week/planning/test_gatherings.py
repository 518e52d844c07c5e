"""Those who always work from home: outside the plan, with events and what the journeys take."""

from __future__ import annotations

from typing import Any

from tests.core.week.planning.plans import answered, sample

JOURNEY = {"minutes": 180, "cost": 650}


def given(**changed: object) -> dict[str, Any]:
    found = sample("small")
    found["employees"].append({"id": "Nanna", "teams": ["T2"], "remote": JOURNEY, **changed})
    found["events"] = [
        {"name": "Planning", "day": 3, "teams": ["T1", "T2"]},
        {"name": "Supper", "day": 3, "teams": ["T2"]},
        {"name": "Course", "day": 1, "teams": ["T2"]},
        {"name": "Fair", "day": 0, "teams": ["T3"]},
    ]
    return found


def test_whoever_always_works_from_home_changes_nothing_for_the_others() -> None:
    alone, beside = answered(sample("small")), answered(given())
    assert beside["assignment"] == alone["assignment"]
    assert beside["objective"] == 182


def test_events_are_told_in_order_with_one_journey_a_day() -> None:
    assert answered(given())["remote"] == {
        "Nanna": {
            "events": [{"day": 1, "name": "Course"}, {"day": 3, "name": "Planning"}, {"day": 3, "name": "Supper"}],
            "travel_minutes": 360,
            "travel_cost": 1300,
        }
    }


def test_nobody_travels_on_a_day_away() -> None:
    [told] = answered(given(away=[3]))["remote"].values()
    assert told == {"events": [{"day": 1, "name": "Course"}], "travel_minutes": 180, "travel_cost": 650}


def test_without_anyone_who_always_works_from_home_nothing_is_told() -> None:
    assert "remote" not in answered(sample("small"))
