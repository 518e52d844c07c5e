"""Kompenserende hvile: after a rest that was cut short as the rules allow, the next one gives the missing time back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.law.text import instant_text
from hjemmedag.core.worktime.amounts import duration
from hjemmedag.core.worktime.clock import MINUTE, date_of, instant
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import COMPENSATORY, DAILY, Limits
from hjemmedag.core.worktime.rules.daily_rest import Case
from hjemmedag.core.worktime.spans import Span
from hjemmedag.core.worktime.worked import Worked

KEY = COMPENSATORY


def judge(cases: Iterable[Case], worked: Worked, limits: Limits) -> Judged:
    """The next rests that were too short. One that known time cuts before it is long enough isn't sure."""
    findings, sure = [], True
    for need, work_ended in _owed(cases, limits):
        rest = _next_rest(worked.work, work_ended)
        known_end = min(rest[1], _known_until(worked, work_ended))
        if known_end - rest[0] >= need:
            continue
        if rest[1] - rest[0] >= need or not limits.immediate(date_of(work_ended)):
            sure = False
        else:
            findings.append(_finding(rest, need, limits))
    return Judged(findings, sure)


def _owed(cases: Iterable[Case], limits: Limits) -> Iterator[tuple[int, int]]:
    """For each rest that was cut short with leave: how long the next must be, and when the work after it ended."""
    for _, group in groupby(cases, key=attrgetter("breach.rest_ended")):
        same = list(group)
        reduced = [case.breach.measured for case in same if case.verdict is Verdict.DEROGATED]
        if reduced:
            yield 2 * limits.rest - min(reduced), same[-1].breach.span[1]


def outstanding(cases: Iterable[Case], worked: Worked, limits: Limits, *, now: int) -> tuple[int, int] | None:
    """The latest rest that is still to be given: its length, and the second since which there is rest; `None`: none.

    It is given by any rest that is long enough, however late: what came too late is a finding, and no longer owed.
    """
    latest = None
    for need, work_ended in _owed(cases, limits):
        rests = [*_rests(worked.work, work_ended), (max(work_ended, worked.work[-1][1]), now)]
        if limits.immediate(date_of(work_ended)) and all(end - start < need for start, end in rests):
            latest = need, rests[-1][0]
    return latest


def _rests(work: Sequence[Span], since: int) -> Iterator[Span]:
    """The rests between stretches of work from a moment on."""
    return ((end, start) for (_, end), (start, _) in pairwise(work) if end >= since)


NEVER = 2**60
"""A second after all others."""


def _next_rest(work: Sequence[Span], since: int) -> Span:
    return since, next((start for start, _ in work if start > since), NEVER)


def _known_until(worked: Worked, since: int) -> int:
    return next((end for start, end in worked.known if start <= since < end), since)


def _finding(rest: Span, need: int, limits: Limits) -> Finding:
    began, had, owed = instant_text(instant(rest[0])), duration(rest[1] - rest[0]), duration(need - limits.rest)
    total = duration(need)
    return Finding(
        grounds=limits.cited((KEY, "immediate"), (DAILY, "minimum")),
        found=Verdict.VIOLATION,
        explanation=Text(
            da=f"Hvilen fra {began.da} var {had.da}. Den skulle være mindst {total.da}, for hvilen før var "
            f"{owed.da} for kort.",
            en=f"The rest from {began.en} was {had.en}. It had to be at least {total.en}, as the rest before "
            f"was {owed.en} short.",
        ),
        starts=instant(rest[0]),
        ends=instant(rest[1]),
        measured=(rest[1] - rest[0]) // MINUTE,
        limit=need // MINUTE,
        unit="minutes",
    )
