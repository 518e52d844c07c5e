"""Anmeldelse af arbejdsulykke: whether an injury must be reported, and until when that is in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hjemmedag.core.instants import after, local
from hjemmedag.core.law import Answer, FactsError, Grounds, Law, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.terms import Certainty
from hjemmedag.core.law.text import day_text, instant_text
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.workplaces.rules.injury_words import BOTH, EITHER, FROM_ABSENCE, FROM_INJURY, NONE, VERIFY

KEY = "workplaces.injury_report"
SATURDAY = 5


class Report(StrEnum):
    """Whether the employer must report; `VERIFY` where that hangs on law that isn't confirmed."""

    YES = "yes"
    NO = "no"
    VERIFY = "verify"


@dataclass(frozen=True, slots=True)
class Facts:
    """The day of the injury, the days away, whether compensation may be claimed, and a death's instant.

    The day of the injury itself doesn't count as a day away.
    """

    injured_on: date
    absent_on: tuple[date, ...] = ()
    claim_expected: bool = False
    fatal_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Injury(Answer):
    """`deadline` is the last day, or after a death the last instant, for the report."""

    report: Report | None = None
    deadline: date | datetime | None = None


@decides(KEY, Injury)
def decide(facts: Facts, rulebook: Rulebook) -> Injury:
    """By the rule of the day of the injury. Raises `FactsError` for days before it.

    Where the number of days away isn't confirmed, the answer is sure only if it is the same by the limit that was
    confirmed last, and however the days are counted.
    """
    _check(facts)
    law, rule = rulebook.on(facts.injured_on), rulebook.rule(KEY)
    if facts.fatal_at is not None:
        return _fatal(facts.fatal_at, law)
    days, limit = law.version(KEY, "report_days"), law.version(KEY, "absence_days")
    away = sorted({day for day in facts.absent_on if day > facts.injured_on})
    margin = timedelta(days=days.number)
    from_injury = facts.injured_on + margin
    if limit.certainty is not Certainty.UNVERIFIED:
        if len(away) >= limit.number:
            return _yes(away[0] + margin, FROM_ABSENCE, Grounds(rule, (days, limit)))
        if facts.claim_expected:
            return _yes(from_injury, FROM_INJURY, Grounds(rule, (days,)))
        return _no(Grounds(rule, (limit,)))
    if sum(_is_workday(day, rulebook) for day in away) >= limit.number:
        return _yes(away[0] + margin, EITHER, Grounds(rule, (days,)))
    if facts.claim_expected:
        return _yes(from_injury, BOTH if away else FROM_INJURY, Grounds(rule, (days,)))
    if not away:
        return _no(Grounds(rule, (days,)))
    return Injury(
        grounds=Grounds(rule, (days, limit)),
        found=Verdict.WARNING,
        explanation=VERIFY.followed_by(_by(away[0] + margin)),
        report=Report.VERIFY,
        deadline=away[0] + margin,
    )


def _is_workday(day: date, rulebook: Rulebook) -> bool:
    return day.weekday() < SATURDAY and day not in public_holidays(day.year, rulebook)


def _check(facts: Facts) -> None:
    before = Text(da="ligger før injured_on.", en="is before injured_on.")
    for place, day in enumerate(facts.absent_on, start=1):
        if day < facts.injured_on:
            raise FactsError(f"absent_on[{place}]", before)
    if facts.fatal_at is not None and local(facts.fatal_at).date() < facts.injured_on:
        raise FactsError("fatal_at", before)


def _fatal(fatal_at: datetime, law: Law) -> Injury:
    hours = law.version(KEY, "fatal_hours")
    deadline = after(local(fatal_at), timedelta(hours=float(hours.amount)))
    last = instant_text(deadline)
    return Injury(
        grounds=Grounds(law.rulebook.rule(KEY), (hours,)),
        found=Verdict.OK,
        explanation=Text(
            da=f"Dødsfaldet skal anmeldes til Arbejdsmarkedets Erhvervssikring senest {last.da}.",
            en=f"The death must be reported to Labour Market Insurance by {last.en}.",
        ),
        report=Report.YES,
        deadline=deadline,
    )


def _yes(deadline: date, explanation: Text, grounds: Grounds) -> Injury:
    return Injury(
        grounds=grounds,
        found=Verdict.OK,
        explanation=explanation.followed_by(_by(deadline)),
        report=Report.YES,
        deadline=deadline,
    )


def _no(grounds: Grounds) -> Injury:
    return Injury(grounds=grounds, found=Verdict.OK, explanation=NONE, report=Report.NO)


def _by(deadline: date) -> Text:
    last = day_text(deadline)
    return Text(da=f"Fristen er {last.da}.", en=f"The deadline is {last.en}.")
