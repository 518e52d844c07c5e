"""The menu: which places a role has, few enough to be read at a glance; what belongs to one opens below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.core.people.roles import Role, Viewer


@dataclass(frozen=True, slots=True)
class Place:
    """One address in the menu, with its short name for a phone's bar.

    `whole`: only for a role that is held for the whole company, not for a unit. `own`: only for an employee's own
    matters. `within`: the places shown below this one while one is at it or at one of them.
    """

    label: str
    page: str
    icon: str = ""
    short: str = ""
    whole: bool = False
    own: bool = False
    within: tuple[Place, ...] = ()

    def walk(self) -> Iterator[Place]:
        """This place and those within it."""
        yield self
        for place in self.within:
            yield from place.walk()


STOCK = (
    Place(gettext_noop("Hand-over"), "equipment:handovers", whole=True),
    Place(gettext_noop("Returns"), "equipment:returns", whole=True),
    Place(gettext_noop("Repairs"), "equipment:repairs", whole=True),
)
EXPENSES = Place(gettext_noop("Supplies and refunds"), "equipment:answers", whole=True)
EVERYONE = (
    Place(gettext_noop("Today"), "overview:start", "home"),
    Place(gettext_noop("Working time"), "worktime:current", "clock", gettext_noop("Hours"), own=True),
    Place(
        gettext_noop("My arrangement"),
        "overview:my_arrangement",
        "document",
        gettext_noop("Arrangement"),
        own=True,
        within=(
            Place(gettext_noop("My home days"), "overview:my_days", own=True),
            Place(gettext_noop("Work from abroad"), "overview:stays", own=True),
        ),
    ),
    Place(gettext_noop("My home workplace"), "workplaces:home", "desk", gettext_noop("My home"), own=True),
    Place(gettext_noop("My equipment"), "equipment:mine", "laptop", gettext_noop("Equipment"), own=True),
    Place(
        gettext_noop("Policy"),
        "policy:current",
        "clipboard",
        within=(
            Place(gettext_noop("What suits which job"), "policy:suitability"),
            Place(gettext_noop("Criteria"), "policy:criteria"),
            Place(gettext_noop("Dialogue meetings"), "policy:dialogues", own=True),
        ),
    ),
    Place(gettext_noop("Documents"), "documents:documents", "lock"),
    Place(gettext_noop("Me and my data"), "people:me", "person", gettext_noop("Me")),
)
BY_ROLE: tuple[tuple[str, frozenset[Role], tuple[Place, ...]], ...] = (
    (
        gettext_noop("HR"),
        frozenset({Role.HR}),
        (
            Place(gettext_noop("Overview"), "overview:order", "grid", whole=True),
            Place(gettext_noop("The way"), "overview:way", "route", whole=True),
            Place(
                gettext_noop("Applications"),
                "overview:applications",
                "check",
                within=(Place(gettext_noop("Answers in figures"), "overview:answer_figures"),),
            ),
            Place(
                gettext_noop("Arrangements"),
                "overview:arrangements",
                "document",
                within=(
                    Place(gettext_noop("Home days"), "overview:home_days"),
                    Place(gettext_noop("Addenda for many"), "overview:batches", whole=True),
                    Place(gettext_noop("Closed places of work"), "overview:closures", whole=True),
                ),
            ),
            Place(
                gettext_noop("Policy versions"),
                "policy:versions",
                "clipboard",
                within=(
                    Place(gettext_noop("Consequences"), "overview:simulation", whole=True),
                    Place(gettext_noop("Hearings"), "policy:hearings", whole=True),
                    Place(gettext_noop("Job functions"), "policy:job_functions", whole=True),
                ),
            ),
            Place(
                gettext_noop("People"),
                "people:people",
                "people",
                within=(
                    Place(gettext_noop("Roles"), "people:roles", whole=True),
                    Place(gettext_noop("Collective agreements"), "people:agreements", whole=True),
                    Place(gettext_noop("Organisation"), "people:organisation", whole=True),
                    Place(gettext_noop("Company"), "people:company", whole=True),
                ),
            ),
            Place(
                gettext_noop("Work environment"),
                "workplaces:risks",
                "shield",
                whole=True,
                within=(
                    Place(gettext_noop("Action plan"), "workplaces:action_plan", whole=True),
                    Place(gettext_noop("Instructions"), "workplaces:instructions", whole=True),
                    Place(gettext_noop("Injuries"), "workplaces:injuries", whole=True),
                    Place(gettext_noop("Near misses"), "workplaces:near_misses", whole=True),
                    Place(gettext_noop("Insurance"), "workplaces:insurances", whole=True),
                    Place(gettext_noop("Safety discussions"), "workplaces:discussions", whole=True),
                    Place(gettext_noop("Visits"), "workplaces:visits", whole=True),
                    Place(gettext_noop("Home workplaces in the company"), "workplaces:practice", whole=True),
                ),
            ),
            Place(
                gettext_noop("Equipment in stock"),
                "equipment:stock",
                "laptop",
                whole=True,
                within=(*STOCK, EXPENSES, Place(gettext_noop("Internet"), "equipment:internet", whole=True)),
            ),
            Place(gettext_noop("Working time in the company"), "worktime:practice", "clock", whole=True),
        ),
    ),
    (
        gettext_noop("My team"),
        frozenset({Role.MANAGER}),
        (
            Place(gettext_noop("Approve"), "overview:applications", "check"),
            Place(gettext_noop("The team’s home days"), "overview:home_days", "calendar"),
            Place(gettext_noop("Approve working time"), "worktime:approvals", "clock"),
            Place(gettext_noop("Supplies and refunds"), "equipment:answers", "check"),
            Place(
                gettext_noop("Action plan"),
                "workplaces:action_plan",
                "shield",
                within=(
                    Place(gettext_noop("Instructions"), "workplaces:instructions"),
                    Place(gettext_noop("Injuries"), "workplaces:injuries"),
                    Place(gettext_noop("Visits"), "workplaces:visits"),
                ),
            ),
            Place(gettext_noop("Dialogue meetings"), "policy:dialogues", "speech"),
            Place(gettext_noop("My team"), "people:people", "people"),
            Place(gettext_noop("The team’s arrangements"), "overview:arrangements", "document"),
        ),
    ),
    (
        gettext_noop("Safety"),
        frozenset({Role.SAFETY}),
        (
            Place(gettext_noop("Hearings"), "policy:hearings", "scales"),
            Place(
                gettext_noop("Risks at home"),
                "workplaces:risks",
                "shield",
                within=(Place(gettext_noop("Visits"), "workplaces:visits", whole=True),),
            ),
            Place(gettext_noop("Near misses"), "workplaces:near_misses", "speech", whole=True),
            Place(gettext_noop("Rest in figures"), "worktime:rest_counts", "clock"),
            Place(gettext_noop("Safety discussions"), "workplaces:discussions", "speech"),
        ),
    ),
    (
        gettext_noop("Union"),
        frozenset({Role.UNION}),
        (
            Place(gettext_noop("Hearings"), "policy:hearings", "scales"),
            Place(gettext_noop("Safety discussions"), "workplaces:discussions", "speech"),
            Place(gettext_noop("Answers in figures"), "overview:answer_figures", "scales"),
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
            Place(gettext_noop("Equipment in stock"), "equipment:stock", "laptop", whole=True, within=STOCK),
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
            Place(
                gettext_noop("Policy versions"),
                "policy:versions",
                "clipboard",
                within=(Place(gettext_noop("Hearings"), "policy:hearings"),),
            ),
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
STANDING_IN = (
    Place(gettext_noop("Approve"), "overview:applications", "check"),
    Place(gettext_noop("The team’s home days"), "overview:home_days", "calendar"),
    Place(gettext_noop("The team’s arrangements"), "overview:arrangements", "document"),
)
"""What someone answers in a manager's place; the manager's own group has it all, and more."""
LAST = (
    Place(gettext_noop("Rules"), "overview:rules", "scales"),
    Place(gettext_noop("Control measures"), "security:measures", "shield"),
)


def menu(viewer: Viewer, path: str) -> list[dict[str, Any]]:
    """Everyone's places, then a headed group for each role held; a page is listed once."""
    listed: dict[str, str] = {}
    groups: list[tuple[str, list[Place]]] = []
    for heading, places in _groups(viewer):
        new = [place for place in places if place.page not in listed]
        listed |= {each.page: reverse(each.page) for place in new for each in place.walk()}
        if new:
            groups.append((heading, new))
    here = max((page for page in listed if path.startswith(listed[page])), key=lambda page: len(listed[page]))
    if path != listed[here] == "/":
        here = ""
    return [{"heading": heading, "items": [_item(place, listed, here) for place in new]} for heading, new in groups]


def _groups(viewer: Viewer) -> Iterator[tuple[str, list[Place]]]:
    yield "", [place for place in EVERYONE if viewer.has(Role.EMPLOYEE) or not place.own]
    for heading, roles, places in BY_ROLE:
        if viewer.has(*roles):
            everywhere = any(viewer.everywhere(role) for role in roles)
            yield _(heading), list(_open_to(places, everywhere=everywhere))
    if viewer.decides:
        yield _("You stand in"), list(STANDING_IN)
    yield "", list(LAST)


def _open_to(places: Iterable[Place], *, everywhere: bool) -> Iterator[Place]:
    for place in places:
        if everywhere or not place.whole:
            yield replace(place, within=tuple(_open_to(place.within, everywhere=everywhere)))


def _item(place: Place, urls: Mapping[str, str], here: str) -> dict[str, Any]:
    opened = any(each.page == here for each in place.walk())
    return {
        "label": _(place.label),
        "short": _(place.short) if place.short else "",
        "url": urls[place.page],
        "icon": place.icon,
        "current": place.page == here,
        "within": [_item(each, urls, here) for each in place.within] if opened else [],
    }
