"""Daglig hvileperiode: 11 hours of rest in a row in the 24 hours before every moment of work."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.law.text import instant_text
from hjemmedag.core.worktime.amounts import duration
from hjemmedag.core.worktime.clock import MINUTE, date_of, instant
from hjemmedag.core.worktime.entries import Emergency, Practice, Timesheet
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import DAILY, DEROGATION, INTERRUPTION, Limits, reduction
from hjemmedag.core.worktime.rest import Breach, breaches, uncertain
from hjemmedag.core.worktime.weeks import monday_of
from hjemmedag.core.worktime.worked import Worked

KEY = DAILY


@dataclass(frozen=True, slots=True)
class Case:
    """A breach, what it comes to, and the shortest rest that was allowed there, in seconds."""

    breach: Breach
    verdict: Verdict
    limit: int
    emergency: Emergency | None = None


def cases(worked: Worked, limits: Limits, practice: Practice) -> list[Case]:
    """Every breach, in order. A short interval that the company doesn't count leaves a warning where it decides."""
    counted = [span for span in worked.work if span[1] - span[0] > practice.de_minimis * MINUTE]
    stands = {breach.span for breach in breaches(counted, limits)} if practice.de_minimis else None
    used: dict[date, set[int]] = defaultdict(set)
    return [
        Case(breach, Verdict.WARNING, limits.rest)
        if stands is not None and breach.span not in stands
        else _judged(breach, worked.sheet, limits, used)
        for breach in breaches(worked.work, limits)
    ]


def _judged(breach: Breach, sheet: Timesheet, limits: Limits, used: dict[date, set[int]]) -> Case:
    """In breach, unless a written record of an emergency or an agreement that isn't used up covers it."""
    for emergency in sheet.emergencies:
        start, end = emergency.span
        if any(map(str.isalnum, emergency.record)) and start <= breach.onset and breach.span[1] <= end:
            return Case(breach, Verdict.DEROGATED, limits.rest, emergency)
    day = date_of(breach.span[1])
    agreed = reduction(sheet.agreements, day, limits)
    if agreed and breach.measured >= agreed[0]:
        rests = used[monday_of(day)]
        if breach.rest_ended in rests or len(rests) < agreed[1]:
            rests.add(breach.rest_ended)
            return Case(breach, Verdict.DEROGATED, agreed[0])
    return Case(breach, Verdict.VIOLATION, limits.rest)


def judge(found: list[Case], worked: Worked, limits: Limits, practice: Practice) -> Judged:
    """The findings of the cases. Without known time nothing is sure."""
    sure = worked.bounds is not None and not uncertain(worked, limits)
    return Judged([_finding(case, limits, practice) for case in found], sure)


def _finding(case: Case, limits: Limits, practice: Practice) -> Finding:
    breach = case.breach
    owed = AT_ONCE if limits.immediate(date_of(breach.span[1])) else LATER
    if case.verdict is Verdict.VIOLATION:
        return finding(breach.onset, breach.span[1], breach.measured, limits)
    if case.verdict is Verdict.WARNING:
        why, also = not_interrupting(practice), (INTERRUPTION, "de_minimis")
    elif case.emergency:
        why, also = _recorded(case.emergency).followed_by(owed), (DEROGATION, "emergency")
    else:
        why, also = _agreed(case.limit).followed_by(owed), (DEROGATION, "lowest")
    found = finding(breach.onset, breach.span[1], breach.measured, limits, also)
    explanation = found.explanation.followed_by(why)
    return replace(found, found=case.verdict, explanation=explanation, limit=case.limit // MINUTE)


def finding(onset: int, end: int, measured: int, limits: Limits, *also: tuple[str, str]) -> Finding:
    """A breach that nothing excuses; all in seconds. `also` names more of what its grounds are."""
    opens, closes = instant(end - limits.window), instant(end)
    if opens.utcoffset() != closes.utcoffset():
        also = ((KEY, "elapsed"), *also)
    return Finding(
        grounds=limits.cited((KEY, "minimum"), (KEY, "window"), *also),
        found=Verdict.VIOLATION,
        explanation=explained(end, onset, measured, limits.rest),
        starts=instant(onset),
        ends=closes,
        measured=measured // MINUTE,
        limit=limits.rest // MINUTE,
        unit="minutes",
    )


def explained(end: int, onset: int, measured: int, least: int) -> Text:
    """The breach in words; instants and lengths in seconds."""
    until, since, rest, law = (
        instant_text(instant(end)),
        instant_text(instant(onset)),
        duration(measured),
        duration(least),
    )
    return Text(
        da=f"I døgnet før {until.da} var den længste hvile {rest.da}. Den skal være mindst {law.da}. "
        f"Bruddet begyndte {since.da}.",
        en=f"In the 24 hours before {until.en} the longest rest was {rest.en}. It must be at least {law.en}. "
        f"The breach began on {since.en}.",
    )


def not_interrupting(practice: Practice) -> Text:
    """Why a breach by law is only a warning in this company."""
    short = duration(practice.de_minimis * MINUTE)
    return Text(
        da=f"Virksomheden regner ikke arbejde på højst {short.da} som en afbrydelse. Det er dens eget valg, ikke lov.",
        en=f"The company doesn't count work of at most {short.en} as an interruption. That is its own choice, not law.",
    )


def _recorded(emergency: Emergency) -> Text:
    record = " ".join(emergency.record.split())
    return Text(
        da=f"En uforudset hændelse er skrevet ned: {record}.",
        en=f"An unforeseen event is on record: {record}.",
    )


def _agreed(least: int) -> Text:
    agreed = duration(least)
    return Text(
        da=f"En aftale tillader mindst {agreed.da} her.",
        en=f"An agreement allows {agreed.en} at least here.",
    )


AT_ONCE = Text(
    da="De manglende timer skal gives lige efter arbejdet.", en="The missing hours must be given right after the work."
)
LATER = Text(da="De manglende timer skal gives som anden hvile.", en="The missing hours must be given as other rest.")
