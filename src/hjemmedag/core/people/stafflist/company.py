"""The company as it stands when a staff list meets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hjemmedag.core.people.stafflist.rows import StaffRow, TeamName, Terms
from hjemmedag.core.people.stafflist.spans import Spans, held, nearest
from hjemmedag.core.periods import Period

NO_TERMS = Terms("", Decimal(0), "", "")
NO_TEAM = TeamName("", "")


@dataclass(frozen=True, slots=True)
class Job:
    """An employment with its terms. `seniority` is the day that counts as its first where that isn't `starts`."""

    starts: date
    ends: date | None
    terms: Spans[Terms]
    seniority: date | None = None
    row: int | None = None

    @property
    def since(self) -> date:
        """The day a staff list gives as its first."""
        return self.seniority or self.starts

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the company knows. `number` is empty for people from outside; `managers` are numbers.

    `teams` are the home teams, one after the other, `other_teams` those beside them, and `rights` roles and signing
    rights, by kind: they live as long as the employment does.
    """

    number: str
    first_name: str
    last_name: str
    email: str
    language: str
    jobs: tuple[Job, ...] = ()
    teams: Spans[TeamName] = ()
    other_teams: Spans[TeamName] = ()
    managers: Spans[str] = ()
    rights: Spans[str] = ()
    row: int | None = None

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"

    def current(self, today: date) -> Job | None:
        """The employment a staff list speaks of: the first that runs today, else the next to begin, else the last."""
        jobs = sorted(self.jobs, key=lambda job: job.starts)
        running = [job for job in jobs if today in job.period]
        coming = [job for job in jobs if job.starts > today]
        return next(iter(running or coming or jobs[-1:]), None)

    def listed(self, job: Job, today: date) -> StaffRow:
        """What a staff list says today of one of the person's employments."""
        day = nearest(job.period, today)
        terms, team, manager = held(job.terms, day), held(self.teams, day), held(self.managers, day)
        return StaffRow(
            number=self.number,
            first_name=self.first_name,
            last_name=self.last_name,
            email=self.email,
            starts=job.since,
            ends=job.ends,
            terms=terms.value if terms else NO_TERMS,
            team=team.value if team else NO_TEAM,
            manager=manager.value if manager else "",
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class Company:
    """Everyone the company knows and the names in use; `agreements` also holds other names for the same."""

    language: str = "da"
    people: tuple[Person, ...] = ()
    sites: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    teams: tuple[TeamName, ...] = ()
    agreements: Mapping[str, str] = field(default_factory=dict)
