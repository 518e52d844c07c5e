"""Addenda for many: HR sent those of one department a new addendum on the second version, and all have signed."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.agreements.models import BatchItem
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.documents import queries as papers
from hjemmedag.apps.people import queries as people
from hjemmedag.core.refusals import Refused
from hjemmedag.demo.staff import Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

PROOFS = ("password", "totp")
SENT = 12
"""Days ago."""
MOST = 12
"""Arrangements of the department: it is the largest with no more than so many, so that the demo is built soon."""


def write(story: Story, staff: Staff) -> None:
    """One batch, finished."""
    story.on(story.ago(SENT), partial(_send, story, staff))


def _send(story: Story, staff: Staff, now: datetime) -> None:
    today = now.date()
    counted = {
        unit.pk: len(agreements.older_policy(today, today, people.members_of(unit.pk, today)))
        for unit in people.departments()
    }
    fitting = [unit for unit in counted if 0 < counted[unit] <= MOST]
    if not fitting:
        return
    unit = max(fitting, key=lambda one: counted[one])
    with suppress(Refused):
        batch = actions.send_batch(
            effective_on=today + timedelta(days=8), units=[unit], actor=staff.hr.pk, now=now, today=today
        )
        while items := actions.claim_items(now=now):
            for item in items:
                actions.make_item(item=item, now=now, today=today, rulebook=load())
        offered = BatchItem.objects.filter(batch=batch, addendum__isnull=False)
        for number, document in enumerate(offered.values_list("addendum__document", flat=True)):
            story.on(today + timedelta(days=1 + number % 3), partial(_sign, document))


def _sign(document: int, now: datetime) -> None:
    while (signer := papers.state(document).signer) is not None:
        seen = papers.turn(document, signer, now).revision.sha256
        documents.read(document=document, reader=signer, now=now)
        documents.sign(document=document, signer=signer, expected_sha256=seen, authenticated=PROOFS, now=now)
