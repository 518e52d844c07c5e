"""Who can be where: sites, teams, people and what each of them must have or would like.

Days are numbered from 0, Monday of the first week, five to a week. People are known by their place in `employees`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

WORKDAYS = 5
"""A week's days that are planned."""

Office = NDArray[np.bool_]
"""A plan: a row for each employee, a column for each day, true in the office. Away days are false."""


class Place(StrEnum):
    """Where somebody is on a planned day."""

    HOME = "home"
    OFFICE = "office"


AWAY = "away"


@dataclass(frozen=True, slots=True)
class Site:
    """Arbejdssted: a number of desks each day. `taken` are those of people who are there whatever is planned."""

    id: str
    desks: tuple[int, ...]
    taken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """A team: how many days a week all of it meets, and how many of it must be in the office each day."""

    id: str
    site: str
    overlap_days: int
    cover: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Employee:
    """Someone who is planned for; the first team gives the site. `current` is today's weekly pattern, if any."""

    id: str
    teams: tuple[str, ...]
    home_days: tuple[int, int] = (0, WORKDAYS)
    fixed: Mapping[int, Place] = field(default_factory=dict)
    away: frozenset[int] = frozenset()
    wishes: Mapping[int, Place] = field(default_factory=dict)
    current: tuple[Place, ...] | None = None


@dataclass(frozen=True, slots=True)
class Remote:
    """Someone who always works from home and comes to events only; the journey is there and back."""

    id: str
    teams: tuple[str, ...]
    away: frozenset[int]
    travel_minutes: int
    travel_cost: int


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which teams gather, and those who always work from home come too."""

    name: str
    day: int
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for one of each; a point is divided into `scale` so that all of them are whole numbers."""

    wish: int = 10
    alone: int = 6
    change: int = 3
    peak: int = 1
    scale: int = 1


@dataclass(frozen=True)
class Problem:
    """Everything the planner is told. Ids are known to be unique, and to name what is there."""

    weeks: int
    sites: tuple[Site, ...]
    teams: tuple[Team, ...]
    employees: tuple[Employee, ...]
    weights: Weights = Weights()
    remotes: tuple[Remote, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def days(self) -> int:
        """The number of planned days."""
        return WORKDAYS * self.weeks

    @cached_property
    def members(self) -> Mapping[str, tuple[int, ...]]:
        """The people of each team, in order."""
        found: dict[str, list[int]] = {team.id: [] for team in self.teams}
        for number, employee in enumerate(self.employees):
            for team in employee.teams:
                found[team].append(number)
        return {team: tuple(people) for team, people in found.items()}

    @cached_property
    def at_site(self) -> Mapping[str, tuple[int, ...]]:
        """The people who take a desk of each site, in order."""
        sites = {team.id: team.site for team in self.teams}
        found: dict[str, list[int]] = {site.id: [] for site in self.sites}
        for number, employee in enumerate(self.employees):
            found[sites[employee.teams[0]]].append(number)
        return {site: tuple(people) for site, people in found.items()}

    @cached_property
    def present(self) -> Office:
        """Where nobody is away: the days on which each employee is planned."""
        there = np.ones((len(self.employees), self.days), dtype=np.bool_)
        for number, employee in enumerate(self.employees):
            there[number, list(employee.away)] = False
        return there

    @cached_property
    def circles(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        """For each choice of teams that somebody has: everyone in any of them."""
        return {
            teams: tuple(sorted({person for team in teams for person in self.members[team]}))
            for teams in {employee.teams for employee in self.employees}
        }

    def company_wanted(self, teams: tuple[str, ...]) -> int:
        """How many colleagues someone in these teams needs in the office not to be alone there."""
        return min(2, len(self.circles[teams]) - 1)

    def office_days(self, employee: int, week: int) -> tuple[int, int]:
        """The fewest and the most days in the office in a week."""
        there = int(self.present[employee, self.week(week)].sum())
        least, most = self.employees[employee].home_days
        return there - min(most, there), there - min(least, there)

    def attendance(self, office: Office, site: Site) -> list[int]:
        """How many are at the site on each day."""
        here: list[int] = office[list(self.at_site[site.id])].sum(axis=0).tolist()
        return [number + taken for number, taken in zip(here, site.taken, strict=True)] if site.taken else here

    @staticmethod
    def week(week: int) -> slice:
        """The days of a week."""
        return slice(WORKDAYS * week, WORKDAYS * (week + 1))
