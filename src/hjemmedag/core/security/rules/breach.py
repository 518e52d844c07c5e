"""Brud på persondatasikkerheden: until when a breach can be reported to the data protection authority in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hjemmedag.core.instants import after, local
from hjemmedag.core.law import Answer, Grounds, Rulebook, Text, Verdict, decides
from hjemmedag.core.law.text import instant_text

KEY = "security.breach"


@dataclass(frozen=True, slots=True)
class Facts:
    """The instant at which the company became aware of the breach."""

    aware_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Answer):
    """`deadline` is the last instant, in Danish time."""

    deadline: datetime | None = None


@decides(KEY, Deadline)
def decide(facts: Facts, rulebook: Rulebook) -> Deadline:
    """The hours that have really passed count, through weekends and changes of the clock."""
    aware = local(facts.aware_at)
    hours = rulebook.on(aware.date()).version(KEY, "report_hours")
    deadline = after(aware, timedelta(hours=float(hours.amount)))
    last = instant_text(deadline)
    return Deadline(
        grounds=Grounds(rulebook.rule(KEY), (hours,)),
        found=Verdict.OK,
        explanation=Text(
            da=f"Bruddet skal anmeldes til Datatilsynet uden unødig forsinkelse, senest {last.da}. Timerne løber også "
            "i weekenden. Er det usandsynligt, at bruddet er en risiko for nogen, skal det kun noteres.",
            en="The breach must be reported to the data protection authority without undue delay, at the latest by "
            f"{last.en}. The hours run through weekends too. A breach unlikely to be a risk to anyone is only noted.",
        ),
        deadline=deadline,
    )
