"""Natarbejde: a warning before late evenings have made someone a night worker."""

from __future__ import annotations

from hjemmedag.core.law import Text, Verdict
from hjemmedag.core.law.text import day_text
from hjemmedag.core.worktime.amounts import decimal
from hjemmedag.core.worktime.clock import HOUR
from hjemmedag.core.worktime.findings import Finding, Judged
from hjemmedag.core.worktime.limits import NIGHT, Limits
from hjemmedag.core.worktime.nights import Nights, by_night, most
from hjemmedag.core.worktime.worked import Worked

KEY = NIGHT


def judge(worked: Worked, limits: Limits) -> Judged:
    """At most one warning: of the twelve months with the most hours at night."""
    nights = most(by_night(worked.by_date, limits.night))
    if nights is None or nights.seconds < limits.night_most:
        return Judged()
    return Judged([finding(nights, limits)])


def finding(nights: Nights, limits: Limits) -> Finding:
    """Twelve months with many hours at night."""
    return Finding(
        grounds=limits.cited((KEY, "night_start"), (KEY, "night_end"), (KEY, "warn_from"), (KEY, "yearly")),
        found=Verdict.WARNING,
        explanation=explained(nights, limits),
        starts=nights.first,
        ends=nights.last,
        measured=round(nights.seconds / HOUR, 1),
        limit=limits.night_most / HOUR,
        unit="hours",
    )


def explained(nights: Nights, limits: Limits) -> Text:
    """The night hours in words."""
    last, had = day_text(nights.last), decimal(nights.seconds / HOUR, 1)
    yearly, warned = limits.law.number(KEY, "yearly"), decimal(limits.night_most / HOUR, 0)
    return Text(
        da=f"I de tolv måneder til og med {last.da} lå {had.da} timer om natten. "
        f"Fra {yearly} timer er man natarbejder. Vi advarer fra {warned.da}; det er virksomhedens eget valg, ikke lov.",
        en=f"In the twelve months through {last.en}, {had.en} hours were at night. "
        f"From {yearly} hours one is a night worker. We warn from {warned.en}; that is the company's choice, not law.",
    )
