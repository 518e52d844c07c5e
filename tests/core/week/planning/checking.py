"""An answer of `plan` judged from the words of the interface alone: broken demands, counts, overlap days.

It shares nothing with the planner, and works on the JSON that goes in and comes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Judge:
    """One problem, as its JSON says it."""

    def __init__(self, problem: dict[str, Any]) -> None:
        self.weeks = problem["weeks"]
        self.days = 5 * self.weeks
        self.teams = {team["id"]: team for team in problem["teams"]}
        self.sites = {site["id"]: site for site in problem["sites"]}
        self.people = {one["id"]: one for one in problem["employees"]}
        self.weights = problem["weights"]
        self.members = {
            team: [name for name, one in self.people.items() if team in one["teams"]] for team in self.teams
        }

    def daily(self, numbers: list[int]) -> list[int]:
        return numbers * self.weeks if len(numbers) == 5 else numbers

    def faults(self, plan: dict[str, list[str]]) -> Iterator[str]:
        """One line for each thing that must hold and doesn't."""
        if set(plan) != set(self.people):
            yield "not everyone is planned"
        for name, one in self.people.items():
            away = set(one.get("away", []))
            if len(plan[name]) != self.days or not set(plan[name]) <= {"home", "office", "away"}:
                yield f"{name}: not a plan"
            if {day for day in range(self.days) if plan[name][day] == "away"} != away:
                yield f"{name}: away on other days than given"
            if any(plan[name][int(day)] != place for day, place in one.get("fixed", {}).items()):
                yield f"{name}: a fixed day is not kept"
            for week in range(self.weeks):
                days = range(5 * week, 5 * week + 5)
                there = len([day for day in days if day not in away])
                least, most = (min(bound, there) for bound in one.get("home_days", [0, 5]))
                if not least <= sum(plan[name][day] == "home" for day in days) <= most:
                    yield f"{name}: home days of week {week}"
        for site, numbers in self.sites.items():
            for day, desks in enumerate(self.daily(numbers["desks"])):
                if self.at(site, day, plan) > desks:
                    yield f"{site}: too many on day {day}"
        for name, team in self.teams.items():
            if not self.members[name]:
                continue
            for day, cover in enumerate(self.daily(team.get("cover", [0] * 5))):
                if sum(plan[one][day] == "office" for one in self.members[name]) < cover:
                    yield f"{name}: cover of day {day}"
            for week in range(self.weeks):
                if len([day for day in self.full(name, plan) if day // 5 == week]) < team.get("overlap_days", 0):
                    yield f"{name}: overlap of week {week}"

    def at(self, site: str, day: int, plan: dict[str, list[str]]) -> int:
        return sum(
            plan[name][day] == "office"
            for name, one in self.people.items()
            if self.teams[one["teams"][0]]["site"] == site
        )

    def full(self, team: str, plan: dict[str, list[str]]) -> list[int]:
        """The days on which everyone who isn't away is in the office, and somebody is."""
        return [
            day
            for day in range(self.days)
            if {plan[name][day] for name in self.members[team]} in ({"office"}, {"office", "away"})
        ]

    def parts(self, plan: dict[str, list[str]]) -> dict[str, int]:
        """The four counts."""
        wish = alone = change = 0
        for name, one in self.people.items():
            colleagues = {other for team in one["teams"] for other in self.members[team]} - {name}
            wish += sum(plan[name][int(day)] != place for day, place in one.get("wishes", {}).items())
            for day in range(self.days):
                here = sum(plan[other][day] == "office" for other in colleagues)
                alone += plan[name][day] == "office" and here < min(2, len(colleagues))
                change += bool(one.get("current")) and plan[name][day] != one["current"][day % 5]
        peak = sum(max(self.at(site, day, plan) for day in range(self.days)) for site in self.sites)
        return {"wish": wish, "alone": alone, "change": change, "peak": peak}

    def points(self, parts: dict[str, int]) -> int:
        return sum(self.weights[name] * count for name, count in parts.items())


def faults(problem: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """What is wrong with an answer that has a plan; nothing, when all of it agrees."""
    judge, plan = Judge(problem), answer["assignment"]
    found = list(judge.faults(plan))
    parts = judge.parts(plan)
    if answer["parts"] != parts:
        found.append(f"the counts are {parts}")
    if answer["objective"] != judge.points(parts):
        found.append(f"the points are {judge.points(parts)}")
    if answer["bound"] > answer["objective"]:
        found.append("the bound is above the plan")
    if abs(answer["gap"] - (answer["objective"] - answer["bound"]) / max(1, answer["objective"])) > 1e-9:
        found.append("the gap is wrong")
    if answer["status"] == "optimal" and answer["gap"]:
        found.append("called optimal with a gap")
    if answer["overlap"] != {name: judge.full(name, plan) for name in judge.teams if judge.members[name]}:
        found.append("the overlap days are others")
    unmet = {
        name: {day for day, place in one.get("wishes", {}).items() if plan[name][int(day)] != place}
        for name, one in judge.people.items()
    }
    if {name: set(days) for name, days in answer["why"].items()} != {
        name: days for name, days in unmet.items() if days
    }:
        found.append("why tells of other days")
    return found
