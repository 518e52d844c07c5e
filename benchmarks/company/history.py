"""The audit chain: one entry that seals the whole staff list, and as many small ones as are asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from benchmarks.company.staff import BATCH, HR, Staff
from hjemmedag.apps.audit import actions
from hjemmedag.apps.audit.models import Entry, Head, Payload
from hjemmedag.apps.people.models import Employee, Employment, EmploymentTerms, Reporting, TeamMembership
from hjemmedag.core.audit.chain import Link, salted

KINDS = ("people.correct", "policy.confirm", "agreements.submit", "agreements.approve", "documents.sign")
SALT = "5a" * 16


def write(staff: Staff, entries: int, *, now: datetime) -> None:
    """A chain that verifies, with the staff list's rows sealed."""
    kinds = (Employee, Employment, EmploymentTerms, TeamMembership, Reporting)
    rows = [row for kind in kinds for row in kind.objects.only("pk")]
    actions.record(action="people.take_in_staff_list", actor=staff.people[HR], now=now, rows=rows)
    head = Head.objects.get()
    chain, payloads = [], []
    for number in range(2, entries + 1):
        about = staff.people[number % len(staff.people)]
        data = {"note": number}
        at = now + timedelta(seconds=number)
        link = Link(
            number=number,
            at=at,
            actor=staff.people[HR],
            action=KINDS[number % len(KINDS)],
            subject_kind="people.Employee",
            subject=about,
            about=about,
            digest=salted(SALT, data),
        )
        entry = Entry(
            number=number,
            at=at,
            actor=link.actor,
            action=link.action,
            subject_kind=link.subject_kind,
            subject=about,
            about=about,
            digest=link.digest,
            previous=head.hash,
            hash=link.hash(head.hash),
        )
        head.number, head.hash = number, entry.hash
        chain.append(entry)
        payloads.append(Payload(entry=entry, salt=SALT, data=data))
    Entry.objects.bulk_create(chain, batch_size=BATCH)
    Payload.objects.bulk_create(payloads, batch_size=BATCH)
    head.save()
