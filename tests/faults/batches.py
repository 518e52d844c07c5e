"""A batch of addenda made by workers that are killed or that race; run in processes by `test_batch_killed.py`.

`begin`: a company on an empty database, with arrangements on the first policy, the second in force, and a batch.
`work`: make addenda until none is left. `later`: as if the time of what a killed worker took were up. `state`: prints
what there is as JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from hjemmedag.apps.agreements import actions, tasks
from hjemmedag.apps.agreements.actions.batches import LEASE
from hjemmedag.apps.agreements.models import Addendum, Arrangement, BatchItem, StatusChange, Terms
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Document
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people import models as people
from hjemmedag.apps.policy.models import Clause, PolicyVersion
from tests.faults.signing import HIRED, company

PEOPLE = 24
NOW = timezone.now()
TODAY = timezone.localdate()
HOURS = {str(day): ["08:00", "16:00"] for day in range(5)}
HOME = {"street": "Prøvevej 1", "postcode": "8000", "city": "Aarhus C", "country": "DK"}


def begin() -> None:
    call_command("migrate", verbosity=0)
    _anna, dorte = company()
    versions = [_version(number, dorte) for number in (1, 2)]
    employer = people.LegalEntity.objects.get()
    site = people.Site.objects.create(name="Aarhus", address="Havnegade 12, 8000 Aarhus C")
    for number in range(PEOPLE):
        person = people.Employee.objects.create(
            number=f"1{number:02}",
            first_name=f"Nr{number}",
            last_name="Test",
            email=f"n{number}@x.example",
            created_at=NOW,
        )
        employment = people.Employment.objects.create(employee=person, legal_entity=employer, starts=HIRED)
        people.EmploymentTerms.objects.create(
            employment=employment, title="Udvikler", weekly_hours=37, site=site, starts=HIRED
        )
        row = Arrangement.objects.create(employee=person, created_at=NOW)
        terms = Terms.objects.create(
            arrangement=row,
            starts=HIRED,
            home_days=[0],
            hours=HOURS,
            home=HOME,
            room="stuen",
            policy_version=versions[0],
            notice_months=1,
        )
        Addendum.objects.create(terms=terms, delivered_on=HIRED, taken_in_at=NOW)
        StatusChange.objects.create(arrangement=row, kind="start", on=HIRED, at=NOW)
    actions.send_batch(effective_on=TODAY, units=[], actor=dorte, now=NOW, today=TODAY)


def _version(number: int, by: int) -> PolicyVersion:
    version = PolicyVersion.objects.create(
        number=number,
        effective_from=HIRED + timedelta(days=number),
        published_at=NOW,
        published_by_id=by,
        created_at=NOW,
        notice_months=1,
    )
    Clause.objects.create(
        version=version,
        key="voluntary",
        position=1,
        heading_da="Frivilligt",
        heading_en="Voluntary",
        text_da="Frivilligt for begge parter.",
        text_en="Voluntary for both sides.",
        in_addendum=True,
    )
    return version


def work() -> None:
    tasks.make_batches.call()


def later() -> None:
    BatchItem.objects.filter(done_at__isnull=True).update(claimed_at=timezone.now() - LEASE - timedelta(seconds=1))


def state() -> None:
    print(
        json.dumps(
            {
                "items": [
                    BatchItem.objects.filter(done_at__isnull=False).count(),
                    BatchItem.objects.filter(why="").count(),
                ],
                "offered": [
                    Document.objects.count(),
                    Addendum.objects.filter(document__isnull=False).values("terms__arrangement").distinct().count(),
                    Message.objects.count(),
                ],
                "whole": [not list(documents.damaged()), audit.broken_link() is None, not list(audit.changed_rows())],
            }
        )
    )


def main() -> None:
    """One of the works, by its name."""
    {one.__name__: one for one in (begin, work, later, state)}[sys.argv[1]]()
