"""Problems as JSON: small odd ones for comparing with every possible plan, and companies of any size."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

from tests.core.week.planning.checking import Judge

PATTERNS = [
    ["office", "home", "office", "home", "office"],
    ["office", "office", "office", "home", "home"],
    ["home", "office", "office", "office", "home"],
]


def odd(seed: int) -> dict[str, Any]:
    """Four people at most with everything that a problem can hold; some of them can't be planned."""
    chance = random.Random(seed)
    people = chance.choice([1, 2, 3, 3, 4, 4])
    sites = [{"id": name, "desks": [chance.choice([1, 2, 3, 4, 4]) for _ in range(5)]} for name in "AB"]
    teams = [
        {
            "id": name,
            "site": chance.choice("AB"),
            "overlap_days": chance.choice([0, 0, 1, 1, 2]),
            "cover": [int(chance.random() < 0.08) for _ in range(5)],
        }
        for name in ("S", "T", "U")
    ]
    return {
        "weeks": 1,
        "sites": sites,
        "teams": teams,
        "employees": [_odd_person(number, chance, 2 if people < 4 else 0) for number in range(people)],
        "weights": {name: chance.randint(0, 9) for name in ("wish", "alone", "change", "peak")},
    }


def _odd_person(number: int, chance: random.Random, room: int) -> dict[str, Any]:
    away = chance.sample(range(5), chance.choice([0, 0, 0, 1, 2]))
    least = chance.randint(0, 3)
    one: dict[str, Any] = {
        "id": f"E{number}",
        "teams": chance.sample(["S", "T", "U"], chance.choice([1, 1, 2])),
        "home_days": [least, min(5, least + room)],
        "away": away,
        "wishes": {str(day): chance.choice(["home", "office"]) for day in chance.sample(range(5), 2)},
    }
    if chance.random() < 0.3:
        one["fixed"] = {str(chance.randrange(5)): chance.choice(["home", "office"])}
    if chance.random() < 0.5:
        one["current"] = chance.choice(PATTERNS)
    return one


def best(problem: dict[str, Any]) -> int | None:
    """The points of the best of all plans there are, or None when none keeps every demand."""
    judge = Judge(problem)
    names = list(judge.people)
    choices = [
        [days for days in map(list, product(("home", "office"), repeat=5)) if _may(judge, name, days)] for name in names
    ]
    found = None
    for chosen in product(*choices):
        plan = dict(zip(names, chosen, strict=True))
        points = judge.points(judge.parts(plan))
        if (found is None or points < found) and not any(judge.faults(plan)):
            found = points
    return found


def _may(judge: Judge, name: str, days: list[str]) -> bool:
    """Whether the days are the person's own to have; away days are marked in them, and stand for one choice only."""
    one = judge.people[name]
    away = one.get("away", [])
    if any(days[day] == "home" for day in away):
        return False
    for day in away:
        days[day] = "away"
    if any(days[int(day)] != place for day, place in one.get("fixed", {}).items()):
        return False
    least, most = (min(bound, 5 - len(away)) for bound in one["home_days"])
    return least <= days.count("home") <= most


def company(people: int, seed: int = 1, weeks: int = 1) -> dict[str, Any]:
    """A company with two sites, teams of about eight, some in two teams, and desks for two thirds on slow days."""
    chance = random.Random(seed)
    count = max(2, people // 8)
    sites = ["CPH", "AAR"]
    teams = [
        {
            "id": f"T{number}",
            "site": sites[number % 2],
            "overlap_days": 1,
            "cover": [int(number % 4 == 0)] * 5,
        }
        for number in range(count)
    ]
    employees = [_employee(number, count, weeks, chance) for number in range(people)]
    at = [sum(number % count % 2 == site for number in range(people)) for site in (0, 1)]
    return {
        "weeks": weeks,
        "sites": [
            {"id": name, "desks": [round(at[place] * share) for share in (0.62, 0.87, 0.87, 0.62, 0.62)]}
            for place, name in enumerate(sites)
        ],
        "teams": teams,
        "employees": employees,
        "weights": {"wish": 10, "alone": 6, "change": 3, "peak": 1},
    }


def cornered(people: int) -> dict[str, Any]:
    """A company with a site more, where each team's favourite day leads into a corner: Kim has one day for two teams.

    North would rather meet on Monday, but only Tuesday has desks for South too.
    """
    given = company(people)
    given["sites"].append({"id": "ODE", "desks": [4, 9, 0, 0, 0]})
    given["teams"] += [{"id": name, "site": "ODE", "overlap_days": 1} for name in ("North", "South")]
    given["employees"].append({"id": "Kim", "teams": ["North", "South"], "home_days": [4, 5]})
    given["employees"] += [
        {"id": f"{team} {number}", "teams": [team], "home_days": [4, 5], "wishes": {"1": "home"}}
        for team in ("North", "South")
        for number in range(3)
    ]
    shared = {"id": "Lee", "teams": ["T0", "North"], "home_days": [0, 5]}
    return given | {"employees": [*given["employees"], shared]}


def _employee(number: int, teams: int, weeks: int, chance: random.Random) -> dict[str, Any]:
    own = number % teams
    one: dict[str, Any] = {
        "id": f"E{number}",
        "teams": [f"T{own}"],
        "home_days": chance.choice([[2, 3], [2, 3], [1, 3], [0, 2], [1, 2], [3, 4]]),
        "wishes": {
            str(day): "home" if chance.random() < 0.8 else "office"
            for week in range(weeks)
            for day in chance.sample(range(5 * week, 5 * week + 5), chance.choice([1, 2, 2, 3]))
        },
    }
    if chance.random() < 0.13 and teams > 3:
        one["teams"].append(f"T{chance.choice([other for other in range(own % 2, teams, 2) if other != own])}")
    if chance.random() < 0.6:
        one["current"] = chance.choice(PATTERNS)
    if chance.random() < 0.11:
        one["away"] = [chance.randrange(5 * week, 5 * week + 5) for week in range(weeks)]
    elif chance.random() < 0.08:
        one["fixed"] = {"0": "home"}
    return one
