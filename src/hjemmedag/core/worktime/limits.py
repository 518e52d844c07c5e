"""The numbers that a timesheet is judged by: those of the law on a day, and what agreements change on a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from hjemmedag.core.law import Grounds, Law, UnknownValue
from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.clock import HOUR, MINUTE
from hjemmedag.core.worktime.entries import CHANGING, AgreedTerms

DAILY, WEEKLY, HOURS = "worktime.daily_rest", "worktime.weekly_rest", "worktime.weekly_hours"
BREAKS, NIGHT, COMPENSATORY = "worktime.breaks", "worktime.night_work", "worktime.compensatory_rest"
DEROGATION, INTERRUPTION, SELF = "worktime.rest_derogation", "worktime.interruption", "worktime.self_organiser"
YOUNG = "worktime.young_workers"


@dataclass(frozen=True, slots=True)
class Limits:
    """The law of a day, each value read once. Times are in seconds. Reading raises `UnknownValue`."""

    law: Law
    rest: int
    window: int
    reduced: int
    day_off: int
    """A day off with its daily rest, in one."""
    between: int
    """Days of 24 hours between two days off; `between_local` and `between_collective` by agreement."""
    between_local: int
    between_collective: int
    average: int
    """Minutes per seven days."""
    months: int
    months_agreed: int
    break_after: int
    night: tuple[time, time]
    night_most: int
    """In twelve months; from here on the company is warned."""
    _grounds: dict[tuple[tuple[str, str], ...], Grounds] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, law: Law) -> Limits:
        """The limits of the law on its day."""
        night_start, night_end = law.version(NIGHT, "night_start").value, law.version(NIGHT, "night_end").value
        assert isinstance(night_start, time)
        assert isinstance(night_end, time)
        return cls(
            law=law,
            rest=law.number(DAILY, "minimum") * MINUTE,
            window=law.number(DAILY, "window") * MINUTE,
            reduced=law.number(DEROGATION, "lowest") * MINUTE,
            day_off=law.number(WEEKLY, "gap") * MINUTE,
            between=law.number(WEEKLY, "between"),
            between_local=law.number(WEEKLY, "between_local"),
            between_collective=law.number(WEEKLY, "between_collective"),
            average=law.number(HOURS, "average_most"),
            months=law.number(HOURS, "reference_months"),
            months_agreed=law.number(HOURS, "reference_months_agreed"),
            break_after=law.number(BREAKS, "after") * MINUTE,
            night=(night_start, night_end),
            night_most=int(law.version(NIGHT, "warn_from").amount * HOUR),
        )

    @property
    def day(self) -> int:
        """A day off alone, without the daily rest beside it."""
        return self.day_off - self.rest

    @property
    def span(self) -> int:
        """From the first start to the last end after a whole rest, at most."""
        return self.window - self.rest

    def immediate(self, on: date) -> bool:
        """Whether the law of that day asked for missing rest right after the work; before, it might come later."""
        try:
            return self.law.rulebook.on(on).version(COMPENSATORY, "immediate").value is True
        except UnknownValue:
            return False

    def cited(self, first: tuple[str, str], *others: tuple[str, str]) -> Grounds:
        """The grounds of a finding: key and name of each parameter it used. The first one's rule is the finding's."""
        named = (first, *others)
        if named not in self._grounds:
            versions = tuple(self.law.version(*each) for each in named)
            self._grounds[named] = Grounds(self.law.rulebook.rule(first[0]), versions)
        return self._grounds[named]


def reduction(agreements: Sequence[AgreedTerms], on: date, limits: Limits) -> tuple[int, int] | None:
    """The shortest rest, in seconds, that an agreement allows on the date, and in how many rests a week."""
    allowed = [
        (max(limits.reduced, terms.daily_rest_minutes * MINUTE), -terms.rest_reductions_per_week)
        for terms in _in_force(agreements, on)
        if terms.daily_rest_minutes is not None
    ]
    if not allowed:
        return None
    shortest, times = min(allowed)
    return shortest, -times


def between(agreements: Sequence[AgreedTerms], on: date, limits: Limits) -> int:
    """How many days of 24 hours may pass between two days off on the date."""
    most = {"local": limits.between_local, "collective": limits.between_collective}
    agreed = [
        min(most[terms.kind], terms.max_days_between_days_off)
        for terms in _in_force(agreements, on)
        if terms.max_days_between_days_off is not None
    ]
    return max([limits.between, *agreed])


def reference_months(agreements: Sequence[AgreedTerms], first: date, limits: Limits) -> int:
    """The months of a window that begins on `first`: of a collective agreement that lasts all of it, or the law's."""
    for terms in _in_force(agreements, first):
        if terms.kind == "collective" and terms.reference_months is not None:
            months = min(limits.months_agreed, terms.reference_months)
            if add_months(first, months) - timedelta(days=1) in terms:
                return months
    return limits.months


def _in_force(agreements: Sequence[AgreedTerms], on: date) -> Iterator[AgreedTerms]:
    return (terms for terms in agreements if terms.kind in CHANGING and on in terms)
