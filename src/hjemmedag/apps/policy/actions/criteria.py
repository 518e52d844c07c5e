"""Choosing the criteria for a fixed arrangement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy.models import CriteriaSet
from hjemmedag.apps.policy.queries.criteria import kinds, written_criteria
from hjemmedag.core.policy.criteria import Criterion, Fault, faults
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.words import said

FAULTS = {
    Fault.EMPTY: gettext_lazy("Choose at least one criterion."),
    Fault.UNKNOWN: gettext_lazy("“%(name)s” can’t be made a criterion: it isn’t a fact of people or policy."),
    Fault.TWICE: gettext_lazy("“%(name)s” stands twice."),
    Fault.WEIGHT: gettext_lazy("“%(name)s” has a weight that isn’t 1, 2 or 3."),
    Fault.THRESHOLD: gettext_lazy("“%(name)s” needs another number."),
    Fault.NO_REASON: gettext_lazy("“%(name)s” is off until you write why it is needed."),
}


@transaction.atomic
def choose_criteria(
    *, was: int, criteria: Sequence[Criterion], starts: date, why: str, actor: int, today: date, now: datetime
) -> CriteriaSet:
    """A new set that holds from a day; earlier ones stay. `was` is the number of the latest one seen, 0 for none.

    Raises `Refused` for what can't be used, `Stale` when someone else has chosen meanwhile.
    """
    known = kinds()
    for fault, key in faults(criteria, known):
        name = said(known[key].title) if key in known else key
        raise Refused(str(FAULTS[fault]) % {"name": name})
    if not why.strip():
        raise Refused(_("Write why these criteria are chosen: everyone can read it."))
    if starts < today:
        raise Refused(_("Criteria can’t change days that have passed. Choose today or a later day."))
    latest = CriteriaSet.objects.select_for_update().first()
    number = latest.number if latest else 0
    if number != was:
        raise _stale()
    try:
        with transaction.atomic():
            made = CriteriaSet.objects.create(
                number=number + 1, starts=starts, criteria=written_criteria(criteria), why=why, by_id=actor, at=now
            )
    except IntegrityError:
        raise _stale() from None
    audit.record(
        action="policy.choose_criteria",
        actor=actor,
        now=now,
        subject=made,
        data={"number": made.number, "starts": starts.isoformat(), "criteria": made.criteria},
        rows=[made],
    )
    return made


def _stale() -> Stale:
    return Stale(_("Someone else chose new criteria meanwhile. Your text is still here."))
