"""The time of a timesheet, laid out: what was work, what was on call, and what is known at all."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hjemmedag.core.worktime.clock import DAY, MINUTE, by_date, date_of, second, whole
from hjemmedag.core.worktime.entries import Timesheet
from hjemmedag.core.worktime.spans import Span, merged, without

BEFORE = 10 * DAY
"""How much of the rest before an employment is laid out: more than any rule looks for."""


@dataclass(frozen=True)
class Worked:
    """A timesheet's time, computed once for all rules. All lists of spans are merged."""

    sheet: Timesheet

    @cached_property
    def _entered(self) -> list[tuple[Span, bool]]:
        return [(entry.span, entry.is_work) for entry in self.sheet.entries]

    @cached_property
    def work(self) -> list[Span]:
        """Work; time on call at the workplace is work."""
        return merged(span for span, is_work in self._entered if is_work)

    @cached_property
    def on_call(self) -> list[Span]:
        """Time on call away from the workplace."""
        return merged(span for span, is_work in self._entered if not is_work)

    @cached_property
    def bounds(self) -> Span | None:
        """From where to where time without entries was rest; `None` when nothing is known."""
        spans = [span for span, _ in self._entered]
        spans += [whole(total.day) for total in self.sheet.totals] + [absence.span for absence in self.sheet.absences]
        starts = [second(self.sheet.known_from)] if self.sheet.known_from else [start for start, _ in spans]
        ends = [second(self.sheet.known_to)] if self.sheet.known_to else [end for _, end in spans]
        return (min(starts), max(ends)) if starts and ends and min(starts) < max(ends) else None

    @cached_property
    def begins(self) -> date | None:
        """The day of employment when nothing before what is known can have been worked; `None` otherwise."""
        first = self.sheet.employed_from
        return first if first and self.bounds and first >= date_of(self.bounds[0]) else None

    @cached_property
    def untimed(self) -> dict[date, int]:
        """Minutes of the dates that have a total and no entry: when they were worked isn't known."""
        if not self.sheet.totals:
            return {}
        timed = {day for span, _ in self._entered for day, _ in by_date(span)}
        found: Counter[date] = Counter()
        for total in self.sheet.totals:
            if total.day not in timed:
                found[total.day] += total.minutes
        return dict(found)

    @cached_property
    def known(self) -> list[Span]:
        """The time of which it is known whether it was worked."""
        spans = [*self.work, *self.on_call, *(absence.span for absence in self.sheet.absences)]
        if self.bounds:
            spans.append(self.bounds)
            if self.begins:
                spans.append((self.bounds[0] - BEFORE, self.bounds[0]))
        return list(without(merged(spans), merged(whole(day) for day in self.untimed)))

    def is_known(self, span: Span) -> bool:
        """Whether all of the span is known."""
        place = bisect_right(self.known, (span[0], span[1])) - 1
        around = self.known[max(place, 0) : place + 2]
        return any(start <= span[0] and span[1] <= end for start, end in around)

    @cached_property
    def seconds(self) -> dict[date, int]:
        """Seconds worked on each local date that has any record of work, totals included."""
        found = {day: minutes * MINUTE for day, minutes in self.untimed.items()}
        for day, (start, end) in self.by_date:
            found[day] = found.get(day, 0) + end - start
        for day, pause in self.breaks.items():
            found[day] -= pause
        return found

    @cached_property
    def breaks(self) -> dict[date, int]:
        """Seconds of unpaid break by date: that of the middle of the work, as nobody writes down when it was."""
        found: Counter[date] = Counter()
        for entry in self.sheet.entries:
            if entry.is_work and entry.break_minutes:
                found[date_of(sum(entry.span) // 2)] += entry.break_minutes * MINUTE
        return dict(found)

    @cached_property
    def by_date(self) -> list[tuple[date, Span]]:
        """The work of each local date, in order of time: a span for each stretch in it."""
        return [part for span in self.work for part in by_date(span)]
