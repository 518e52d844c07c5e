"""An injury in the words of a report: who, when, where, how, at what task, who saw it, what was hurt, and absence."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from hjemmedag.apps.workplaces.models import Account, Injury, InjuryHealth
from hjemmedag.core.instants import local
from hjemmedag.core.law.text import day_text, instant_text
from hjemmedag.core.workplaces.injuries import Known
from hjemmedag.ui.words import said


def report_data(
    injury: Injury, account: Account, health: InjuryHealth | None, known: Known, contract: Any
) -> list[tuple[str, str]]:
    """Pairs of a field's words and what is known; what isn't known is left out."""
    clock = account.clock.strftime("%H:%M") if account.clock else ""
    pairs = [
        (_("Employer"), f"{contract.employer.name}, CVR {contract.employer.cvr}"),
        (_("The injured person"), injury.employee.name),
        (_("Employee number"), contract.number),
        (_("Title"), contract.title),
        (_("Employed since"), said(day_text(contract.employed_from))),
        (_("Day of the injury"), said(day_text(account.on))),
        (_("Time"), clock),
        (_("Registered hours that day"), hours_text(account.hours)),
        (_("Where"), account.place),
        (_("Task"), account.task),
        (_("What happened"), account.what),
        (_("Link to the work"), account.link),
        (_("Witnesses"), account.seen_by),
        (_("Part of the body"), health.body_part if health else ""),
        (_("How it was hurt"), health.harm if health else ""),
        (_("Absence"), _absence(known)),
        (_("Compensation may be claimed"), _claim(known)),
        (_("Died"), said(instant_text(local(known.died_at))) if known.died_at else ""),
        (_("Told"), said(instant_text(local(injury.at).replace(second=0, microsecond=0)))),
    ]
    return [(words, value) for words, value in pairs if value]


def hours_text(hours: list[list[str]]) -> str:
    """The registered hours in a line."""
    places = {"home": _("at home"), "office": _("at the office"), "other": _("elsewhere")}
    return ", ".join(f"{words} {places[place]}" for words, place in hours)


def _claim(known: Known) -> str:
    if known.claim_expected is None:
        return _("Not told yet")
    return _("Yes") if known.claim_expected else _("No")


def _absence(known: Known) -> str:
    if known.first_away is None:
        return _("Not told yet") if known.claim_expected is None else _("None known")
    first = said(day_text(known.first_away))
    if known.last_away is None:
        return _("From %(first)s, not over yet") % {"first": first}
    return _("From %(first)s to %(last)s") % {"first": first, "last": said(day_text(known.last_away))}
