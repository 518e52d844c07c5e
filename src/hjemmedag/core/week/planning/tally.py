"""A plan that is counted once, so that turning round one person's days can be judged without counting anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hjemmedag.core.week.planning.counting import liking
from hjemmedag.core.week.planning.demands import Cover, Demand, Desks, HomeDays, Overlap
from hjemmedag.core.week.planning.problem import WORKDAYS, Office, Problem


@dataclass(frozen=True, slots=True)
class Turned:
    """What turning days round would do: how the counts change, in points too, and the demands it would break.

    Of wishes and changes only the sum of the points is told.
    """

    points: int
    alone: int
    peak: int
    broken: tuple[Demand, ...]


class Tally:
    """How many are in the office on each day: of each team, site and circle of colleagues."""

    def __init__(self, problem: Problem, office: Office) -> None:
        self.problem, self.office = problem, office
        self.liking = liking(problem)
        self.teams = {team.id: team for team in problem.teams}
        self.sites = {site.id: site for site in problem.sites}
        self.in_team = {team: office[list(people)].sum(axis=0).tolist() for team, people in problem.members.items()}
        self.there = {
            team: problem.present[list(people)].sum(axis=0).tolist() for team, people in problem.members.items()
        }
        self.at_site = {site.id: problem.attendance(office, site) for site in problem.sites}
        self.circles: list[list[tuple[str, ...]]] = [[] for _ in problem.employees]
        self.in_circle: dict[tuple[str, ...], list[int]] = {}
        self.exactly: dict[tuple[str, ...], list[int]] = {}
        for teams, people in problem.circles.items():
            own = [number for number in people if problem.employees[number].teams == teams]
            self.in_circle[teams] = office[list(people)].sum(axis=0).tolist()
            self.exactly[teams] = office[own].sum(axis=0).tolist()
            for number in people:
                self.circles[number].append(teams)

    def turned(self, employee: int, days: Sequence[int]) -> Turned:
        """What it would do to turn round these days of one week, none of them away."""
        steps = {day: -1 if self.office[employee, day] else 1 for day in days}
        weights = self.problem.weights
        alone = sum(self._alone(employee, day, step) for day, step in steps.items())
        site = self.at_site[self._site(employee)]
        after = [here + steps.get(day, 0) for day, here in enumerate(site)]
        peak = max(after) - max(site)
        liked = sum(int(self.liking[employee, day]) * step for day, step in steps.items())
        return Turned(
            points=liked + weights.alone * alone + weights.peak * peak,
            alone=alone,
            peak=peak,
            broken=tuple(self._broken(employee, steps)),
        )

    def _site(self, employee: int) -> str:
        return self.teams[self.problem.employees[employee].teams[0]].site

    def _alone(self, employee: int, day: int, step: int) -> int:
        """How many more would be nearly alone that day, in every circle that the person belongs to."""
        more = 0
        for teams in self.circles[employee]:
            wanted = self.problem.company_wanted(teams)
            here, own = self.in_circle[teams][day], self.exactly[teams][day]
            came = step if self.problem.employees[employee].teams == teams else 0
            more += (own + came) * (here + step - 1 < wanted) - own * (here - 1 < wanted)
        return more

    def _broken(self, employee: int, steps: dict[int, int]) -> Iterator[Demand]:
        person, site = self.problem.employees[employee], self.sites[self._site(employee)]
        week = next(iter(steps)) // WORKDAYS
        office = int(self.office[employee, self.problem.week(week)].sum()) + sum(steps.values())
        least, most = self.problem.office_days(employee, week)
        if not least <= office <= most:
            yield HomeDays(employee, week)
        for day, step in steps.items():
            if self.at_site[site.id][day] + step > site.desks[day]:
                yield Desks(site, day)
        for team in (self.teams[name] for name in person.teams):
            for day, step in steps.items():
                if step < 0 and self.in_team[team.id][day] + step < team.cover[day]:
                    yield Cover(team, day)
            if team.overlap_days and self._full(team.id, week, steps) < team.overlap_days:
                yield Overlap(team, week)

    def _full(self, team: str, week: int, steps: dict[int, int]) -> int:
        days = self.problem.week(week)
        here = {day: self.in_team[team][day] + steps.get(day, 0) for day in range(days.start, days.stop)}
        return sum(0 < number == self.there[team][day] for day, number in here.items())
