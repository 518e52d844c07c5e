"""What every page shows around its content: places by role, the company, oneself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role, Viewer


@dataclass(frozen=True, slots=True)
class Place:
    """One address in the menu, with its short name for a phone's bar.

    `whole`: only for a role that is held for the whole company, not for a unit.
    """

    label: str
    page: str
    icon: str
    short: str = ""
    whole: bool = False


MINE = Place(gettext_noop("My arrangement"), "overview:my_arrangement", "document", gettext_noop("Arrangement"))
HOURS = Place(gettext_noop("Working time"), "worktime:current", "clock", gettext_noop("Hours"))
EQUIPMENT = Place(gettext_noop("My equipment"), "equipment:mine", "laptop", gettext_noop("Equipment"))
KEEPING = (
    Place(gettext_noop("Equipment in stock"), "equipment:stock", "laptop", whole=True),
    Place(gettext_noop("Hand-over"), "equipment:handovers", "handshake", whole=True),
    Place(gettext_noop("Returns"), "equipment:returns", "undo", whole=True),
    Place(gettext_noop("Repairs"), "equipment:repairs", "settings", whole=True),
)
HOME = Place(gettext_noop("My home workplace"), "workplaces:home", "desk", gettext_noop("My home"))
EVERYONE = (
    Place(gettext_noop("Today"), "overview:start", "home"),
    HOURS,
    MINE,
    EQUIPMENT,
    HOME,
    Place(gettext_noop("Policy"), "policy:current", "clipboard"),
    Place(gettext_noop("Documents"), "documents:documents", "lock"),
    Place(gettext_noop("Me and my data"), "people:me", "person", gettext_noop("Me")),
)
BY_ROLE: tuple[tuple[str, frozenset[Role], tuple[Place, ...]], ...] = (
    (
        gettext_noop("HR"),
        frozenset({Role.HR}),
        (
            Place(gettext_noop("Overview"), "overview:order", "grid", whole=True),
            Place(gettext_noop("Applications"), "overview:applications", "check"),
            Place(gettext_noop("Arrangements"), "overview:arrangements", "document"),
            Place(gettext_noop("Policy versions"), "policy:versions", "clipboard"),
            Place(gettext_noop("People"), "people:people", "people"),
            Place(gettext_noop("Roles"), "people:roles", "shield", whole=True),
            Place(gettext_noop("Collective agreements"), "people:agreements", "scales", whole=True),
            Place(gettext_noop("Job functions"), "policy:job_functions", "desk", whole=True),
            *KEEPING,
            Place(gettext_noop("Supplies and refunds"), "equipment:answers", "check", whole=True),
            Place(gettext_noop("Internet"), "equipment:internet", "home", whole=True),
            Place(gettext_noop("Organisation"), "people:organisation", "office", whole=True),
            Place(gettext_noop("Working time in the company"), "worktime:practice", "clock", whole=True),
            Place(gettext_noop("Action plan"), "workplaces:action_plan", "check", whole=True),
            Place(gettext_noop("Risks at home"), "workplaces:risks", "shield", whole=True),
            Place(gettext_noop("Home workplaces in the company"), "workplaces:practice", "desk", whole=True),
            Place(gettext_noop("Visits"), "workplaces:visits", "door", whole=True),
            Place(gettext_noop("Company"), "people:company", "company", whole=True),
        ),
    ),
    (
        gettext_noop("My team"),
        frozenset({Role.MANAGER}),
        (
            Place(gettext_noop("Approve"), "overview:applications", "check"),
            Place(gettext_noop("Approve working time"), "worktime:approvals", "clock"),
            Place(gettext_noop("Supplies and refunds"), "equipment:answers", "check"),
            Place(gettext_noop("Action plan"), "workplaces:action_plan", "check"),
            Place(gettext_noop("Instructions"), "workplaces:instructions", "speech"),
            Place(gettext_noop("Visits"), "workplaces:visits", "door"),
            Place(gettext_noop("My team"), "people:people", "people"),
            Place(gettext_noop("The team’s arrangements"), "overview:arrangements", "document"),
        ),
    ),
    (
        gettext_noop("Safety"),
        frozenset({Role.SAFETY}),
        (
            Place(gettext_noop("Risks at home"), "workplaces:risks", "shield"),
            Place(gettext_noop("Visits"), "workplaces:visits", "door", whole=True),
            Place(gettext_noop("Rest in figures"), "worktime:rest_counts", "clock"),
        ),
    ),
    (
        gettext_noop("Payroll"),
        frozenset({Role.PAYROLL}),
        (
            Place(gettext_noop("Months"), "worktime:months", "clock"),
            Place(gettext_noop("Amounts for payroll"), "equipment:amounts", "document"),
        ),
    ),
    (
        gettext_noop("IT security"),
        frozenset({Role.IT}),
        (
            *KEEPING,
            Place(gettext_noop("The seal"), "documents:seal", "lock"),
        ),
    ),
    (
        gettext_noop("Audit"),
        frozenset({Role.AUDITOR}),
        (
            Place(gettext_noop("Overview"), "overview:order", "grid"),
            Place(gettext_noop("Applications"), "overview:applications", "check"),
            Place(gettext_noop("Arrangements"), "overview:arrangements", "document"),
            Place(gettext_noop("Policy versions"), "policy:versions", "clipboard"),
        ),
    ),
    (
        gettext_noop("Evidence"),
        frozenset({Role.AUDITOR, Role.DPO}),
        (Place(gettext_noop("History"), "overview:history", "clock"),),
    ),
    (
        gettext_noop("Figures"),
        frozenset({Role.AUDITOR, Role.PAYROLL, Role.DPO}),
        (Place(gettext_noop("People"), "people:people", "people"),),
    ),
)
LAST = (
    Place(gettext_noop("Rules"), "overview:rules", "scales"),
    Place(gettext_noop("Control measures"), "security:measures", "shield"),
)


def context(request: HttpRequest) -> dict[str, Any]:
    """For templates: found only when a template asks for it."""
    shown: dict[str, Any] = {
        "today": timezone.localdate(),
        "company": SimpleLazyObject(lambda: people.company() or ""),
        "language_url": reverse("people:language"),
        "demo": settings.DEMO,
    }
    viewer = getattr(request, "viewer", None)
    if viewer is not None:
        shown |= {
            "places": SimpleLazyObject(lambda: places(viewer, request.path)),
            "me": SimpleLazyObject(lambda: me(request)),
            "search_url": reverse("overview:search"),
        }
    return shown


def places(viewer: Viewer, path: str) -> list[dict[str, Any]]:
    """The menu: everyone's places, then a headed group for each role held; a page is listed once."""
    own = [place for place in EVERYONE if place not in (MINE, HOURS, EQUIPMENT, HOME) or viewer.has(Role.EMPLOYEE)]
    groups: list[tuple[str, Sequence[Place]]] = [("", own)]
    for heading, roles, places_of_role in BY_ROLE:
        everywhere = any(viewer.everywhere(role) for role in roles)
        if viewer.has(*roles):
            groups.append((_(heading), [place for place in places_of_role if everywhere or not place.whole]))
    groups.append(("", LAST))
    urls = {place.page: reverse(place.page) for _heading, listed in groups for place in listed}
    here = max((url for url in urls.values() if path.startswith(url)), key=len)
    seen: set[str] = set()
    shown = []
    for heading, listed in groups:
        items = [_item(place, urls[place.page], path, here) for place in listed if place.page not in seen]
        seen |= {place.page for place in listed}
        if items:
            shown.append({"heading": heading, "items": items})
    return shown


def _item(place: Place, url: str, path: str, here: str) -> dict[str, Any]:
    return {
        "label": _(place.label),
        "short": _(place.short) if place.short else "",
        "url": url,
        "icon": place.icon,
        "current": url == here and (url != "/" or path == "/"),
    }


def me(request: HttpRequest) -> dict[str, Any]:
    """The person signed in, and the menu under their name."""
    person: Any = request.user
    return {
        "name": person.first_name,
        "initials": f"{person.first_name[:1]}{person.last_name[:1]}".upper(),
        "menu": [
            {"label": _("Me and my data"), "url": reverse("people:me"), "icon": "person"},
            {"label": _("Sign-in and security"), "url": reverse("mfa_index"), "icon": "lock"},
            {"label": _("Sign out"), "url": reverse("account_logout"), "icon": "arrow", "post": True},
        ],
    }
