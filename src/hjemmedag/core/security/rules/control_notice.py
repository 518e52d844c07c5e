"""Varsel for kontrolforanstaltninger: when a log, a metric or a status feed may first be switched on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.text import day_text

KEY = "security.control_notice"


class Area(StrEnum):
    """The agreement that covers the company. Each names the parameter with its notice in days."""

    DA_FH = "da_fh"
    GLS_A = "gls_a"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Facts:
    """When the employees were told of the measure, and under which agreement."""

    announced_on: date
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Answer):
    """`earliest_start` is the first day on which the measure may run."""

    earliest_start: date | None = None


@decides(KEY, Start)
def decide(facts: Facts, rulebook: Rulebook) -> Start:
    """When the notice has run, by the agreement as it stood on the day of announcing."""
    notice = rulebook.on(facts.announced_on).version(KEY, facts.area)
    earliest = facts.announced_on + timedelta(days=notice.number)
    return Start(
        grounds=Grounds(rulebook.rule(KEY), (notice,)),
        found=Verdict.OK,
        explanation=_explained(notice.number, earliest) if notice.number else WITHOUT_NOTICE,
        earliest_start=earliest,
    )


def _explained(days: int, earliest: date) -> Text:
    first = day_text(earliest)
    return Text(
        da=f"Kontrollen må tidligst begynde {first.da}: medarbejderne skal have {days} dages varsel.",
        en=f"The control measure may begin on {first.en} at the earliest: employees have {days} days' notice.",
    )


WITHOUT_NOTICE = Text(
    da="Varslet er ikke fastsat. Medarbejderne skal stadig have besked, senest når oplysningerne om dem indsamles.",
    en="No notice is fixed. Employees must still be told, at the latest when data about them are collected.",
)
