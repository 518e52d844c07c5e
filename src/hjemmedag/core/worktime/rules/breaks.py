"""Pauser: a right to a break on a day of more than six hours' work."""

from __future__ import annotations

from datetime import date

from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.law.text import day_text
from hjemmedag.core.worktime.amounts import duration
from hjemmedag.core.worktime.clock import MINUTE, instant
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import BREAKS, Limits
from hjemmedag.core.worktime.spans import Span
from hjemmedag.core.worktime.worked import Worked

KEY = BREAKS


def judge(worked: Worked, limits: Limits) -> Judged:
    """A reminder for each date above the limit with neither a gap nor a break, unless breaks are agreed."""
    if worked.sheet.breaks_agreed:
        return Judged()
    by_day: dict[date, list[Span]] = {}
    for day, part in worked.by_date:
        by_day.setdefault(day, []).append(part)
    alone = ((day, parts[0]) for day, parts in by_day.items() if len(parts) == 1 and day not in worked.breaks)
    return Judged([finding(day, part, limits) for day, part in alone if part[1] - part[0] > limits.break_after])


def finding(day: date, part: Span, limits: Limits) -> Finding:
    """A date whose only stretch of work is above the limit."""
    return Finding(
        grounds=limits.cited((KEY, "after")),
        found=Verdict.WARNING,
        explanation=explained(day, part[1] - part[0], limits.break_after),
        starts=instant(part[0]),
        ends=instant(part[1]),
        measured=(part[1] - part[0]) // MINUTE,
        limit=limits.break_after // MINUTE,
        unit="minutes",
    )


def explained(day: date, worked: int, most: int) -> Text:
    """A day without a break in words; `worked` and `most` in seconds."""
    on, had, limit = day_text(day), duration(worked), duration(most)
    return Text(
        da=f"Der er ingen pause {on.da}, hvor der er arbejdet {had.da} i træk. Over {limit.da} er der ret til en.",
        en=f"There is no break on {on.en}, with {had.en} of work in a row. Above {limit.en} there is a right to one.",
    )
