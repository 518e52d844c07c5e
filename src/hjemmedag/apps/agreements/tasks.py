"""Background work of this stage, derived from what is recorded."""

from __future__ import annotations

import logging
import time

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load

SECONDS = 50
"""How long one run makes papers of a batch: the mail waits no longer than that."""

log = logging.getLogger(__name__)


@task()
def begin_arrangements() -> int:
    """Record that home days may begin, for every arrangement whose first day has come. Returns how many began."""
    today, now = timezone.localdate(), timezone.now()
    begun = 0
    for arrangement in queries.ready_to_start(today):
        try:
            actions.start(arrangement=arrangement.pk, on=today, actor=None, now=now)
        except Refused:
            continue  # closed or begun by someone else in the meantime
        begun += 1
    return begun


@task()
def record_receipts() -> int:
    """Record the receipt for the policy that came with the one for the particulars. Returns how many."""
    return actions.record_receipts(on=timezone.localdate())


@task()
def mend_offers() -> int:
    """Close offers whose time is over; start signing over where an addendum says what is no longer so."""
    today, now, mended = timezone.localdate(), timezone.now(), 0
    company = people.company()
    with override(company.language if company else "da"):
        reason = _("Nobody signed while the offer stood. HR or the manager can offer it again.")
    for document in queries.run_out(today, load()):
        try:
            documents.expire(document=document, reason=reason, now=now)
            mended += 1
        except Refused:
            continue  # signed or closed by someone else in the meantime
    for stale in queries.stale(today):
        try:
            actions.start_over(stale=stale, now=now, today=today, rulebook=load())
            mended += 1
        except Refused:
            continue
        except Exception:
            # One addendum that can't be made anew must not hold up all others.
            log.exception("addendum %s can't be started over", stale.document)
    return mended


@task()
def make_batches() -> int:
    """Make the next addenda of the batches, for some seconds. Two workers share them; a killed one loses nothing."""
    made, until = 0, time.monotonic() + SECONDS
    while time.monotonic() < until and (items := actions.claim_items(now=timezone.now())):
        for item in items:
            try:
                made += actions.make_item(item=item, now=timezone.now(), today=timezone.localdate(), rulebook=load())
            except Exception:
                # It is tried again when its time is up; the others go on.
                log.exception("item %s of a batch can't be made", item)
    return made
