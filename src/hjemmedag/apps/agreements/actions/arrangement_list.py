"""Taking in arrangements that run already: the whole list or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from hjemmedag.apps.agreements.models import Addendum, Arrangement, Model, StatusChange, Terms
from hjemmedag.apps.agreements.queries.applications import written_hours
from hjemmedag.apps.agreements.queries.arrangement_list import ArrangementPlan, Paper, arrangement_plan
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.arrangement_list import Listed
from hjemmedag.core.people.stafflist.faults import Fault
from hjemmedag.core.refusals import Refused


class FaultyArrangements(Refused):
    """The list has faults. Nothing is written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(_("The list has faults. Nothing is saved."))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class TakenArrangements:
    """How many were new, got their paper now, and stood so already; `absent` are rows whose paper isn't there."""

    new: int
    found: int
    unchanged: int
    absent: tuple[Listed, ...]


class _Received:
    """The papers as the list names them: each is read, examined, stored and let go of, once."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self.read = read
        self.files: dict[str, documents.Kept | None] = {}
        self.found: dict[str, Paper] = {}

    def __call__(self, name: str) -> Paper:
        if name not in self.found:
            self.found[name] = self._received(name)
        return self.found[name]

    def _received(self, name: str) -> Paper:
        pdf = self.read(name)
        if pdf is None:
            return Paper.ABSENT
        self.files[name] = documents.receive(pdf, wait=True)
        return Paper.SOUND if self.files[name] else Paper.NO_PDF


def take_in_arrangements(
    *,
    name: str,
    content: bytes,
    papers: Callable[[str], bytes | None],
    actor: int | None,
    now: datetime,
    today: date,
) -> TakenArrangements:
    """Record what a list says. Raises `FaultyArrangements`, and `Unreadable` for a file that is no table.

    `papers` gives the file of a name, `None` when it isn't there. What a row leaves open becomes somebody's task and
    holds nothing up.
    """
    received = _Received(papers)
    # Examining takes a second a paper: it is done before anybody has to wait for the list.
    _faultless(content, received, today)
    with transaction.atomic():
        people_actions.hold_everyone()
        plan = _faultless(content, received, today)
        return _taken(plan, received, name, content, actor, now)


def _faultless(content: bytes, received: _Received, today: date) -> ArrangementPlan:
    plan = arrangement_plan(content, received, today)
    if plan.faults:
        raise FaultyArrangements(plan.faults)
    return plan


def _taken(
    plan: ArrangementPlan, received: _Received, name: str, content: bytes, actor: int | None, now: datetime
) -> TakenArrangements:
    names = people.named({employee for employee, _row in plan.new})
    for employee, row in plan.new:
        _begin(plan, received.files.get(row.file), employee, names[employee], row, actor, now)
    for addendum, row in plan.found:
        if (file := received.files[row.file]) is not None:
            attach(addendum, file, actor, now)
    if plan.new or plan.found:
        data = {
            "file": name[-200:],
            "sha256": hashlib.sha256(content).hexdigest(),
            "rows": len(plan.new) + len(plan.found),
        }
        audit.record(action="agreements.take_in_list", actor=actor, now=now, data=data)
    return TakenArrangements(len(plan.new), len(plan.found), plan.unchanged, tuple(plan.absent))


def _begin(
    plan: ArrangementPlan,
    paper: documents.Kept | None,
    employee: int,
    name: str,
    row: Listed,
    actor: int | None,
    now: datetime,
) -> None:
    arrangement = Arrangement.objects.create(employee_id=employee, created_at=now)
    terms = Terms.objects.create(
        arrangement=arrangement,
        starts=row.first,
        model=Model.REMOTE if row.pattern.remote else Model.HYBRID,
        cycle_weeks=row.pattern.cycle_weeks,
        home_days=sorted(row.pattern.home_days),
        hours=written_hours(row.pattern.hours),
        home=asdict(row.address) if row.address else {},
        room=row.room,
        policy_version_id=plan.versions.get(row.version) if row.version is not None else None,
        notice_months=row.notice,
    )
    addendum = Addendum.objects.create(
        terms=terms,
        document_id=_taken_in(paper, employee, name, actor, now) if paper else None,
        delivered_on=row.first,
        taken_in_at=now,
    )
    days = [(StatusChange.Kind.START, row.first)]
    if row.last is not None:
        days.append((StatusChange.Kind.CLOSE, row.last + timedelta(days=1)))
    changes = [
        StatusChange.objects.create(arrangement=arrangement, kind=kind, on=on, by_id=actor, at=now) for kind, on in days
    ]
    if row.address and employee not in plan.at_home:
        people_actions.set_home(employee=employee, address=row.address, starts=row.first, actor=actor, now=now)
    audit.record(
        action="agreements.take_in",
        actor=actor,
        now=now,
        subject=arrangement,
        about=employee,
        data={"starts": row.first.isoformat(), "paper": paper is not None},
        rows=[arrangement, terms, addendum, *changes],
    )


def attach(addendum: Addendum, file: documents.Kept, actor: int | None, now: datetime) -> None:
    """The paper from before has turned up. Inside a transaction that holds the addendum."""
    arrangement = addendum.terms.arrangement
    addendum.document_id = _taken_in(file, arrangement.employee_id, arrangement.employee.name, actor, now)
    addendum.save(update_fields=["document"])
    audit.record(
        action="agreements.find_paper",
        actor=actor,
        now=now,
        subject=arrangement,
        about=arrangement.employee_id,
        rows=[addendum],
    )


def _taken_in(file: documents.Kept, employee: int, name: str, actor: int | None, now: datetime) -> int:
    with override("da"):
        title = _("Earlier home-working addendum for %(name)s") % {"name": name}
    document = documents.take_in(file=file, language="da", title=title, about=employee, now=now, actor=actor)
    return document.pk
