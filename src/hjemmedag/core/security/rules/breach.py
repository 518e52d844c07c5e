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
            da=f"Fristen for at anmelde bruddet til Datatilsynet er {last.da}. Timerne løber også i weekenden. "
            "Et brud, der næppe er en risiko for nogen, skal ikke anmeldes, men noteres.",
            en=f"The breach is to be reported to the data protection authority by {last.en}. The hours run through "
            "weekends too. A breach unlikely to be a risk to anyone is recorded, not reported.",
        ),
        deadline=deadline,
    )
