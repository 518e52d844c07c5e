"""48-timers-reglen: at most 48 hours a week on average, in every window of the reference period."""

from __future__ import annotations

from datetime import date

from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.law.text import day_text
from hjemmedag.core.worktime.amounts import decimal
from hjemmedag.core.worktime.averages import Hours, Window
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import HOURS, Limits
from hjemmedag.core.worktime.worked import Worked

KEY = HOURS


def judge(worked: Worked, limits: Limits) -> Judged:
    """The windows above the limit. While no window is whole, those newly employed are judged provisionally so far."""
    hours = Hours(worked)
    whole = list(hours.whole(limits))
    if whole:
        return Judged([finding(window, limits, Verdict.VIOLATION) for window in _above(whole, limits)])
    so_far = hours.so_far()
    if so_far is None:
        return Judged(sure=False)
    return Judged([finding(window, limits, Verdict.PROVISIONAL) for window in _above([so_far], limits)])


def _above(windows: list[Window], limits: Limits) -> list[Window]:
    return [window for window in windows if window.counts and window.exceeds(limits.average)]


def finding(window: Window, limits: Limits, found: Verdict) -> Finding:
    """A window above the limit."""
    words = explained(window.first, window.last, window.average, limits.average)
    statutory = (window.last - window.first).days < 31 * limits.months
    return Finding(
        grounds=limits.cited(
            (KEY, "average_most"), (KEY, "reference_months" if statutory else "reference_months_agreed")
        ),
        found=found,
        explanation=words.followed_by(SO_FAR) if found is Verdict.PROVISIONAL else words,
        starts=window.first,
        ends=window.last,
        measured=window.average,
        limit=limits.average,
        unit="minutes_per_7_days",
    )


def explained(first: date, last: date, average: float, most: int) -> Text:
    """The average of a window in words; `average` and `most` in minutes per seven days."""
    begins, ends = day_text(first), day_text(last)
    had, limit = decimal(average / 60, 1), decimal(most / 60, 0)
    return Text(
        da=f"Fra {begins.da} til {ends.da} var arbejdstiden i gennemsnit {had.da} timer om ugen. "
        f"Den må højst være {limit.da}.",
        en=f"From {begins.en} to {ends.en} working time was {had.en} hours a week on average. "
        f"At most {limit.en} are allowed.",
    )


SO_FAR = Text(
    da="Perioden er ikke slut, så tallet er foreløbigt.",
    en="The period has not ended, so the figure is provisional.",
)
