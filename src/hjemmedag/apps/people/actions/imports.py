"""Taking in a staff list: all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.ledger import Ledger
from hjemmedag.apps.people.actions.planned_rows import write
from hjemmedag.apps.people.models import Company, Employee, Import, LegalEntity
from hjemmedag.apps.people.queries.imports import preview
from hjemmedag.apps.people.queries.staff_list import employers
from hjemmedag.core.people.stafflist import Kind
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True)
class StaffFile:
    """An uploaded list. `key` is its own: taking the same upload in twice does it once."""

    name: str
    content: bytes
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What someone decided about a list after looking at its preview.

    `digest` is that of the plan they saw; `agreements` known agreements by the unknown names that stand for them;
    `employer` whose employees the new ones are, where several legal entities could be.
    """

    digest: str
    agreements: Mapping[str, str] = field(default_factory=dict)
    employer: int | None = None
    without_faulty: bool = False
    though_large: bool = False


@transaction.atomic
def take_in(*, file: StaffFile, choices: Choices, actor: int | None, now: datetime, today: date) -> Import | None:
    """Take a list in. `None` when everything already stood so.

    Raises `Unreadable` for a file that is no table, `Refused` for one with faults and for a large change nobody has
    looked at twice, and `Stale` when the list would now do something else than in the preview.
    """
    if Company.objects.select_for_update().first() is None:
        raise Refused(_("There is no company yet. Create it first."))
    done = Import.objects.filter(key=file.key).first()
    if done is not None:
        return done
    list(Employee.objects.select_for_update().order_by("id").values_list("id", flat=True))
    seen = preview(content=file.content, today=today)
    if seen.faults and not choices.without_faulty:
        raise Refused(_("The list has faults. Nothing is saved."))
    if seen.plan.digest != choices.digest:
        raise Stale(_("Something has changed since you looked at the list. Look at it once more."))
    if seen.plan.is_large and not choices.though_large:
        raise Refused(_("The list changes unusually many employees. Confirm that you mean it."))
    plan = seen.plan
    if choices.agreements:
        plan = preview(content=file.content, today=today, answers=choices.agreements).plan
    if not plan.changes:
        return None
    without_hr = queries.first_day_without_hr(today)
    ledger = Ledger()
    write(plan, ledger, employer=_employer(choices.employer, today), answers=choices.agreements, actor=actor, now=now)
    _refuse_without_hr(without_hr, today)
    source = Import.objects.create(
        key=file.key,
        file_name=file.name[-200:],
        sha256=hashlib.sha256(file.content).hexdigest(),
        made_at=now,
        made_by_id=actor,
        created=len(plan.of(Kind.CREATED)),
        changed=len(plan.of(Kind.CHANGED)),
        ended=len(plan.of(Kind.ENDED)),
    )
    ledger.keep(source)
    audit.record(
        action="people.take_in_staff_list",
        actor=actor,
        now=now,
        subject=source,
        data={"file": source.file_name, "sha256": source.sha256, "rows": seen.rows, "faulty": seen.faulty_rows},
        rows=[source, *ledger.standing],
        removed=ledger.removed,
    )
    return source


def _employer(chosen: int | None, today: date) -> LegalEntity:
    possible = employers(today)
    if not possible:
        raise Refused(_("No legal entity can employ anyone today. Add the company's CVR number first."))
    if chosen is None and len(possible) > 1:
        raise Refused(_("Choose which legal entity the new employees are employed by."))
    return next((one for one in possible if one.pk == chosen), possible[0])


def _refuse_without_hr(before: date | None, today: date) -> None:
    after = queries.first_day_without_hr(today)
    if after is not None and (before is None or after < before):
        raise Refused(
            _("After this list nobody would be HR for the whole company. Give the role to someone else first.")
        )
