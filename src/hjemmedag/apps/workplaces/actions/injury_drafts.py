"""A report of an injury while it is written: kept at each word, and gone once it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import InjuryDraft
from hjemmedag.core.refusals import Stale

LONGEST = 4000
"""Letters that are kept of one field: more than any of them may hold when it is sent."""


@transaction.atomic
def begin_injury(*, employee: int, writer: int, today: date, now: datetime) -> InjuryDraft:
    """The report that the writer has begun about someone; a new one, with the usual filled in, where there is none."""
    people_actions.hold({employee})
    begun = InjuryDraft.objects.filter(writer=writer, employee=employee).first()
    if begun is not None:
        return begun
    said = queries.usual(employee, today)
    return InjuryDraft.objects.create(writer_id=writer, employee_id=employee, said=said, kept_at=now)


@transaction.atomic
def keep_injury(*, draft: int, writer: int, said: Mapping[str, str], now: datetime) -> InjuryDraft:
    """Keep what is written, as it was typed. A draft leaves no trace. Raises `Stale` where it was sent meanwhile."""
    row = held_draft(draft, writer)
    # Not every database holds the letter of value zero, and nobody types it.
    row.said = {name: words.replace("\0", "")[:LONGEST] for name, words in said.items()}
    row.kept_at = now
    row.save(update_fields=["said", "kept_at"])
    return row


@transaction.atomic
def drop_injury(*, draft: int, writer: int) -> None:
    """Throw a draft away; there is nothing to do where it is gone already."""
    InjuryDraft.objects.filter(pk=draft, writer=writer).delete()


@transaction.atomic
def drop_stray_injuries(*, today: date) -> int:
    """Throw away the reports that were begun for someone the writer no longer reports for. Returns how many."""
    gone = 0
    for row in InjuryDraft.objects.exclude(employee=F("writer")).select_related("writer"):
        if not queries.reportable(people.viewer(row.writer, today), today).filter(pk=row.employee_id).exists():
            row.delete()
            gone += 1
    return gone


def held_draft(draft: int, writer: int) -> InjuryDraft:
    """The draft, which nobody else changes until this is done."""
    row = InjuryDraft.objects.select_for_update().filter(pk=draft, writer=writer).first()
    if row is None:
        raise Stale(_("This report was sent or thrown away meanwhile."))
    return row
