"""The same rules as plain Python loops, entry by entry, as one writes them first."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

HOUR, DAY = 3600, 86_400
REST, SPAN, DAY_OFF, TWO = 11 * HOUR, 13 * HOUR, 35 * HOUR, 59 * HOUR

Row = tuple[int, int, int]


def rest(rows: list[Row]) -> tuple[int, int, int]:
    """Intervals without daily rest, the longest rests before their ends summed up, and days off that came too late.

    Two pointers over the 24 hours before each end. Rows are in order and disjoint.
    """
    short = measured = 0
    low = 0
    for place, (employee, _, end) in enumerate(rows):
        opens = end - DAY
        while rows[low][0] != employee or (low < place and rows[low][2] <= opens):
            low += 1
        longest, before = 0, opens
        for _, start, until in rows[low : place + 1]:
            if start - before > longest:
                longest = start - before
            if until > before:
                before = until
        if longest < REST:
            short += 1
            measured += longest
    return short, measured, days_off(rows)


def shortcut(rows: list[Row]) -> int:
    """Intervals without daily rest, by the end of the last whole rest, as we find them."""
    short = since = before = 0
    who = -1
    for employee, start, end in rows:
        if employee != who or start - before >= REST:
            who, since = employee, start
        short += end - since > SPAN
        before = end
    return short


def days_off(rows: list[Row]) -> int:
    """Days off that came too late."""
    late = before = off = 0
    who = -1
    for employee, start, end in rows:
        if employee != who:
            late += who >= 0 and off + 6 * DAY < before
            who, off = employee, start
        elif start - before >= DAY_OFF:
            limit = off + 6 * DAY
            late += before > limit
            if start - before >= TWO:
                off = start
            elif before > limit:
                off = before + DAY
            else:
                off = min(limit, start - (DAY if limit >= before + REST else DAY_OFF)) + DAY
        before = end
    return late + (off + 6 * DAY < before)


def everything(rows: list[Row], changes: list[int], ahead: list[int], months: list[int]) -> tuple[int, ...]:
    """Those three, windows of four months above 48 hours, unbroken days above six, people with 200 night hours."""
    above = unbroken = nights = 0
    by_month: dict[int, int] = {}
    dates: dict[int, list[int]] = {}
    dark = 0
    who = -1

    def closed() -> Iterator[int]:
        whole = range(len(months) - 5)
        yield sum(
            sum(by_month.get(month + n, 0) for n in range(4)) * 7 * DAY
            > 48 * HOUR * (months[month + 4] - months[month])
            for month in whole
        )
        yield sum(len(parts) == 1 and parts[0] > 6 * HOUR for parts in dates.values())
        yield int(dark >= 200 * HOUR)

    totals: Counter[str] = Counter()
    for employee, start, end in rows:
        if employee != who:
            if who >= 0:
                totals.update(dict(zip(("above", "unbroken", "nights"), closed(), strict=True)))
            who, by_month, dates, dark = employee, {}, {}, 0
        local = start + ahead[bisect_right(changes, start)]
        date, clock = divmod(local, DAY)
        length = end - start
        month = bisect_right(months, start) - 1
        by_month[month] = by_month.get(month, 0) + length
        dates.setdefault(date, []).append(length)
        dark += max(min(clock + length, 5 * HOUR) - clock, 0) + max(clock + length - max(clock, 22 * HOUR), 0)
    totals.update(dict(zip(("above", "unbroken", "nights"), closed(), strict=True)))
    above, unbroken, nights = totals["above"], totals["unbroken"], totals["nights"]
    return *rest(rows), above, unbroken, nights
