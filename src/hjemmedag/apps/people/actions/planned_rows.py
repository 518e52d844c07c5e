"""From a plan to rows: new names, then people, employments, and what holds during them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hjemmedag.apps.people.actions.ledger import Ledger
from hjemmedag.apps.people.actions.moved import tell_old_addresses
from hjemmedag.apps.people.actions.planned_names import make_names
from hjemmedag.apps.people.models import (
    Employee,
    Employment,
    EmploymentTerms,
    LegalEntity,
    Reporting,
    RoleGrant,
    SigningRight,
    TeamMembership,
)
from hjemmedag.apps.people.models.employee import Derived
from hjemmedag.core.people.stafflist import Change, Job, Plan, Span

IDENTITY = ("number", "first_name", "last_name", "email", "language")
DERIVED = tuple(field for field in Employee._meta.concrete_fields if isinstance(field, Derived))


@dataclass(frozen=True, slots=True)
class History:
    """What holds for one owner, before and after."""

    owner: int
    before: tuple[Span[Any], ...]
    after: tuple[Span[Any], ...]


def write(
    plan: Plan,
    ledger: Ledger,
    *,
    employer: LegalEntity,
    answers: Mapping[str, str],
    actor: int | None,
    now: datetime,
) -> None:
    """Write the whole plan, a kind of row at a time."""
    keys = make_names(plan, ledger, answers)
    tell_old_addresses(_people(plan.changes, ledger, now), actor=actor, now=now)
    keys.people |= {number: pk for number, pk in Employee.objects.values_list("number", "id") if number}
    owners = [(keys.people[change.after.number], change) for change in plan.changes]
    _dated(EmploymentTerms, "employment", _employments(owners, ledger, employer), ledger, keys.terms)
    _dated(TeamMembership, "employee", _histories(owners, "other_teams"), ledger)
    _dated(TeamMembership, "employee", _histories(owners, "teams"), ledger, keys.home_team)
    _dated(Reporting, "employee", _histories(owners, "managers"), ledger, keys.manager)
    for kind in (RoleGrant, SigningRight):
        _dated(kind, "employee", _histories(owners, "rights", kind._meta.label), ledger)


def _people(changes: Iterable[Change], ledger: Ledger, now: datetime) -> dict[int, str]:
    """Write who they are. Returns the former e-mail, by id, of those who got another."""
    new, changed = [], []
    moved: dict[int, str] = {}
    for change in changes:
        before, after = change.before, change.after
        said = {name: getattr(after, name) for name in IDENTITY}
        if before is None:
            new.append(Employee(created_at=now, **said))
        elif any(getattr(before, name) != value for name, value in said.items()):
            row = Employee(pk=before.row, **said)
            for derived in DERIVED:
                derived.pre_save(row, add=False)
            changed.append(row)
            moved |= {row.pk: before.email} if before.email != after.email else {}
    ledger.make(new)
    ledger.change(changed, *IDENTITY, *(field.name for field in DERIVED))
    return moved


def _employments(owners: list[tuple[int, Change]], ledger: Ledger, employer: LegalEntity) -> list[History]:
    """Write the employments, and answer with the terms of each."""
    new: list[tuple[Employment, Job]] = []
    changed: list[Employment] = []
    histories = []
    for owner, change in owners:
        before = {job.row: job for job in change.before.jobs} if change.before else {}
        for job in change.after.jobs:
            if job.row is None:
                row = Employment(employee_id=owner, legal_entity=employer, starts=job.starts, ends=job.ends)
                new.append((row, job))
                continue
            old = before[job.row]
            if (job.period, job.seniority) != (old.period, old.seniority):
                changed.append(Employment(pk=job.row, starts=job.starts, ends=job.ends, seniority_from=job.seniority))
            histories.append(History(job.row, old.terms, job.terms))
    ledger.change(changed, "starts", "ends", "seniority_from")
    ledger.make([row for row, _ in new])
    return histories + [History(row.pk, (), job.terms) for row, job in new]


def _histories(owners: list[tuple[int, Change]], name: str, value: str | None = None) -> list[History]:
    """One kind of dated fact for every person in the plan; with `value`, only those with this value."""

    def spans(person: object) -> tuple[Span[Any], ...]:
        held: tuple[Span[Any], ...] = getattr(person, name) if person else ()
        return held if value is None else tuple(span for span in held if span.value == value)

    return [History(owner, spans(change.before), spans(change.after)) for owner, change in owners]


def _no_columns(_value: object) -> dict[str, Any]:
    """Rights and teams beside the home team only move with the employment: a list never makes one."""
    return {}


def _dated(
    kind: type[Any],
    owner: str,
    histories: list[History],
    ledger: Ledger,
    columns: Callable[[Any], dict[str, Any]] = _no_columns,
) -> None:
    """Write what differs. Rows go before others come: a day holds only one of a kind."""
    new, moved, corrected = [], [], []
    gone: list[int | None] = []
    corrections: dict[str, Any] = {}
    for history in histories:
        before = {span.row: span for span in history.before}
        gone += before.keys() - {span.row for span in history.after}
        for span in history.after:
            period = {"starts": span.starts, "ends": span.ends}
            if span.row is None:
                new.append(kind(**{f"{owner}_id": history.owner}, **period, **columns(span.value)))
            elif span.value != before[span.row].value:
                corrections = period | columns(span.value)
                corrected.append(kind(pk=span.row, **corrections))
            elif span != before[span.row]:
                moved.append(kind(pk=span.row, **period))
    ledger.remove(kind, gone)
    ledger.change(moved, "starts", "ends")
    ledger.change(corrected, *(name.removesuffix("_id") for name in corrections))
    ledger.make(new)
