"""Ret til at anmode om fleksible arbejdsordninger: parents and carers may ask, and must be answered with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hjemmedag.core.law import Answer, FactsError, Grounds, Law, Rulebook, Text, Verdict, Version, decides
from hjemmedag.core.law.text import day_text
from hjemmedag.core.periods import add_months

KEY = "agreements.flexible_request"
AFTER_REQUEST = Text(da="ligger efter requested_on.", en="is after requested_on.")


@dataclass(frozen=True, slots=True)
class Facts:
    """Who asks: the parent of a child born on `child_born`, or a carer employed since `employed_from`.

    `parent` says that the child is below the age without saying how old it is: all that a company needs to keep.
    """

    requested_on: date
    child_born: date | None = None
    carer: bool = False
    employed_from: date | None = None
    parent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Answer):
    """Whether the right to ask applies, and the day by which a reply is normally due (a guideline)."""

    applies: bool | None = None
    reply_by: date | None = None


@decides(KEY, Request)
def decide(facts: Facts, rulebook: Rulebook) -> Request:
    """Whether the person has the right to ask, by the law of the day of asking. Raises `FactsError`."""
    _check(facts)
    law, rule = rulebook.on(facts.requested_on), rulebook.rule(KEY)
    below, months = law.version(KEY, "child_age_below"), law.version(KEY, "carer_months")
    if _parent(facts, below) or _carer(facts, months):
        return _granted(facts, law, below, months)
    return Request(
        grounds=Grounds(rule, (below, months)),
        found=Verdict.NOT_APPLICABLE,
        explanation=Text(
            da=f"Retten gælder forældre til et barn under {below.value} år og omsorgspersoner, der har været ansat i "
            f"mindst {months.value} måneder. Alle kan stadig spørge.",
            en=f"The right is for parents of a child under {below.value} and for carers employed for at least "
            f"{months.value} months. Anyone may still ask.",
        ),
        applies=False,
    )


def _check(facts: Facts) -> None:
    if facts.child_born and facts.child_born > facts.requested_on:
        raise FactsError("child_born", AFTER_REQUEST)
    if facts.employed_from and facts.employed_from > facts.requested_on:
        raise FactsError("employed_from", AFTER_REQUEST)
    if facts.carer and not facts.employed_from:
        raise FactsError("employed_from", Text(da="mangler, når carer er true.", en="is missing when carer is true."))


def _parent(facts: Facts, below: Version) -> bool:
    return facts.parent or (facts.child_born is not None and _age(facts.child_born, facts.requested_on) < below.number)


def _carer(facts: Facts, months: Version) -> bool:
    return (
        facts.carer
        and facts.employed_from is not None
        and add_months(facts.employed_from, months.number) <= facts.requested_on
    )


def _age(born: date, on: date) -> int:
    """Whole years; someone born on 29 February is a year older on 1 March where there is no leap day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _granted(facts: Facts, law: Law, *limits: Version) -> Request:
    guideline = law.version(KEY, "reply_days")
    reply_by = facts.requested_on + timedelta(days=guideline.number)
    day = day_text(reply_by)
    return Request(
        grounds=Grounds(law.rulebook.rule(KEY), (*limits, guideline)),
        found=Verdict.OK,
        explanation=Text(
            da=f"Retten til at anmode gælder. Svaret skal være skriftligt og normalt ligge klar senest {day.da}; "
            "et afslag eller en ændring skal begrundes.",
            en=f"The right to ask applies. The reply must be in writing and is normally due by {day.en}; "
            "a refusal or a change must be reasoned.",
        ),
        applies=True,
        reply_by=reply_by,
    )
