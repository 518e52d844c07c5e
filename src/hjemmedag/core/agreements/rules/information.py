"""Oplysningspligt: a change of the terms must be told in writing, at the latest on the day it takes effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.text import day_text

KEY = "agreements.information"


@dataclass(frozen=True, slots=True)
class Facts:
    """When the written terms reached the employee, and the first day they apply."""

    delivered_on: date
    effective_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Information(Answer):
    """`latest` is the last day on which the information is in time."""

    latest: date | None = None


@decides(KEY, Information)
def decide(facts: Facts, rulebook: Rulebook) -> Information:
    """Whether the terms were delivered in time. The law is that of the day they take effect."""
    margin = rulebook.on(facts.effective_on).version(KEY, "change_days")
    latest = facts.effective_on + timedelta(days=margin.number)
    in_time, last = facts.delivered_on <= latest, day_text(latest)
    outcome = Text(da="i tide", en="in time") if in_time else Text(da="for sent", en="too late")
    return Information(
        grounds=Grounds(rulebook.rule(KEY), (margin,)),
        found=Verdict.OK if in_time else Verdict.VIOLATION,
        explanation=Text(
            da=f"Vilkårene er givet {outcome.da}: de skulle være givet senest {last.da}.",
            en=f"The terms were given {outcome.en}: they were due on {last.en} at the latest.",
        ),
        latest=latest,
    )
