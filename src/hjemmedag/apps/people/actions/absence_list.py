"""Taking in a list of days away: all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.models import Absence, Employee
from hjemmedag.apps.people.queries.absence_list import absence_plan
from hjemmedag.core.people.stafflist import Fault
from hjemmedag.core.refusals import Refused


class FaultyList(Refused):
    """The list has faults. Nothing is written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(_("The list has faults. Nothing is saved."))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class TakenAbsences:
    """How many of the days away were new, got another last day, and stood so already."""

    new: int
    changed: int
    unchanged: int


@transaction.atomic
def take_in_absences(*, name: str, content: bytes, actor: int | None, now: datetime) -> TakenAbsences:
    """Record what a list says. Raises `FaultyList`, and `Unreadable` for a file that is no table."""
    list(Employee.objects.select_for_update().order_by("id").values_list("id", flat=True))
    plan = absence_plan(content)
    if plan.faults:
        raise FaultyList(plan.faults)
    rows = [
        Absence(employee_id=employee, kind=row.kind, starts=row.first, ends=row.period.end)
        for employee, row in plan.new
    ]
    Absence.objects.bulk_create(rows, batch_size=2000)
    for before, row in plan.changed:
        before.ends = row.period.end
    changed = [before for before, _row in plan.changed]
    Absence.objects.bulk_update(changed, ["ends"], batch_size=500)
    if rows or changed:
        data = {"file": name[-200:], "sha256": hashlib.sha256(content).hexdigest(), "rows": len(rows) + len(changed)}
        audit.record(action="people.take_in_absences", actor=actor, now=now, data=data, rows=[*rows, *changed])
    return TakenAbsences(new=len(rows), changed=len(changed), unchanged=plan.unchanged)
