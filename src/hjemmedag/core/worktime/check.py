"""All rules of working time on one timesheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hjemmedag.core.law import Rulebook, Verdict
from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.clock import date_of
from hjemmedag.core.worktime.entries import Practice, Timesheet
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import BREAKS, COMPENSATORY, DAILY, HOURS, NIGHT, SELF, WEEKLY, YOUNG, Limits
from hjemmedag.core.worktime.rules import breaks, compensatory_rest, daily_rest, night_work, weekly_hours, weekly_rest
from hjemmedag.core.worktime.worked import Worked

RULES = (DAILY, WEEKLY, HOURS, BREAKS, NIGHT)
"""The rules that every timesheet is checked by. Compensatory rest joins them where a rest was cut short with leave."""

USUAL = Practice()


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict by rule, and what was found, rule by rule in order of time."""

    verdicts: Mapping[str, Verdict]
    findings: tuple[Finding, ...] = ()


def check(sheet: Timesheet, rulebook: Rulebook, *, on: date, practice: Practice = USUAL) -> Checked:
    """Every rule's verdict on the timesheet, by the law as it stands `on` a day. Raises `UnknownValue`."""
    worked, limits = Worked(sheet), Limits.of(rulebook.on(on))
    if _young(worked, limits):
        return Checked(dict.fromkeys(RULES, Verdict.OUT_OF_SCOPE))
    first, last = (date_of(worked.bounds[0]), date_of(worked.bounds[1] - 1)) if worked.bounds else (on, on)
    verdicts, findings = {}, []
    for key, judged in _judged(worked, limits, practice):
        kept = [each for each in judged.findings if not exempt(sheet, key, _day(each), rulebook)]
        free = not kept and all(exempt(sheet, key, day, rulebook) for day in (first, last))
        verdicts[key] = Verdict.NOT_APPLICABLE if free else Judged(kept, judged.sure).verdict
        findings += kept
    return Checked(verdicts, tuple(findings))


def exempt(sheet: Timesheet, key: str, day: date, rulebook: Rulebook) -> bool:
    """Whether a rule doesn't apply to someone on a day, as they planned their own time.

    The rest rules ask for the assessment alone, the others for a clause in the contract too.
    """
    terms = next((terms for period, terms in sheet.self_organiser if day in period), None)
    name = "rest_rules_exempt" if key in (DAILY, WEEKLY, COMPENSATORY) else "hours_rules_exempt"
    if terms is None or not terms.assessed or not (terms.contract_clause or name == "rest_rules_exempt"):
        return False
    introduced = rulebook.rule(SELF).parameter(name).introduced
    return introduced is not None and introduced <= day


def _day(finding: Finding) -> date:
    return finding.starts.date() if isinstance(finding.starts, datetime) else finding.starts


def _judged(worked: Worked, limits: Limits, practice: Practice) -> Iterator[tuple[str, Judged]]:
    cases = daily_rest.cases(worked, limits, practice)
    yield DAILY, daily_rest.judge(cases, worked, limits, practice)
    yield WEEKLY, weekly_rest.judge(worked, limits, practice)
    yield HOURS, weekly_hours.judge(worked, limits)
    yield BREAKS, breaks.judge(worked, limits)
    yield NIGHT, night_work.judge(worked, limits)
    if any(case.verdict is Verdict.DEROGATED for case in cases):
        yield COMPENSATORY, compensatory_rest.judge(cases, worked, limits)


def _young(worked: Worked, limits: Limits) -> bool:
    """Whether any of the time lies before the rules for adults apply. Without known time, the law's day decides."""
    if worked.sheet.born is None:
        return False
    adult = add_months(worked.sheet.born, 12 * limits.law.number(YOUNG, "adult_from"))
    first = date_of(worked.bounds[0]) if worked.bounds else limits.law.day
    return first < adult
