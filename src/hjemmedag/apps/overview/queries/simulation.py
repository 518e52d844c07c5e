"""What another policy would mean for the whole company: worked out on a copy, and never stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.equipment import queries as equipment
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.apps.workplaces import queries as workplaces
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.overview.home_days import at_home, freed
from hjemmedag.core.overview.simulated_cost import Cost, Priced, Wanting, cost
from hjemmedag.core.overview.simulation import Change, Person, Rules, Seen, Side, simulated
from hjemmedag.core.people.frames import Demand, Frame
from hjemmedag.core.policy.criteria import Criterion, Facts
from hjemmedag.core.workplaces.screen import Because

WHICH: Mapping[str, Callable[[Seen], bool]] = {
    "screen": lambda one: one.crosses,
    "below": lambda one: one.falls,
    "lost": lambda one: one.loses,
    "gained": lambda one: one.gains,
    "equipment": lambda one: one.needs_equipment,
    "conflicts": lambda one: one.after.conflict,
}
"""The lists of people, each by what puts someone on it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The values that hold now and can be tried otherwise: criteria with a number, and job functions by id."""

    criteria: tuple[Criterion, ...]
    number: int | None
    functions: Mapping[int, str]


def standing(on: date) -> Standing:
    """What a simulation starts from: two queries."""
    held = policy.criteria_on(on)
    functions = {one.pk: one.name for one in policy.functions(in_use=True)}
    if held is None:
        return Standing((), None, functions)
    return Standing(policy.criteria_of(held), held.number, functions)


@dataclass(frozen=True)
class Simulation:
    """Everyone before and after, by name; with what is known of each, and the packages."""

    on: date
    change: Change
    seen: list[Seen]
    known: Mapping[int, policy.Known]
    frames: Mapping[int, Frame]
    at_homes: frozenset[int]
    """Whose country of the home is known."""
    bought: equipment.Purchases
    flat: Decimal | None = None
    has_criteria: bool = False
    lists: dict[str, list[Seen]] = field(default_factory=dict)

    def among(self, which: str) -> list[Seen]:
        """The people of a list."""
        if which not in self.lists:
            self.lists[which] = [one for one in self.seen if WHICH[which](one)]
        return self.lists[which]

    @cached_property
    def weekdays(self) -> list[tuple[Fraction, Fraction, Fraction]]:
        """Monday to Friday: at home before and after, and the desks freed."""
        before = at_home(_patterns(one.before for one in self.seen))
        after = at_home(_patterns(one.after for one in self.seen))
        return list(zip(before, after, freed(before, after), strict=True))

    @cached_property
    def cost(self) -> Cost:
        """The equipment of those who begin, or whose home comes under the order on screen work."""
        kinds = {one.pk: Priced(one.pk, one.name, one.price) for one in self.bought.kinds}
        return cost(map(self.wanting, self.among("equipment")), kinds, self.flat)

    def wanting(self, one: Seen) -> Wanting:
        """The package of someone's job function, and what they have already."""
        function = one.person.function
        package = self.bought.packages.get(function) if function is not None else None
        return Wanting(package, self.bought.had.get(one.person.pk, {}))

    @cached_property
    def fails_for_all(self) -> list[str]:
        """The keys of required criteria that nobody would meet."""
        failing = [{each.criterion.key for each in one.after.fit.failing} for one in self.seen]
        return sorted(set.intersection(*failing)) if failing else []


def simulation(change: Change, flat: Decimal | None, stands: Standing, on: date) -> Simulation:
    """The whole company under a change: a constant number of queries."""
    everyone = policy.everyone(on)
    ids = [one.pk for one in everyone]
    patterns = _shared(agreements.all_terms_in_force(ids, on))
    frames, countries = people.frames_on(on), people.home_countries(ids, on)
    by_weeks = workplaces.covered_by_weeks(ids)
    persons = [
        Person(
            pk=one.pk,
            facts=one.facts,
            function=one.function,
            pattern=patterns.get(one.pk),
            country=countries.get(one.pk, "DK"),
            by_weeks=one.pk in by_weeks,
            part_only=one.pk in frames and frames[one.pk].point(Demand.PART_OF_TIME) is not None,
        )
        for one in everyone
    ]
    tried = workplaces.tried(on)

    def line(pattern: Pattern, facts: Facts, country: str) -> Because:
        return tried(pattern, facts.weekly_hours, country)

    return Simulation(
        on=on,
        change=change,
        seen=simulated(persons, change, Rules(on, stands.criteria, policy.kinds(), line)),
        known={one.pk: one for one in everyone},
        frames=frames,
        at_homes=frozenset(countries),
        bought=equipment.purchases(on),
        flat=flat,
        has_criteria=stands.number is not None,
    )


def _shared(terms: Mapping[int, Any]) -> dict[int, Pattern]:
    """The pattern of each, read once for all whose week is written alike."""
    read: dict[tuple[object, ...], Pattern] = {}
    found = {}
    for employee, row in terms.items():
        key = (row.model, row.cycle_weeks, tuple(row.home_days), str(row.hours))
        if key not in read:
            read[key] = agreements.pattern_of(row)
        found[employee] = read[key]
    return found


def _patterns(sides: Iterable[Side]) -> Iterable[Pattern]:
    return (one.pattern for one in sides if one.pattern is not None)
