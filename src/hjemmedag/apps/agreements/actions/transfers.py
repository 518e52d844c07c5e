"""Judging whether an addendum still stands after a move to another legal entity."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements.models import EmployerCheck
from hjemmedag.apps.agreements.queries.transfers import moved
from hjemmedag.apps.audit import actions as audit
from hjemmedag.core.refusals import Refused


@transaction.atomic
def check_employers(
    *,
    employments: Collection[int],
    outcome: EmployerCheck.Outcome,
    note: str,
    actor: int,
    now: datetime,
    today: date,
) -> int:
    """Say for these moves whether the addendum stands, and why. Returns for how many. Nobody judges their own."""
    if not note.strip():
        raise Refused(_("Write how you came to it. It is kept with the decision."))
    waiting = moved(today).filter(employment__in=employments)
    people = dict(waiting.values_list("employment", "terms__arrangement__employee"))
    if actor in people.values():
        raise Refused(_("You can’t judge your own addendum. Somebody else in HR does."))
    if not people or set(people) != set(employments):
        raise _settled()
    try:
        with transaction.atomic():
            rows = EmployerCheck.objects.bulk_create(
                EmployerCheck(employment_id=employment, outcome=outcome, note=note.strip(), by_id=actor, at=now)
                for employment in sorted(people)
            )
    except IntegrityError:
        raise _settled() from None
    for row in rows:
        audit.record(
            action="agreements.check_employer",
            actor=actor,
            now=now,
            subject=row,
            about=people[row.employment_id],
            rows=[row],
        )
    return len(rows)


def _settled() -> Refused:
    return Refused(_("Some of these are judged already, or have a new addendum. Reload the page to see who is left."))
