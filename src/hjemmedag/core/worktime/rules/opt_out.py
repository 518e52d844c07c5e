"""Fravigelse af 48-timers-reglen: whether someone's own yes to more than 48 hours a week may stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict, decides

KEY = "worktime.opt_out"


@dataclass(frozen=True, slots=True)
class Facts:
    """From when the person says yes, the collective agreement that opens for it, and the work.

    `critical`: the person is on call in work critical to society. An office worker is not, at home or elsewhere.
    """

    on: date
    agreement: str = ""
    critical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut(Answer):
    """`may_stand`: whether a record of it may be kept at all."""

    may_stand: bool | None = None


@decides(KEY, OptOut)
def decide(facts: Facts, rulebook: Rulebook) -> OptOut:
    """A yes without an agreement, or in other work, is nothing."""
    law = rulebook.on(facts.on)
    agreement, work = law.version(KEY, "only_by_agreement"), law.version(KEY, "only_critical_work")
    refused = None
    if agreement.value and not facts.agreement.strip():
        refused = agreement, NO_AGREEMENT
    elif work.value and not facts.critical:
        refused = work, NOT_CRITICAL
    if refused is None:
        grounds = Grounds(rulebook.rule(KEY), (agreement, work))
        return OptOut(grounds=grounds, found=Verdict.OK, explanation=MAY_STAND, may_stand=True)
    by, reason = refused
    told = reason.followed_by(RULE_APPLIES)
    grounds = Grounds(rulebook.rule(KEY), (by,))
    return OptOut(grounds=grounds, found=Verdict.VIOLATION, explanation=told, may_stand=False)


NO_AGREEMENT = Text(
    da="Man kan ikke selv fravælge 48-timers-reglen: der skal være en overenskomst, som giver adgang til det.",
    en="One can't opt out of the 48-hour rule alone: a collective agreement must open for it.",
)
NOT_CRITICAL = Text(
    da="Kun ansatte med rådighed i samfundskritiske opgaver kan fravælge 48-timers-reglen.",
    en="Only people on call in work critical to society can opt out of the 48-hour rule.",
)
RULE_APPLIES = Text(da="48-timers-reglen gælder stadig.", en="The 48-hour rule still applies.")
MAY_STAND = Text(
    da="Det kan stå, når overenskomsten er indgået af de mest repræsentative parter og selv giver adgang til det, "
    "og den ansatte frit har sagt ja. Om det er sådan, kan vi ikke se: gennemsnittet vises stadig.",
    en="It may stand where the agreement is made by the most representative parties and itself opens for it, "
    "and the person said yes freely. We can't see whether that is so: the average is still shown.",
)
