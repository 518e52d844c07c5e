"""What a list of people was asked for, read from its address, and the filters and columns it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.forms.roles import ROLES
from hjemmedag.apps.people.queries import Order, Status, Wanted
from hjemmedag.core.people.roles import Role

ORDERS = {
    "navn": Order.NAME,
    "stilling": Order.TITLE,
    "team": Order.TEAM,
    "sted": Order.SITE,
    "leder": Order.MANAGER,
    "ansat": Order.SINCE,
}
STATUSES = {"": Status.EMPLOYED, "ophoert": Status.ENDED, "alle": Status.ALL}
NUMBERS = {"afdeling": "department", "team": "team", "sted": "site"}
"""The words of the address, and what each stands for. What can't be read narrows nothing."""

MOST_TEAMS = 200
"""More are not offered in one choice: the department is chosen first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted, and the rest of the address, kept by the links that change the order."""

    wanted: Wanted
    kept: Mapping[str, str]

    @property
    def narrowed(self) -> bool:
        """Whether anything but the usual list was asked for."""
        return replace(self.wanted, order=Order.NAME, backwards=False) != Wanted()

    def filters(self, on: date) -> list[dict[str, Any]]:
        """The filters with their choices: three queries."""
        choices: dict[str, tuple[str, list[tuple[Any, Any]]]] = {
            "afdeling": (_("Department"), [(one.pk, one.name) for one in queries.departments()]),
            "team": (_("Team"), self._teams(on)),
            "sted": (_("Site"), [(one.pk, one.name) for one in queries.sites()]),
            "rolle": (_("Role"), [(role.value, words) for role, words in ROLES.items()]),
        }
        shown: list[dict[str, Any]] = [
            {"name": name, "label": label, "choices": [("", _("All")), *rows], "value": self.kept.get(name, "")}
            for name, (label, rows) in choices.items()
            if name != "team" or rows
        ]
        words = [("", _("Employed")), ("ophoert", _("Have left")), ("alle", _("Everyone"))]
        shown.append({"name": "hvem", "label": _("Who"), "choices": words, "value": self.kept.get("hvem", "")})
        return shown

    def _teams(self, on: date) -> list[tuple[int, str]]:
        """The teams to choose among: of the department, once one is chosen; all of them while they are few."""
        teams = queries.teams_in(on, frozenset({self.wanted.department}) if self.wanted.department else None)
        found = [(one.pk, one.name) for one in teams[: MOST_TEAMS + 1]]
        return found if len(found) <= MOST_TEAMS else [one for one in found if one[0] == self.wanted.team]

    def columns(self) -> list[dict[str, str]]:
        """The headings of the list, each a link that orders by it, and backwards when it does already."""
        labels = (_("Name"), _("Title"), _("Team"), _("Site"), _("Manager"), _("Employed since"))
        return [self._column(name, label) for name, label in zip(ORDERS, labels, strict=True)]

    def _column(self, name: str, label: str) -> dict[str, str]:
        current = ORDERS[name] is self.wanted.order
        turned = f"-{name}" if current and not self.wanted.backwards else name
        direction = ("descending" if self.wanted.backwards else "ascending") if current else ""
        return {"label": label, "url": f"?{urlencode({**self.kept, 'orden': turned})}", "direction": direction}


def read(asked: Mapping[str, str]) -> Asked:
    """From the address."""
    order, role, who = asked.get("orden", ""), asked.get("rolle", ""), asked.get("hvem", "")
    numbers = {meant: _number(asked.get(name, "")) for name, meant in NUMBERS.items()}
    wanted = Wanted(
        words=asked.get("q", "").strip()[:100],
        role=Role(role) if role in set(ROLES) else None,
        status=STATUSES.get(who, Status.EMPLOYED),
        order=ORDERS.get(order.removeprefix("-"), Order.NAME),
        backwards=order.startswith("-"),
        **numbers,
    )
    known = {"q", "rolle", "hvem", "orden", "as_of", *NUMBERS}
    return Asked(wanted, {name: value for name, value in asked.items() if name in known and value})


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 19 else None
