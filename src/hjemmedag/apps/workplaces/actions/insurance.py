"""The insurance register, and the person's own word that they have looked at theirs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.workplaces.models import ContentsCheck, Insurance
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Insured:
    """One insurance from a day on; `ends` is the first day without it. `clarified`: the insurer's word on home work."""

    kind: str
    insurer: str
    policy_number: str
    clarified: str
    starts: date
    ends: date | None
    review_on: date


@transaction.atomic
def insure(*, insured: Insured, replaces: int | None, actor: int, now: datetime) -> Insurance:
    """Write an insurance down; where it `replaces` another row, that one holds until this one begins.

    Raises `Stale` when someone else has replaced it meanwhile.
    """
    if insured.ends is not None and insured.ends < insured.starts:
        raise Refused(_("It ends before it begins. Check the two days."))
    if insured.review_on < insured.starts:
        raise Refused(_("The day of the review comes before the first day."))
    old = None
    if replaces is not None:
        old = Insurance.objects.select_for_update().get(pk=replaces)
        if Insurance.objects.filter(replaces=old).exists():
            raise Stale(_("Someone changed this insurance while you were writing. Look again before you save."))
        if insured.starts < old.starts:
            raise Refused(_("The change begins before the insurance itself. Choose its first day or a later one."))
        if old.ends is None or insured.starts < old.ends:
            old.ends = insured.starts
            old.save(update_fields=["ends"])
    row = Insurance.objects.create(replaces=old, by_id=actor, at=now, **asdict(insured))
    audit.record(
        action="workplaces.insure",
        actor=actor,
        now=now,
        subject=row,
        data={"kind": row.kind, "starts": row.starts.isoformat()},
        rows=[row, old] if old else [row],
    )
    return row


@transaction.atomic
def check_contents(*, employee: int, today: date, now: datetime) -> ContentsCheck:
    """The person has looked at their own contents insurance; saying it twice a day changes nothing."""
    people_actions.hold({employee})
    row, new = ContentsCheck.objects.get_or_create(employee_id=employee, on=today, defaults={"at": now})
    if new:
        audit.record(
            action="workplaces.check_contents", actor=employee, now=now, subject=row, about=employee, rows=[row]
        )
    return row
