"""What if an arrangement is to end: whose notice is how long, when it runs out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.endings.rules import notice
from hjemmedag.core.law import FactsError, Rulebook
from hjemmedag.ui.words import said


@dataclass(frozen=True, slots=True)
class Line:
    """One side's notice, if it is given on the day asked about; `ends_on` and `months` are `None` when it can't be
    computed, and `why` says what to look in then.
    """

    who: str
    months: int | None
    ends_on: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Both sides' notice, and on what conditions it holds; `lines` is empty before the employment."""

    lines: list[Line]
    conditions: list[str]


def shown(stands: agreements.Standing, given_on: date, rulebook: Rulebook) -> Shown:
    """The notice of either side by the rule endings.notice: one query. Nothing is ended by looking."""
    try:
        contract = people.contract_of(stands.arrangement.employee_id, given_on)
    except ObjectDoesNotExist:
        return Shown([], [])
    agreed = stands.terms.notice_months
    covered = contract.weekly_hours > rulebook.on(given_on).number(notice.KEY, "scope_hours")
    answers = []
    for side, who in (
        (notice.Side.EMPLOYER, _("The employer ends it")),
        (notice.Side.EMPLOYEE, _("The employee ends it")),
    ):
        facts = notice.Facts(contract.employed_from, given_on, side, agreed_months=agreed, covered_by_ful=covered)
        try:
            answer = notice.decide(facts, rulebook)
        except FactsError:
            return Shown([], [])
        answers.append(Line(who, answer.months, answer.ends_on, said(answer.message)))
    conditions = [] if agreed is not None else _conditions(stands, contract.agreement, covered=covered)
    return Shown(answers, list(conditions))


def _conditions(stands: agreements.Standing, agreement: str, *, covered: bool) -> Iterator[str]:
    """Without an agreed notice the law's is counted. It covers salaried employees, and what kind of work a person does
    is not on record; a notice from before hjemmedag may be agreed that nobody wrote down here.
    """
    if stands.taken_in:
        yield _(
            "We don’t know which notice was agreed for the arrangement. Where the old addendum has one, that holds."
        )
    if covered:
        yield _("It is counted as for a salaried employee. Other work has the notice of its contract.")
    if agreement:
        yield _("%(agreement)s may give another notice. Look there before you decide.") % {"agreement": agreement}
