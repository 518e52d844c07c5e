"""Tidsregistreringer: what is known of one employee's working time, and the terms that it is judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import near_miss
from hjemmedag.core.periods import Period
from hjemmedag.core.worktime.clock import DAY, MINUTE, second, whole
from hjemmedag.core.worktime.spans import Span

LONGEST = 7 * DAY
"""A longer entry is a typing mistake."""

BREAK = Text(da="skal være kortere end arbejdet.", en="must be shorter than the work.")
BACKWARDS = Text(da="skal komme efter start.", en="must come after the start.")
TOO_LONG = Text(da="ligger mere end syv døgn efter start.", en="is over seven days after the start.")


class Place(StrEnum):
    """Where the work was done."""

    HOME = "home"
    OFFICE = "office"
    OTHER = "other"


class Kind(StrEnum):
    """What an entry is: work, work after a call while on call, or being on call (rådighed)."""

    WORK = "work"
    CALL_OUT = "call_out"
    ON_CALL = "on_call"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeEntry:
    """One stretch of time with a start and an end, both with their zone; `end` comes after `start`.

    `break_minutes` of it were an unpaid break. Nobody writes down when: hours are shorter by it, rest is no longer.
    """

    start: datetime
    end: datetime
    place: Place | None = None
    kind: Kind = Kind.WORK
    break_minutes: int = 0

    def __post_init__(self) -> None:
        start, end = self.span
        if end <= start:
            raise FactsError("end", BACKWARDS)
        if end - start > LONGEST:
            raise FactsError("end", TOO_LONG)
        if not 0 <= self.break_minutes * MINUTE < end - start:
            raise FactsError("break_minutes", BREAK)

    @property
    def span(self) -> Span:
        """The entry in UTC seconds."""
        return second(self.start), second(self.end)

    @property
    def is_work(self) -> bool:
        """Whether it counts as hours and interrupts daily rest: all but being on call away from the workplace."""
        return self.kind is not Kind.ON_CALL or self.place is Place.OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyTotal:
    """Minutes worked on a date of which the times are not known."""

    day: date = field(metadata={"written": "date"})
    minutes: int

    def __post_init__(self) -> None:
        _within("minutes", self.minutes, 0, 25 * 60)


NEUTRAL = ("annual_leave", "sick")
"""The kinds of absence that the average leaves out; time off in lieu and public holidays are not among them."""

CHANGING = ("collective", "local")
"""The kinds of agreement that can change a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days of absence, the first and the last included, and why: one of `NEUTRAL` or any other word."""

    first: date = field(metadata={"written": "from"})
    last: date = field(metadata={"written": "to"})
    kind: str

    def __post_init__(self) -> None:
        _in_order(self.first, self.last)
        near_miss("kind", self.kind, NEUTRAL)

    @property
    def days(self) -> Iterator[date]:
        """Each of its dates."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    @property
    def span(self) -> Span:
        """All of its dates in UTC seconds."""
        return whole(self.first)[0], whole(self.last)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """An unforeseen event that made the work necessary. Only a written record excuses it."""

    start: datetime
    end: datetime
    record: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise FactsError("end", Text(da="ligger før start.", en="is before the start."))

    @property
    def span(self) -> Span:
        """From its first to its last second."""
        return second(self.start), second(self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedTerms:
    """What a `collective` or `local` agreement changes, its first and last day included; other kinds change nothing.

    `None`: the agreement is silent and the law stands.
    """

    kind: str
    id: str = ""
    first: date | None = field(default=None, metadata={"written": "from"})
    last: date | None = field(default=None, metadata={"written": "to"})
    daily_rest_minutes: int | None = None
    rest_reductions_per_week: int = 1
    max_days_between_days_off: int | None = None
    reference_months: int | None = None

    def __post_init__(self) -> None:
        if self.first and self.last:
            _in_order(self.first, self.last)
        near_miss("kind", self.kind, CHANGING)
        _within("daily_rest_minutes", self.daily_rest_minutes, 0, 24 * 60)
        _within("rest_reductions_per_week", self.rest_reductions_per_week, 0, 7)
        _within("max_days_between_days_off", self.max_days_between_days_off, 1, 31)
        _within("reference_months", self.reference_months, 1, 24)

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfOrganiser:
    """Selvtilrettelægger: whether the case is assessed, and whether the contract says that rules on hours fall away."""

    assessed: bool = False
    contract_clause: bool = False


WORKDAYS = 5
"""A week, unless something else is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timesheet:
    """One employee's entries and terms. Times carry their zone; totals count on dates without entries only.

    `self_organiser` says on which days the person planned their own time, and on what terms; periods don't overlap.

    From `known_from` to `known_to` time without entries was rest. Left out, they are where the first record begins and
    the last one ends; outside them nothing is assumed.
    """

    employee: str
    entries: tuple[TimeEntry, ...] = ()
    totals: tuple[DailyTotal, ...] = ()
    absences: tuple[Absence, ...] = ()
    emergencies: tuple[Emergency, ...] = ()
    agreements: tuple[AgreedTerms, ...] = ()
    self_organiser: tuple[tuple[Period, SelfOrganiser], ...] = ()
    born: date | None = None
    employed_from: date | None = None
    workdays_per_week: int = WORKDAYS
    known_from: datetime | None = None
    known_to: datetime | None = None
    breaks_agreed: bool = False

    def __post_init__(self) -> None:
        _within("workdays_per_week", self.workdays_per_week, 1, 7)
        if self.known_from and self.known_to and self.known_to <= self.known_from:
            raise FactsError("known_to", Text(da="skal komme efter known_from.", en="must come after known_from."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What holds for all of an employer's people: whether it is the state, and what it counts as no interruption.

    `de_minimis`: minutes of work so short that the company doesn't let them interrupt rest. A choice, never law.
    """

    state: bool = False
    de_minimis: int = 0


def _in_order(first: date, last: date) -> None:
    if last < first:
        raise FactsError("to", Text(da="ligger før from.", en="is before from."))


def _within(name: str, number: int | None, least: int, most: int) -> None:
    if number is not None and not least <= number <= most:
        raise FactsError(
            name, Text(da=f"skal ligge mellem {least} og {most}.", en=f"must lie between {least} and {most}.")
        )
