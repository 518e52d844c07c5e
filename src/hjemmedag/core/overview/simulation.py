"""What another policy would mean for each person, worked out on a copy: nothing is decided and nothing is kept.

Criteria stay the help that they are: someone who would not meet them is named, and their days are counted all the same.
Only a job function that is taken out has no days at home after.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.overview.home_days import DayRule, all_at_home, changed, of_days, without
from hjemmedag.core.policy.criteria import Criterion, Facts, Judged, Kind, Measure, Wished, judge
from hjemmedag.core.workplaces.screen import Because


@dataclass(frozen=True, slots=True)
class Change:
    """The values of the policy that are tried. `out` and `let_in` are ids of job functions.

    A job function let in meets the criterion of suitability whatever its needs analysis says. `newcomers`: the days a
    week at home of those whom the change lets in and who have none; with 0 they are named but don't begin.
    `thresholds` replace the numbers of criteria, by key.
    """

    rule: DayRule = field(default_factory=DayRule)
    out: frozenset[int] = frozenset()
    let_in: frozenset[int] = frozenset()
    newcomers: int = 0
    thresholds: Mapping[str, int] = field(default_factory=dict)

    def nothing(self, criteria: Iterable[Criterion]) -> bool:
        """Whether it leaves everything as it is under these criteria."""
        same = all(one.threshold == self.thresholds.get(one.key, one.threshold) for one in criteria)
        return same and self.rule.nothing and not self.out and not self.let_in

    def of(self, criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
        """The criteria with the numbers tried."""
        return tuple(replace(one, threshold=self.thresholds.get(one.key, one.threshold)) for one in criteria)


@dataclass(frozen=True, slots=True)
class Person:
    """One person as known on the day; `pattern` is `None` without an arrangement in force.

    `by_weeks`: the order on screen work applies by weeks that were worked, whatever the plan says. `part_only`: the
    agreement area allows part of the working time at home only.
    """

    pk: int
    facts: Facts
    function: int | None = None
    pattern: Pattern | None = None
    country: str = "DK"
    by_weeks: bool = False
    part_only: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether someone meets what is required (`None`: something can't be measured), and what fails.

    `out`: the job function is taken out.
    """

    holds: bool | None
    failing: tuple[Judged, ...] = ()
    out: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One person before or after: the pattern, the criteria, why the order on screen work applies or not, conflicts."""

    pattern: Pattern | None
    fit: Fit
    screen: Because | None = None
    covered: bool = False
    conflict: bool = False

    @property
    def days(self) -> float:
        """Days at home a week."""
        return self.pattern.home_days_per_week() if self.pattern else 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One person on both sides of the change."""

    person: Person
    before: Side
    after: Side

    @property
    def crosses(self) -> bool:
        """Whether the order on screen work begins to apply at home."""
        return self.after.covered and not self.before.covered

    @property
    def falls(self) -> bool:
        """Whether it ceases to."""
        return self.before.covered and not self.after.covered

    @property
    def loses(self) -> bool:
        """Whether a required criterion stops holding, or the job function is taken out."""
        return self.before.fit.holds is not False and self.after.fit.holds is False

    @property
    def gains(self) -> bool:
        """Whether nothing required fails any more."""
        return self.before.fit.holds is False and self.after.fit.holds is not False

    @property
    def begins(self) -> bool:
        """Whether days at home begin."""
        return self.after.days > 0 and not self.before.days

    @property
    def needs_equipment(self) -> bool:
        """Whether the package of the job function is to be there because of the change."""
        return self.begins or self.crosses


Line = Callable[[Pattern, Facts, str], Because]
"""Why the order on screen work applies at home, or why not: of a plan with days at home, the hours, the country."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a simulation is worked out by. `criteria` of the day; `line` is asked once for each kind of week."""

    on: date
    criteria: Sequence[Criterion]
    kinds: Mapping[str, Kind]
    line: Line


def simulated(people: Iterable[Person], change: Change, rules: Rules) -> list[Seen]:
    """Everyone before and after, in the order given."""
    return list(_Copy(change, rules).seen(people))


class _Copy:
    """The change on a copy. What is the same of many is worked out once: patterns, and weeks against the line."""

    def __init__(self, change: Change, rules: Rules) -> None:
        self.change, self.rules = change, rules
        self.before = tuple(one for one in rules.criteria if one.required)
        self.after = change.of(self.before)
        self.patterns: dict[Hashable, Pattern | None] = {}
        self.lines: dict[Hashable, Because] = {}

    def seen(self, people: Iterable[Person]) -> Iterable[Seen]:
        return (Seen(one, *self._sides(one)) for one in people)

    def _sides(self, person: Person) -> tuple[Side, Side]:
        let_in, out = person.function in self.change.let_in, person.function in self.change.out
        then = self._pattern(person.pattern) if person.pattern else None
        began = then
        if person.pattern is None and self.change.newcomers:
            # Someone without a pattern is measured on the days that they would have.
            began = of_days(self.change.newcomers)
        wish = person.pattern or began
        fit = self._fit(person, self.before, wish)
        if out:
            pattern = without(person.pattern) if person.pattern else None
            return self._side(person, person.pattern, fit), self._side(person, pattern, Fit(False, out=True))
        same = began is wish and self.after == self.before and not let_in
        fits = fit if same else self._fit(person, self.after, began, let_in=let_in)
        comes = person.pattern is None and fit.holds is False and fits.holds is not False
        return self._side(person, person.pattern, fit), self._side(person, began if comes else then, fits)

    def _side(self, person: Person, pattern: Pattern | None, fit: Fit) -> Side:
        if pattern is None or not pattern.home_days:
            # Who is at home in fact stays so; whoever loses the agreed days doesn't.
            return Side(pattern, fit, covered=person.by_weeks and pattern is person.pattern)
        key = (*_key(pattern), person.facts.weekly_hours, person.country)
        if key not in self.lines:
            self.lines[key] = self.rules.line(pattern, person.facts, person.country)
        screen = self.lines[key]
        return Side(
            pattern, fit, screen, screen.covers or person.by_weeks, conflict=person.part_only and all_at_home(pattern)
        )

    def _fit(self, person: Person, criteria: Sequence[Criterion], wish: Pattern | None, *, let_in: bool = False) -> Fit:
        facts = replace(person.facts, wished=_wished(wish)) if wish else person.facts
        result = judge(criteria, self.rules.kinds, facts, self.rules.on)
        asked = [one for one in result.judged if not (let_in and one.kind.measure is Measure.SUITABILITY)]
        failing = tuple(one for one in asked if one.holds is False)
        return Fit(False if failing else None if any(one.holds is None for one in asked) else True, failing)

    def _pattern(self, pattern: Pattern) -> Pattern:
        key = _key(pattern)
        if key not in self.patterns:
            after = changed(pattern, self.change.rule)
            self.patterns[key] = None if after is pattern else after
        return self.patterns[key] or pattern


def _key(pattern: Pattern) -> tuple[Hashable, ...]:
    """What tells two kinds of week apart."""
    return pattern.remote, pattern.cycle_weeks, pattern.home_days, tuple(sorted(pattern.hours.items(), key=_weekday))


def _weekday(row: tuple[int, Window]) -> int:
    return row[0]


def _wished(pattern: Pattern) -> Wished:
    home = pattern.home_days_per_week()
    return Wished(home=home, office=len(pattern.workdays()) - home)
