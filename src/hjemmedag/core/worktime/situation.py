"""A situation as it comes in JSON: people with their entries, agreements and absences, read strictly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import near_miss, read
from hjemmedag.core.periods import Period
from hjemmedag.core.worktime.entries import (
    Absence,
    AgreedTerms,
    DailyTotal,
    Emergency,
    Kind,
    Place,
    Practice,
    SelfOrganiser,
    TimeEntry,
    Timesheet,
)
from hjemmedag.core.worktime.moments import between

Given = TypeVar("Given")

STATE = "state"
WORKDAYS = 5
LONGEST_SHORT = 24 * 60
"""Minutes above which nobody means work that is too short to count."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The people, what holds for all of them, and the day whose law they are judged by; `None`: left out."""

    sheets: tuple[Timesheet, ...]
    practice: Practice
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    start: str
    end: str
    place: Place | None = None
    kind: Kind = Kind.WORK
    fold: int = 0

    def __post_init__(self) -> None:
        if self.fold not in (0, 1):
            raise FactsError("fold", Text(da="skal være 0 eller 1.", en="must be 0 or 1."))
        self.entry  # noqa: B018 – refuses times that can't be meant

    @property
    def entry(self) -> TimeEntry:
        start, end = between(self.start, self.end, self.fold)
        return TimeEntry(start=start, end=end, place=self.place, kind=self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    id: str
    born: date | None = None
    employed_from: date | None = None
    workdays_per_week: int | None = None
    known_from: datetime | None = None
    known_to: datetime | None = None
    self_organiser: SelfOrganiser | None = None
    breaks_agreed: bool | None = None
    agreements: tuple[AgreedTerms, ...] = ()
    time_entries: tuple[_Entry, ...] = ()
    daily_totals: tuple[DailyTotal, ...] = ()
    absences: tuple[Absence, ...] = ()
    emergencies: tuple[Emergency, ...] = ()

    def __post_init__(self) -> None:
        if not self.id.strip():
            raise FactsError("id", Text(da="er tomt.", en="is empty."))
        _sheet([self])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    on: date | None = None
    sector: str = "private"
    deminimis_minutes: int = 0
    employees: tuple[_Record, ...] = ()

    def __post_init__(self) -> None:
        near_miss("sector", self.sector, [STATE])
        if not 0 <= self.deminimis_minutes <= LONGEST_SHORT:
            raise FactsError(
                "deminimis_minutes",
                Text(da=f"skal ligge mellem 0 og {LONGEST_SHORT}.", en=f"must lie between 0 and {LONGEST_SHORT}."),
            )


def situation(given: Mapping[str, object]) -> Situation:
    """The situation in a JSON object; what is `null` counts as left out. Raises `FactsError` naming the place."""
    written = read(_Written, _filled(given))
    people: dict[str, list[_Record]] = {}
    for record in written.employees:
        people.setdefault(record.id, []).append(record)
    return Situation(
        sheets=tuple(_sheet(records) for records in people.values()),
        practice=Practice(state=written.sector == STATE, de_minimis=written.deminimis_minutes),
        on=written.on,
    )


def _filled(value: object) -> Any:
    """The value without the fields that are `null`."""
    if isinstance(value, dict):
        return {name: _filled(each) for name, each in value.items() if each is not None}
    return [_filled(each) for each in value] if isinstance(value, list) else value


def _sheet(records: Sequence[_Record]) -> Timesheet:
    """One person's records, as of two contracts: all entries and terms, and the time that every record knows."""
    organisers = _given(record.self_organiser for record in records)
    agreed = _given(record.breaks_agreed for record in records)
    return Timesheet(
        employee=records[0].id,
        entries=tuple(each.entry for record in records for each in record.time_entries),
        totals=tuple(each for record in records for each in record.daily_totals),
        absences=tuple(each for record in records for each in record.absences),
        emergencies=tuple(each for record in records for each in record.emergencies),
        agreements=tuple(each for record in records for each in record.agreements),
        self_organiser=(
            (
                Period(),
                SelfOrganiser(
                    assessed=all(each.assessed for each in organisers),
                    contract_clause=all(each.contract_clause for each in organisers),
                ),
            ),
        )
        if organisers
        else (),
        born=max(_given(record.born for record in records), default=None),
        employed_from=min(_given(record.employed_from for record in records), default=None),
        workdays_per_week=max(_given(record.workdays_per_week for record in records), default=WORKDAYS),
        known_from=max(_given(record.known_from for record in records), default=None),
        known_to=min(_given(record.known_to for record in records), default=None),
        breaks_agreed=bool(agreed) and all(agreed),
    )


def _given(values: Iterable[Given | None]) -> list[Given]:
    return [value for value in values if value is not None]
