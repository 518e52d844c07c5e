"""A week as its page shows it: what is agreed, what is registered, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.worktime.models import Entry, Registration
from hjemmedag.apps.worktime.queries.entries import span_of, total
from hjemmedag.apps.worktime.queries.norms import Agreed, agreed, lunch_of
from hjemmedag.apps.worktime.queries.sheets import Found, Records, records
from hjemmedag.apps.worktime.queries.weeks import needs_reason, way_of, week_of
from hjemmedag.core.instants import local
from hjemmedag.core.worktime.ahead import Rest, rest
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.core.worktime.norm import Lunch
from hjemmedag.core.worktime.typed import DAY, Span, clock, instants
from hjemmedag.core.worktime.weeks import Status, Way, days_of, friday_of
from hjemmedag.rulebook.load import load

LINES = {Place.HOME: "home", Place.OFFICE: "office", Place.OTHER: "away"}


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One day: what was agreed for it and what is registered on it."""

    agreed: Agreed
    entries: list[Entry]
    over: bool

    @property
    def spans(self) -> list[Span]:
        """The registered spans by the clock."""
        return [span_of(entry) for entry in self.entries]

    @property
    def minutes(self) -> int:
        """Registered working minutes."""
        return total(self.entries)

    @property
    def line(self) -> list[dict[str, Any]]:
        """The spans for a 24-hour line, each with its place; what lies after midnight stands at the line's end."""
        return [
            {
                "kind": LINES[span.place or Place.OTHER],
                "from_minute": span.start,
                "to_minute": min(span.end, DAY),
                "words": f"{clock(span.start)}–{clock(span.end)}",
            }
            for span in self.spans
            if span.timed
        ]

    @property
    def missing(self) -> bool:
        """Whether work was agreed, is over, and nothing is registered."""
        return self.agreed.work is not None and self.over and not self.entries


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """One person's week. `revision` goes into its forms; `rest` is there while somebody works or could go on.

    `delivered`: another system delivers its hours, and the person only reads them here.
    """

    employee: int
    monday: date
    days: list[ShownDay]
    way: Way
    revision: int
    returned_because: str
    locked: bool
    lunch: Lunch
    found: list[Found]
    rest: Rest | None
    today: date
    delivered: bool

    @property
    def status(self) -> Status:
        """How far the week has come."""
        return self.way.status

    @property
    def minutes(self) -> int:
        """Registered working minutes."""
        return sum(day.minutes for day in self.days)

    @property
    def agreed_minutes(self) -> int:
        """What was agreed for the week."""
        return sum(day.agreed.work.minutes for day in self.days if day.agreed.work)

    @property
    def needs_reason(self) -> bool:
        """Whether a change must say why."""
        return needs_reason(self.way, any_locked=self.locked)

    @property
    def unexplained(self) -> list[Found]:
        """The rests that were too short and that nobody has said anything about."""
        return [one for one in self.found if one.unexplained]

    @property
    def complete(self) -> bool:
        """Whether all work that was agreed is over: then the week can be sent."""
        return all(day.over for day in self.days if day.agreed.work)

    @property
    def waits(self) -> bool:
        """Whether one click takes the week further: confirming its empty days, or sending it."""
        sendable = self.complete and self.minutes and self.status in (Status.OPEN, Status.RETURNED)
        return bool(self.missing) or (bool(sendable) and not self.delivered)

    @property
    def missing(self) -> list[ShownDay]:
        """The days that can be confirmed as agreed."""
        return [] if self.delivered else [day for day in self.days if day.missing]

    @property
    def totals_only(self) -> bool:
        """Whether a day says only how much: enough for the register, and too little to check the rest around it."""
        return any(not span.timed for day in self.days for span in day.spans)

    @property
    def running(self) -> bool:
        """Whether it is this week."""
        return self.today in [day.agreed.day for day in self.days]

    @property
    def as_agreed(self) -> dict[date, Span]:
        """What was agreed for those days, as it can be typed."""
        works = [(day.agreed, day.agreed.work) for day in self.missing]
        return {
            one.day: Span(work.start, work.end, one.place, break_minutes=work.break_minutes)
            for one, work in works
            if work is not None
        }


def week_shown(employee: int, monday: date, *, now: datetime, week: Any = None) -> ShownWeek:
    """The week in nine queries; in one less with the row of `with_way` that the caller has read already."""
    days = days_of(monday)
    known = records({employee}, days[0], days[-1])
    registration = known.registration(employee, days[-1])
    by_day: dict[date, list[Entry]] = {day: [] for day in days}
    for entry in known.entries[employee]:
        if entry.day in by_day:
            by_day[entry.day].append(entry)
    week = week or week_of(employee, monday)
    arrangement = agreements.terms_in_force(employee, friday_of(monday))
    single = agreements.day_facts([employee], days[0], days[-1])[employee]
    plan = agreed(days, known.terms.get(employee), known.absences[employee], arrangement, known.choices, single)
    return ShownWeek(
        employee=employee,
        monday=monday,
        days=[ShownDay(one, by_day[one.day], _over(one, now)) for one in plan],
        way=way_of(week) if week else Way(),
        revision=week.revision if week else 0,
        returned_because=week.returned_because or "" if week else "",
        locked=known.choices.locked,
        lunch=lunch_of(known.choices),
        found=known.findings(employee, days[0], days[-1]),
        rest=_rest(known, employee, now) if local(now).date() in days else None,
        today=local(now).date(),
        delivered=registration is not None and registration.method == Registration.Method.SYSTEM,
    )


def _over(one: Agreed, now: datetime) -> bool:
    return one.work is not None and instants(one.day, Span(one.work.start, one.work.end))[1] <= now


def _rest(known: Records, employee: int, now: datetime) -> Rest | None:
    """Until when one may work today, and begin tomorrow; nothing on a day without work."""
    today = local(now).date()
    if not any(entry.day == today for entry in known.entries[employee]):
        return None
    found = rest(known.timesheet(employee), Limits.of(load().on(today)), now=now)
    return found if found.stop_by > now else None
