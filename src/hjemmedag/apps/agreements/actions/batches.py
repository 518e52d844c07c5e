"""Addenda for many at once: a batch is written down whole, then made one by one, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions.agreeing import offer
from hjemmedag.apps.agreements.actions.renewing import renewal
from hjemmedag.apps.agreements.models import Arrangement, Batch, BatchItem
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries as people
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused

TOGETHER = 8
"""Items that a worker takes at a time, so that two workers share a batch evenly."""

LEASE = timedelta(minutes=2)
"""After this long an item that a worker took and never finished is free again: the worker was killed."""


@transaction.atomic
def send_batch(*, effective_on: date, units: Collection[int], actor: int, now: datetime, today: date) -> Batch:
    """Write down whom an addendum on the policy in force is offered to; `units` are departments, none means all.

    Never the sender's own, and nobody who stands in a batch that isn't done. The worker makes the papers.
    """
    if effective_on < today:
        raise Refused(_("The first day has passed. Choose today or a later day."))
    chosen = {member for unit in units for member in people.members_of(unit, today).values_list("employee", flat=True)}
    found = queries.older_policy(today, effective_on, chosen if units else None)
    waiting = BatchItem.objects.select_for_update().filter(done_at__isnull=True)
    taken = set(waiting.values_list("arrangement", flat=True))
    own = set(Arrangement.objects.filter(employee=actor).values_list("pk", flat=True))
    ids = [pk for pk in found if pk not in taken | own]
    if not ids:
        raise Refused(_("Nobody here works under an older version of the policy without a new addendum on its way."))
    batch = Batch.objects.create(effective_on=effective_on, units=sorted(units), made_at=now, made_by_id=actor)
    BatchItem.objects.bulk_create([BatchItem(batch=batch, arrangement_id=pk) for pk in ids], batch_size=500)
    audit.record(
        action="agreements.send_batch",
        actor=actor,
        now=now,
        subject=batch,
        data={"addenda": len(ids), "effective_on": effective_on.isoformat()},
        rows=[batch],
    )
    return batch


@transaction.atomic
def claim_items(*, now: datetime) -> list[int]:
    """The next items to make, taken for a while so that no other worker begins on them; empty when all are done."""
    free = BatchItem.objects.filter(Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - LEASE), done_at__isnull=True)
    ids = list(free.select_for_update(skip_locked=True).order_by("id").values_list("pk", flat=True)[:TOGETHER])
    BatchItem.objects.filter(pk__in=ids).update(claimed_at=now)
    return ids


def make_item(*, item: int, now: datetime, today: date, rulebook: Rulebook) -> bool:
    """Offer one addendum of a batch, or note why not. `False` when it is done already: nothing is offered twice."""
    row = BatchItem.objects.select_related("batch").get(pk=item)
    if row.done_at is not None:
        return False
    first = max(today, row.batch.effective_on)
    try:
        arrangement, terms, paper = renewal(
            row.arrangement_id, effective_on=first, now=now, today=today, rulebook=rulebook
        )
    except Refused as refused:
        return _done(item, now, why=refused.message)
    with transaction.atomic():
        row = BatchItem.objects.select_for_update(of=("self",)).select_related("batch").get(pk=item)
        Arrangement.objects.select_for_update().get(pk=arrangement.pk)
        if row.done_at is not None:
            return False
        if queries.standing(arrangement, today).awaited is not None:
            return _done(item, now, why=_("An addendum waits for signatures already."))
        row.addendum = offer(
            arrangement, terms, paper, actor=row.batch.made_by_id, now=now, today=today, because="policy"
        )
        row.done_at = now
        row.save(update_fields=["addendum", "done_at"])
        audit.record(
            action="agreements.renew",
            actor=row.batch.made_by_id,
            now=now,
            subject=arrangement,
            about=arrangement.employee_id,
            data={"batch": row.batch_id, "policy": paper.version.number},
            rows=[row.addendum.terms, row.addendum, row],
        )
    return True


def _done(item: int, now: datetime, *, why: str) -> bool:
    return bool(BatchItem.objects.filter(pk=item, done_at__isnull=True).update(done_at=now, why=why[:400]))
