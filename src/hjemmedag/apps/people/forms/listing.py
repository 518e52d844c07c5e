"""What a list of people is asked for, and the filters and columns it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.forms.roles import ROLES
from hjemmedag.apps.people.queries import Order, Status, Wanted
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.lists import Asked, Filter

ORDERS = {
    "navn": Order.NAME,
    "stilling": Order.TITLE,
    "team": Order.TEAM,
    "sted": Order.SITE,
    "leder": Order.MANAGER,
    "ansat": Order.SINCE,
}
STATUSES = {"": Status.EMPLOYED, "ophoert": Status.ENDED, "alle": Status.ALL}

MOST_TEAMS = 200
"""More are not offered in one choice: the department is chosen first."""


def read(asked: Asked) -> Wanted:
    """From the address. What can't be read narrows nothing."""
    order, role = asked.word("orden"), asked.word("rolle")
    return Wanted(
        words=asked.q,
        department=asked.number("afdeling"),
        team=asked.number("team"),
        site=asked.number("sted"),
        role=Role(role) if role in set(ROLES) else None,
        status=STATUSES.get(asked.word("hvem"), Status.EMPLOYED),
        order=ORDERS.get(order.removeprefix("-"), Order.NAME),
        backwards=order.startswith("-"),
    )


def narrowed(wanted: Wanted) -> bool:
    """Whether other people than the usual ones were asked for."""
    return replace(wanted, order=Order.NAME, backwards=False) != Wanted()


def filters(asked: Asked, wanted: Wanted) -> list[Filter]:
    """The filters with their choices: three queries."""
    everyone = ("", _("All"))
    departments = [(one.pk, one.name) for one in queries.departments()]
    teams = _teams(asked.on, wanted)
    sites = [(one.pk, one.name) for one in queries.sites()]
    roles = [(role.value, words) for role, words in ROLES.items()]
    who = [("", _("Employed")), ("ophoert", _("Have left")), ("alle", _("Everyone"))]
    return [
        asked.filter("afdeling", _("Department"), [everyone, *departments]),
        *([asked.filter("team", _("Team"), [everyone, *teams])] if teams else []),
        asked.filter("sted", _("Site"), [everyone, *sites]),
        asked.filter("rolle", _("Role"), [everyone, *roles]),
        asked.filter("hvem", _("Who"), who),
    ]


def _teams(on: date, wanted: Wanted) -> list[tuple[int, str]]:
    """The teams to choose among: of the department, once one is chosen; all of them while they are few."""
    teams = queries.teams_in(on, frozenset({wanted.department}) if wanted.department else None)
    found = [(one.pk, one.name) for one in teams[: MOST_TEAMS + 1]]
    return found if len(found) <= MOST_TEAMS else [one for one in found if one[0] == wanted.team]


def columns(asked: Asked, wanted: Wanted) -> list[dict[str, Any]]:
    """The headings of the list, each a link that orders by it, and backwards when it does already."""
    labels = (_("Name"), _("Title"), _("Team"), _("Site"), _("Manager"), _("Employed since"))
    shown = []
    for (name, order), label in zip(ORDERS.items(), labels, strict=True):
        current = order is wanted.order
        turned = f"-{name}" if current and not wanted.backwards else name
        direction = ("descending" if wanted.backwards else "ascending") if current else ""
        shown.append({"label": label, "url": asked.address(orden=turned), "direction": direction})
    return shown
