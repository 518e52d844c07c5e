"""A problem as it comes in JSON, read strictly: what can't be meant is refused, naming the place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import near_miss, read
from hjemmedag.core.week.planning.problem import (
    WORKDAYS,
    Employee,
    Event,
    Place,
    Problem,
    Remote,
    Site,
    Team,
    Weights,
)

MOST_WEEKS, MOST_DESKS, MOST_POINTS = 26, 1_000_000, 1_000_000
FINEST = 1000
"""Points may have three decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    id: str
    desks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Team:
    id: str
    site: str
    overlap_days: int = 0
    cover: tuple[int, ...] = (0,) * WORKDAYS

    def __post_init__(self) -> None:
        _within("overlap_days", self.overlap_days, 0, WORKDAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Journey:
    minutes: int
    cost: int

    def __post_init__(self) -> None:
        _within("minutes", self.minutes, 0, MOST_POINTS)
        _within("cost", self.cost, 0, MOST_POINTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Employee:
    id: str
    teams: tuple[str, ...]
    home_days: tuple[int, ...] = (0, WORKDAYS)
    fixed: dict[int, Place] = field(default_factory=dict)
    away: tuple[int, ...] = ()
    wishes: dict[int, Place] = field(default_factory=dict)
    current: tuple[Place, ...] = ()
    remote: _Journey | None = None

    def __post_init__(self) -> None:
        if not self.teams:
            raise FactsError(
                "teams",
                Text(da="er tomt. Det første team giver arbejdsstedet.", en="is empty. The first team gives the site."),
            )
        _unique("teams", self.teams)
        if len(self.home_days) != 2:
            raise FactsError(
                "home_days", Text(da="skal være to tal: færrest og flest.", en="must be two numbers: fewest and most.")
            )
        least, most = self.home_days
        _within("home_days[1]", least, 0, WORKDAYS)
        _within("home_days[2]", most, 0, WORKDAYS)
        if most < least:
            raise FactsError("home_days", Text(da=f"{most} er færre end {least}.", en=f"{most} is fewer than {least}."))
        if self.current and len(self.current) != WORKDAYS:
            raise FactsError("current", _count(len(self.current), WORKDAYS))
        if self.remote and self.fixed:
            raise FactsError(
                "fixed",
                Text(
                    da="bruges ikke om en, der altid arbejder hjemme (remote).",
                    en="has no use for someone who always works from home (remote).",
                ),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    name: str
    day: int
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weights:
    wish: Decimal = Decimal(10)
    alone: Decimal = Decimal(6)
    change: Decimal = Decimal(3)
    peak: Decimal = Decimal(1)

    def __post_init__(self) -> None:
        for name in ("wish", "alone", "change", "peak"):
            points: Decimal = getattr(self, name)
            if not 0 <= points <= MOST_POINTS or points * FINEST % 1:
                raise FactsError(
                    name,
                    Text(
                        da=f"skal ligge mellem 0 og {MOST_POINTS} med højst tre decimaler.",
                        en=f"must lie between 0 and {MOST_POINTS} with three decimals at most.",
                    ),
                )

    @property
    def points(self) -> Weights:
        given = (self.wish, self.alone, self.change, self.peak)
        scale = FINEST if any(points % 1 for points in given) else 1
        wish, alone, change, peak = (int(points * scale) for points in given)
        return Weights(wish, alone, change, peak, scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    weeks: int = 1
    sites: tuple[_Site, ...] = ()
    teams: tuple[_Team, ...] = ()
    employees: tuple[_Employee, ...] = ()
    weights: _Weights = _Weights()
    events: tuple[_Event, ...] = ()

    def __post_init__(self) -> None:
        _within("weeks", self.weeks, 1, MOST_WEEKS)


def problem(given: Mapping[str, object]) -> Problem:
    """The problem in a JSON object; what is `null` counts as left out. Raises `FactsError` naming the place."""
    written = read(_Written, _filled(given))
    days = WORKDAYS * written.weeks
    sites = {site.id for site in written.sites}
    teams = {team.id for team in written.teams}
    for kind in ("sites", "teams", "employees"):
        _identified(kind, [each.id for each in getattr(written, kind)])
    for number, team in enumerate(written.teams, start=1):
        _known(f"teams[{number}].site", team.site, sites)
    for number, person in enumerate(written.employees, start=1):
        where = f"employees[{number}]"
        for place, team_id in enumerate(person.teams, start=1):
            _known(f"{where}.teams[{place}]", team_id, teams)
        for name, asked in (("fixed", person.fixed), ("away", person.away), ("wishes", person.wishes)):
            for day in asked:
                _within(f"{where}.{name}" + ("" if name == "away" else f".{day}"), day, 0, days - 1, day=True)
    for number, event in enumerate(written.events, start=1):
        _within(f"events[{number}].day", event.day, 0, days - 1, day=True)
        for place, team_id in enumerate(event.teams, start=1):
            _known(f"events[{number}].teams[{place}]", team_id, teams)
    return Problem(
        weeks=written.weeks,
        sites=tuple(
            Site(site.id, _daily(f"sites[{number}].desks", site.desks, written.weeks))
            for number, site in enumerate(written.sites, start=1)
        ),
        teams=tuple(
            Team(team.id, team.site, team.overlap_days, _daily(f"teams[{number}].cover", team.cover, written.weeks))
            for number, team in enumerate(written.teams, start=1)
        ),
        employees=tuple(_employee(person) for person in written.employees if person.remote is None),
        weights=written.weights.points,
        remotes=tuple(
            Remote(person.id, person.teams, frozenset(person.away), person.remote.minutes, person.remote.cost)
            for person in written.employees
            if person.remote is not None
        ),
        events=tuple(Event(event.name, event.day, event.teams) for event in written.events),
    )


def _employee(person: _Employee) -> Employee:
    least, most = person.home_days
    return Employee(
        id=person.id,
        teams=person.teams,
        home_days=(least, most),
        fixed=person.fixed,
        away=frozenset(person.away),
        wishes=person.wishes,
        current=person.current or None,
    )


def _filled(value: object) -> Any:
    """The value without the fields that are `null`."""
    if isinstance(value, dict):
        return {name: _filled(each) for name, each in value.items() if each is not None}
    return [_filled(each) for each in value] if isinstance(value, list) else value


def _daily(name: str, numbers: Sequence[int], weeks: int) -> tuple[int, ...]:
    """A number for each day, from those of one week or of all."""
    if len(numbers) not in (WORKDAYS, WORKDAYS * weeks):
        raise FactsError(name, _count(len(numbers), WORKDAYS, WORKDAYS * weeks))
    for place, number in enumerate(numbers, start=1):
        _within(f"{name}[{place}]", number, 0, MOST_DESKS)
    return tuple(numbers) * (WORKDAYS * weeks // len(numbers))


def _identified(kind: str, ids: Sequence[str]) -> None:
    first: dict[str, int] = {}
    for number, each in enumerate(ids, start=1):
        if not each.strip():
            raise FactsError(f"{kind}[{number}].id", Text(da="er tomt.", en="is empty."))
        if each in first:
            place = f"{kind}[{first[each]}]"
            raise FactsError(
                f"{kind}[{number}].id",
                Text(da=f'"{each}" bruges allerede af {place}.', en=f'"{each}" is already used by {place}.'),
            )
        first[each] = number


def _known(name: str, given: str, there: Collection[str]) -> None:
    if given not in there:
        near_miss(name, given, there)
        raise FactsError(name, Text(da=f'"{given}" findes ikke.', en=f'"{given}" does not exist.'))


def _unique(name: str, given: Iterable[str]) -> None:
    seen: set[str] = set()
    for place, each in enumerate(given, start=1):
        if each in seen:
            raise FactsError(f"{name}[{place}]", Text(da=f'"{each}" står to gange.', en=f'"{each}" stands twice.'))
        seen.add(each)


def _within(name: str, number: int, least: int, most: int, *, day: bool = False) -> None:
    if not least <= number <= most:
        what = Text(da=f"dag {number} findes ikke. Dagene er", en=f"there is no day {number}. The days are")
        span = Text(da=f"{least} til {most}.", en=f"{least} to {most}.")
        between = Text(da=f"skal ligge mellem {least} og {most}.", en=f"must lie between {least} and {most}.")
        raise FactsError(name, what.followed_by(span) if day else between)


def _count(given: int, *wanted: int) -> Text:
    numbers = sorted(set(wanted))
    return Text(
        da=f"har {given} tal. Der skal være {' eller '.join(map(str, numbers))}, et for hver dag.",
        en=f"has {given} numbers. There must be {' or '.join(map(str, numbers))}, one a day.",
    )
