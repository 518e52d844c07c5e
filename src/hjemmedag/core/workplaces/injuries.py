"""Fristen for en arbejdsskade: where a report to the authorities stands, from what is known and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hjemmedag.core.instants import local
from hjemmedag.core.law import FactsError, Grounds, Rulebook, Text, Verdict
from hjemmedag.core.workplaces.rules import injury_report
from hjemmedag.core.workplaces.rules.injury_report import Facts, Injury, Report

DAY = timedelta(days=1)
AT_ODDS = Text(
    da="Dagene passer ikke sammen. Ret skadesdagen, fraværet eller dødsfaldet, så kan fristen regnes ud.",
    en="The days do not fit together. Correct the day of the injury, the absence or the death, to get the deadline.",
)


class Clock(StrEnum):
    """How the duty to report stands. `CHECK`: the law isn't confirmed, so somebody looks into it.

    `ASK`: nobody has said whether there is absence or a claim, and not knowing is no "no".
    """

    REPORTED = "reported"
    LOOKED_INTO = "looked_into"
    DUE = "due"
    CHECK = "check"
    ASK = "ask"
    NOT_DUE = "not_due"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an injury. Without `last_away` the person is still away. `settled_at`: reported, or looked into.

    `claim_expected` is `None` until somebody has said what came of the injury, absence or none.

    `death_known_at` is the moment the death was written down: a report made before it doesn't answer it.
    """

    injured_on: date
    first_away: date | None = None
    last_away: date | None = None
    claim_expected: bool | None = None
    died_at: datetime | None = None
    death_known_at: datetime | None = None
    reported: bool | None = None
    settled_at: datetime | None = None

    def away(self, on: date) -> Iterator[date]:
        """The days away up to a day, weekends and holidays included."""
        day = self.first_away
        while day is not None and day <= min(self.last_away or on, on):
            yield day
            day += DAY

    def answer(self, on: date, rulebook: Rulebook) -> Injury:
        """Whether it must be reported, and by when, by the rule of the day of the injury.

        Days that can't all be true give no deadline: somebody looks into it.
        """
        facts = Facts(self.injured_on, tuple(self.away(on)), bool(self.claim_expected), self.died_at)
        try:
            return injury_report.decide(facts, rulebook)
        except FactsError:
            grounds = Grounds(rulebook.rule(injury_report.KEY))
            return Injury(grounds=grounds, found=Verdict.UNDETERMINED, explanation=AT_ODDS, report=Report.VERIFY)


def clock(known: Known, answer: Injury) -> Clock:
    """A report answers what was known when it was made; having looked into it answers only what isn't confirmed."""
    heard = known.death_known_at if known.died_at else None
    if known.reported and known.settled_at and (heard is None or heard <= known.settled_at):
        return Clock.REPORTED
    if answer.report is Report.VERIFY:
        return Clock.LOOKED_INTO if known.reported is False else Clock.CHECK
    if answer.report is Report.YES:
        return Clock.DUE
    if answer.report is not Report.NO:
        return Clock.UNKNOWN
    return Clock.ASK if known.claim_expected is None else Clock.NOT_DUE


def to_do_by(known: Known, answer: Injury, rulebook: Rulebook) -> date | None:
    """The day by which something is to be done, where there is: to ask by the same number of days as to report."""
    stands = clock(known, answer)
    if stands is Clock.ASK:
        return known.injured_on + rulebook.on(known.injured_on).number(injury_report.KEY, "report_days") * DAY
    return last_day(answer) if stands in (Clock.DUE, Clock.CHECK) else None


def last_day(answer: Injury) -> date | None:
    """The day of the deadline, after a death that of its hour."""
    return local(answer.deadline).date() if isinstance(answer.deadline, datetime) else answer.deadline
