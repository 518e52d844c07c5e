"""“Er vi i orden?”: for each subject what is in order, what is missing, what is overdue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import duties
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.apps.workplaces import queries as workplaces
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.duties import Scope, Urgency


@dataclass(frozen=True, slots=True)
class Subject:
    """One row; `url` leads to the list behind it, where the reader may open it."""

    name: str
    good: int
    missing: int
    late: int
    url: str


@dataclass(frozen=True, slots=True)
class Order:
    """The page: how many people, how many with an arrangement, and the rows."""

    employed: int
    arrangements: int
    subjects: list[Subject]


def order(on: date, *, administers: bool = True) -> Order:
    """Counted from the duties that are open now: nothing here is stored.

    `administers`: whether the reader opens the lists that are HR's alone.
    """
    late_ones = overdue_by_kind(on)
    (employed, registering), offered = worktime.headcount(on), agreements.count_offered()
    in_force, waited_for = agreements.count_in_force(on), len(late_ones.get("worktime.approve", ()))
    version = policy.in_force(on)

    def subject(name: str, total: int, kinds: tuple[str, ...], page: str, rows: str = "", *args: int) -> Subject:
        late = [is_late for kind in kinds for is_late in late_ones.get(kind, {}).values()]
        return Subject(name, total - len(late), len(late) - sum(late), sum(late), reverse(page, args=args) + rows)

    receipts = ("policy:receipts", "?kvittering=mangler", version.number) if version else ("policy:versions",)
    agreed = subject(
        _("Collective agreements"), people.agreements(on).count(), ("people.agreement",), "people:agreements"
    )
    homes = _homes(subject, len(late_ones.get("workplaces.discuss", ())), on)
    subjects = [
        subject(_("Policy receipts"), employed if version else 0, ("policy.receipt",), *receipts),
        subject(_("Applications"), agreements.count_sent(), ("agreements.decide",), "overview:applications"),
        subject(
            _("Addenda"),
            offered,
            ("agreements.sign", "agreements.confirm_particulars", "agreements.countersign"),
            "overview:arrangements",
            f"?status={Status.WAITING}",
        ),
        subject(
            _("Written terms received"),
            offered,
            ("agreements.information",),
            "overview:arrangements",
            f"?status={Status.WAITING}",
        ),
        replace(subject(_("Last week’s working time"), registering, ("worktime.send",), "overview:order"), url=""),
        replace(
            subject(_("Managers with weeks to approve"), waited_for, ("worktime.approve",), "overview:order"), url=""
        ),
        agreed if administers else replace(agreed, url=""),
        *(row if administers else replace(row, url="") for row in homes),
    ]
    return Order(employed=employed, arrangements=in_force, subjects=subjects)


def _homes(subject: Callable[..., Subject], asked_for: int, on: date) -> list[Subject]:
    """The homes as places of work. `asked_for`: how many yearly discussions are due; where none is, one was held."""
    closed, in_time, late = workplaces.count_findings(on)
    working = workplaces.working_at_home()
    talked = asked_for or int(working > 0)
    return [
        subject(_("Home workplaces assessed"), working, ("workplaces.assess",), "workplaces:risks"),
        Subject(_("Findings at home workplaces"), closed, in_time, late, reverse("workplaces:action_plan")),
        subject(_("Yearly safety discussion"), talked, ("workplaces.discuss",), "workplaces:discussions"),
    ]


def overdue_by_kind(on: date) -> dict[str, dict[int, bool]]:
    """What the whole company owes, by kind of duty: what it is about, and whether that is overdue."""
    found: dict[str, dict[int, bool]] = {}
    for duty in duties.due(Scope(), on):
        # Several people may owe the same thing, which is missing once; a receipt and a week are owed by each.
        counted = duty.owner if duty.kind in ("policy.receipt", "worktime.send") else duty.subject
        found.setdefault(duty.kind, {})[counted] = duty.urgency(on) is Urgency.OVERDUE
    return found
