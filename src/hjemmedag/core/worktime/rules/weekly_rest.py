"""Ugentligt fridøgn: a day off beside a daily rest, and no more than six days between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.law.text import instant_text
from hjemmedag.core.worktime.amounts import decimal
from hjemmedag.core.worktime.clock import DAY, MINUTE, date_of, instant
from hjemmedag.core.worktime.days_off import Late, late
from hjemmedag.core.worktime.entries import Practice
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import INTERRUPTION, WEEKLY, Limits, between
from hjemmedag.core.worktime.rules.daily_rest import not_interrupting
from hjemmedag.core.worktime.spans import Span, merged, without
from hjemmedag.core.worktime.worked import Worked

KEY = WEEKLY


def judge(worked: Worked, limits: Limits, practice: Practice) -> Judged:
    """The days off that came too late; a warning where only what may be left out of account makes them late.

    That is work so short that the company doesn't count it, and time on call outside the state, where it is not settled
    that a day off can't hold it.
    """
    strict = lenient = _late(worked, merged([*worked.work, *worked.on_call]), limits)
    if practice.de_minimis or (worked.on_call and not practice.state):
        counted = [span for span in worked.work if span[1] - span[0] > practice.de_minimis * MINUTE]
        lenient = _late(worked, merged([*counted, *worked.on_call]) if practice.state else counted, limits)
    findings = [_finding(each, limits, practice, stands=_met(each, lenient), worked=worked) for each in strict]
    return Judged(findings, sure=worked.bounds is not None and not _unknown_between(worked))


def _late(worked: Worked, busy: Sequence[Span], limits: Limits) -> list[Late]:
    agreements = worked.sheet.agreements

    def days(since: int) -> int:
        return between(agreements, date_of(since + limits.between * DAY), limits)

    return [each for known in worked.known for each in late(known, without([known], busy), limits, days)]


def _met(each: Late, others: Sequence[Late]) -> bool:
    return any(other.limit < each.until and each.limit < other.until for other in others)


def _unknown_between(worked: Worked) -> bool:
    """Whether some day has no times, or unknown time lies between two times of work."""
    holding = [
        known for known in worked.known if any(start < known[1] and known[0] < end for start, end in worked.work)
    ]
    return bool(worked.untimed) or len(holding) > 1


def _finding(each: Late, limits: Limits, practice: Practice, *, stands: bool, worked: Worked) -> Finding:
    found = finding(each, limits)
    if stands:
        return found
    warned = replace(found, found=Verdict.WARNING, explanation=found.explanation.followed_by(ON_CALL))
    if not practice.de_minimis or (worked.on_call and not practice.state):
        return warned
    return replace(
        warned,
        grounds=limits.cited((KEY, "gap"), (KEY, _spacing(each, limits)), (INTERRUPTION, "de_minimis")),
        explanation=found.explanation.followed_by(not_interrupting(practice)),
    )


def finding(each: Late, limits: Limits) -> Finding:
    """A day off that came too late."""
    days = (each.limit - each.since) // DAY
    return Finding(
        grounds=limits.cited((KEY, "gap"), (KEY, _spacing(each, limits))),
        found=Verdict.VIOLATION,
        explanation=explained(each, days),
        starts=instant(each.limit),
        ends=None if each.begun is None else instant(each.begun),
        measured=round((each.until - each.since) / DAY, 3),
        limit=days,
        unit="days",
    )


def _spacing(each: Late, limits: Limits) -> str:
    """The parameter that the limit rests on."""
    named = {limits.between: "between", limits.between_local: "between_local"}
    return named.get((each.limit - each.since) // DAY, "between_collective")


def explained(each: Late, days: int) -> Text:
    """The late day off in words."""
    due, apart = instant_text(instant(each.limit)), decimal((each.until - each.since) / DAY, 3)
    if each.begun is None:
        tail = Text(da="Det var ikke begyndt, da oplysningerne slutter", en="It had not begun when the record ends")
    else:
        begun = instant_text(instant(each.begun))
        tail = Text(da=f"Det begyndte først {begun.da}", en=f"It only began on {begun.en}")
    return Text(
        da=f"Et fridøgn skulle senest være begyndt {due.da}. {tail.da}, {apart.da} døgn efter det forrige; "
        f"der må højst gå {days}.",
        en=f"A day off should have begun by {due.en}. {tail.en}, {apart.en} days after the last one; "
        f"at most {days} may pass.",
    )


ON_CALL = Text(
    da="Kun rådighed står i vejen. I staten kan et fridøgn ikke rumme rådighed; på det private område er det ikke "
    "afgjort.",
    en="Only time on call stands in the way. In the state a day off can't hold any; in the private sector that is not "
    "settled.",
)
