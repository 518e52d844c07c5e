"""The rules of rest and hours once more, tick by tick: slow, and so plain that a reader can see that it is right.

A tick is ten minutes, counted since 1970 in UTC; every entry begins and ends with one. Nothing here is shared with what
it checks, the law's numbers included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MINUTES = 10
HOUR = 6
REST, DAY = 11 * HOUR, 24 * HOUR


@dataclass
class Facts:
    """One person's time: sets of ticks, and the span in which it is known."""

    work: set[int]
    known: tuple[int, int]
    on_call: set[int] = field(default_factory=set)
    unknown: set[int] = field(default_factory=set)
    between: int = 6


def local(tick: int) -> datetime:
    return datetime.fromtimestamp(tick * MINUTES * 60, UTC).astimezone(COPENHAGEN)


def runs(ticks: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of ticks that follow one another: first tick, and the one after the last."""
    ordered = sorted(ticks)
    start = before = None
    for tick in ordered:
        if before is None or tick != before + 1:
            if start is not None and before is not None:
                yield start, before + 1
            start = tick
        before = tick
    if start is not None and before is not None:
        yield start, before + 1


def longest_rest(before: int, resting: set[int]) -> int:
    """The longest run of resting ticks in the 24 hours before a tick."""
    longest = run = 0
    for tick in range(before - DAY, before):
        run = run + 1 if tick in resting else 0
        longest = max(longest, run)
    return longest


def daily_rest(facts: Facts) -> tuple[str, list[tuple[int, int, int]]]:
    """The verdict, and for each interval in breach its onset, its end and the longest rest before its end."""
    first, last = min(facts.work, default=0) - 2 * DAY, max(facts.work, default=0) + 1
    free = set(range(first, last)) - facts.work
    surely = {tick for tick in free if facts.known[0] <= tick < facts.known[1]} - facts.unknown
    found, sure = [], not facts.unknown
    for start, end in runs(facts.work):
        if longest_rest(end, free) < REST:
            stood = [moment for moment in range(start, end + 1) if longest_rest(moment, free) >= REST]
            found.append((max(stood, default=start), end, longest_rest(end, free)))
        elif longest_rest(end, surely) < REST:
            sure = False
    return "violation" if found else "ok" if sure else "undetermined", found


def weekly_rest(facts: Facts) -> tuple[str, list[tuple[int, int | None, int]]]:
    """The verdict, and for each late day off: when it should have begun, when it began, ticks since the last one."""
    known = set(range(*facts.known)) - facts.unknown
    found = [late for start, end in runs(known) for late in _late(facts, start, end)]
    return "violation" if found else "undetermined" if facts.unknown else "ok", found


def _late(facts: Facts, start: int, end: int) -> Iterator[tuple[int, int | None, int]]:
    busy = facts.work | facts.on_call
    stretches = list(runs(set(range(start, end)) - busy))
    ended = start
    for begins, ends in stretches:
        limit = ended + facts.between * DAY
        places = [at for at in range(begins, ends - DAY + 1) if at + DAY + REST <= ends or begins + REST <= at]
        if not places:
            continue
        if begins > limit:
            yield limit, begins, begins - ended
        if ends - begins >= 2 * DAY + REST:
            ended = ends
        elif begins > limit:
            ended = begins + DAY
        else:
            ended = max(at for at in places if at <= limit) + DAY
    limit = ended + facts.between * DAY
    running = any(begins <= limit and ends == end for begins, ends in stretches)
    if limit < end and not running:
        yield limit, None, end - ended


def weekly_hours(facts: Facts, months: int = 4) -> tuple[str, list[tuple[date, date, int]]]:
    """The verdict, and for each window of whole months above 48 hours: first and last date, ticks worked."""
    by_date: dict[date, int] = {}
    for tick in facts.work:
        day = local(tick).date()
        by_date[day] = by_date.get(day, 0) + 1
    begins, ends = local(facts.known[0]), local(facts.known[1])
    windows = []
    day = begins.date() - timedelta(days=40)
    while day <= ends.date():
        day += timedelta(days=1)
        if day.day != 1:
            continue
        after = day
        for _ in range(months):
            after = (after + timedelta(days=31)).replace(day=1)
        inside = datetime(day.year, day.month, 1, tzinfo=COPENHAGEN) >= begins
        if inside and datetime(after.year, after.month, 1, tzinfo=COPENHAGEN) <= ends:
            windows.append((day, after))
    found = []
    for first, after in windows:
        worked = sum(ticks for on, ticks in by_date.items() if first <= on < after)
        if worked * 7 > 48 * HOUR * (after - first).days:
            found.append((first, after - timedelta(days=1), worked))
    return "undetermined" if not windows else "violation" if found else "ok", found


def breaks(facts: Facts) -> list[tuple[int, int]]:
    """Each date's only run of work, where it is longer than six hours."""
    by_date: dict[date, set[int]] = {}
    for tick in facts.work:
        by_date.setdefault(local(tick).date(), set()).add(tick)
    each = (list(runs(ticks)) for _, ticks in sorted(by_date.items()))
    return [own[0] for own in each if len(own) == 1 and own[0][1] - own[0][0] > 6 * HOUR]


def night_ticks(facts: Facts) -> int:
    """The most ticks between 22 and 5 that lie within twelve months."""
    by_date: dict[date, int] = {}
    for tick in facts.work:
        moment = local(tick)
        if moment.hour >= 22 or moment.hour < 5:
            by_date[moment.date()] = by_date.get(moment.date(), 0) + 1

    def a_year_before(day: date) -> date:
        return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)

    return max(
        (sum(m for on, m in by_date.items() if a_year_before(day) < on <= day) for day in by_date),
        default=0,
    )
