"""Varsel: how much notice ends an arrangement, and on which day it runs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hjemmedag.core.law import Answer, FactsError, Grounds, Law, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.text import day_text
from hjemmedag.core.law.units import value_text
from hjemmedag.core.periods import add_months, end_of_month
from hjemmedag.core.policy.notice import MOST_AGREED

KEY = "endings.notice"


class Side(StrEnum):
    """Who gives the notice."""

    EMPLOYER = "employer"
    EMPLOYEE = "employee"


class Basis(StrEnum):
    """Where the length of the notice comes from."""

    AGREED = "agreed"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True)
class Facts:
    """`agreed_months` is the notice that the addendum or a local agreement fixes; `None` without such a clause.

    `covered_by_ful` says whether funktionærloven applies to the employment.
    """

    employed_from: date
    given_on: date
    given_by: Side
    agreed_months: int | None = None
    covered_by_ful: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Answer):
    """The notice in whole months and the last day it covers, always the end of a month."""

    months: int | None = None
    ends_on: date | None = None
    basis: Basis | None = None


@decides(KEY, Notice)
def decide(facts: Facts, rulebook: Rulebook) -> Notice:
    """The notice that applies: the agreed one, else funktionærloven's. Raises `FactsError` for impossible facts."""
    law, rule = rulebook.on(facts.given_on), rulebook.rule(KEY)
    _check(facts)
    if facts.agreed_months is not None:
        clause = law.version(KEY, "agreed_clause")
        return _notice(facts, facts.agreed_months, Basis.AGREED, Grounds(rule, (clause,)))
    if not facts.covered_by_ful:
        return Notice.undetermined(rule, NOT_COVERED)
    if facts.given_by is Side.EMPLOYEE:
        own = law.version(KEY, "employee_months")
        return _notice(facts, own.number, Basis.STATUTORY, Grounds(rule, (own,)))
    return _notice(facts, _statutory(facts, law), Basis.STATUTORY, Grounds(rule, (law.version(KEY, "base_months"),)))


def _check(facts: Facts) -> None:
    if facts.given_on < facts.employed_from:
        raise FactsError("given_on", Text(da="ligger før employed_from.", en="is before employed_from."))
    if facts.agreed_months is not None and not 0 <= facts.agreed_months <= MOST_AGREED:
        raise FactsError(
            "agreed_months",
            Text(da=f"skal ligge mellem 0 og {MOST_AGREED}.", en=f"must lie between 0 and {MOST_AGREED}."),
        )


def _statutory(facts: Facts, law: Law) -> int:
    """The shortest step of the ladder on which the person has left before its seniority runs out."""
    return next(
        months
        for months, limit in _ladder(law)
        if limit is None or _runs_out(facts.given_on, months) < add_months(facts.employed_from, limit)
    )


def _ladder(law: Law) -> Iterator[tuple[int, int | None]]:
    """Months of notice, each with the months of employment within which the person must have left."""
    base, step = law.number(KEY, "base_months"), law.number(KEY, "step_months")
    most = law.number(KEY, "most_months")
    yield law.number(KEY, "first_months"), law.number(KEY, "first_period_months")
    for risen, months in enumerate(range(base, most), start=1):
        yield months, risen * step
    yield most, None


def _runs_out(given_on: date, months: int) -> date:
    return end_of_month(add_months(given_on.replace(day=1), months))


def _notice(facts: Facts, months: int, basis: Basis, grounds: Grounds) -> Notice:
    ends_on = _runs_out(facts.given_on, months)
    return Notice(
        grounds=grounds,
        found=Verdict.OK,
        explanation=_length(months, ends_on).followed_by(BECAUSE[basis]),
        months=months,
        ends_on=ends_on,
        basis=basis,
    )


def _length(months: int, ends_on: date) -> Text:
    length, last = value_text(months, "months"), day_text(ends_on)
    if not months:
        return Text(
            da=f"Der er intet varsel ud over måneden ud: den slutter {last.da}.",
            en=f"There is no notice beyond the end of the month, which is {last.en}.",
        )
    return Text(
        da=f"Varslet er {length.da} og løber ud {last.da}.", en=f"The notice is {length.en} and runs out on {last.en}."
    )


BECAUSE = {
    Basis.AGREED: Text(
        da="Det er aftalt og gælder hjemmearbejdet, ikke ansættelsen.",
        en="It is agreed and applies to working at home, not to the employment.",
    ),
    Basis.STATUTORY: Text(
        da="Det følger af funktionærloven, når der ikke er aftalt et andet varsel.",
        en="It follows from the Salaried Employees Act where no other notice is agreed.",
    ),
}
NOT_COVERED = Text(
    da="Funktionærloven gælder ikke for ansættelsen, og der er ikke aftalt et varsel. "
    "Varslet står i overenskomsten eller ansættelseskontrakten.",
    en="The Salaried Employees Act does not cover the employment and no notice is agreed. "
    "The notice stands in the collective agreement or the contract of employment.",
)
