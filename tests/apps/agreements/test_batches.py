"""Addenda for many at once: on the policy in force, one by one, none twice, whoever is killed or races."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from hjemmedag.apps.agreements import actions, queries, tasks
from hjemmedag.apps.agreements.models import Addendum, Arrangement, Batch, BatchItem
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview.queries.health import records
from hjemmedag.apps.people.models import Department, Employee
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

FIRST = date(2026, 12, 14)
NAMES = ("Lis", "Ole", "Per")


@pytest.fixture
def living(
    hire: Callable[..., Employee],
    bo: Employee,
    offer: Callable[..., Arrangement],
    sign: Callable[..., None],
    dorte: Employee,
) -> list[Arrangement]:
    """Three arrangements in force under version 1, and a version 2 that begins soon."""
    found = []
    for name in NAMES:
        arrangement = offer(hire(name, manager=bo), by=bo, first=TODAY)
        sign(arrangement)
        actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
        found.append(arrangement)
    PolicyVersion.objects.create(
        number=2, effective_from=FIRST, published_at=NOW, published_by=dorte, created_at=NOW, notice_months=2
    )
    return found


def send(dorte: Employee, *units: int, first: date = FIRST) -> Batch:
    return actions.send_batch(effective_on=first, units=units, actor=dorte.pk, now=NOW, today=TODAY)


def waiting() -> int:
    return BatchItem.objects.filter(done_at__isnull=True).count()


def test_everyone_under_an_older_version_gets_an_addendum_on_the_new_one(
    living: list[Arrangement], dorte: Employee
) -> None:
    batch = send(dorte)
    assert (batch.items.count(), tasks.make_batches.call(), waiting()) == (3, 3, 0)
    for arrangement in living:
        standing = queries.standing(arrangement, FIRST)
        assert (standing.terms.starts, standing.awaited is not None) == (TODAY, True)
        assert standing.all_terms[-1].policy_version.number == 2
    letters = Message.objects.filter(template="agreements/mail/offered", facts__because="policy")
    assert sorted(letters.values_list("recipient", flat=True)) == sorted(one.employee_id for one in living)
    assert tasks.make_batches.call() == 0
    unsealed = {found.facts["table"] for found in records.rows()} & {"agreements.Batch", "agreements.BatchItem"}
    assert (list(audit.changed_rows()), unsealed) == ([], set())
    assert [(row.total, row.done, row.offered, row.refused) for row in queries.batches()] == [(3, 3, 3, 0)]


def test_nobody_gets_a_second_one_while_the_first_waits(living: list[Arrangement], dorte: Employee) -> None:
    send(dorte)
    with pytest.raises(Refused):
        send(dorte)
    tasks.make_batches.call()
    with pytest.raises(Refused):
        send(dorte)
    assert Addendum.objects.count() == 6


def test_departments_narrow_it_and_the_first_day_decides_the_version(
    living: list[Arrangement], dorte: Employee
) -> None:
    with pytest.raises(Refused):
        send(dorte, first=FIRST - timedelta(days=1))
    with pytest.raises(Refused):
        send(dorte, Department.objects.get(name="HR").pk)
    assert send(dorte, Department.objects.get(name="Udvikling").pk).items.count() == 3
    with pytest.raises(Refused):
        send(dorte, first=TODAY - timedelta(days=1))


def test_who_can_get_none_stands_with_the_reason_and_the_others_go_on(
    living: list[Arrangement], dorte: Employee
) -> None:
    batch = send(dorte)
    actions.close(arrangement=living[0].pk, on=TODAY, actor=dorte.pk, reason="Nyt job.", now=NOW)
    tasks.make_batches.call()
    [refused] = queries.refused_items(batch.pk)
    assert (refused.arrangement, bool(refused.why)) == (living[0], True)
    assert [(row.total, row.offered, row.refused) for row in queries.batches()] == [(3, 2, 1)]


def test_what_a_killed_worker_took_is_free_again_and_nothing_is_made_twice(
    living: list[Arrangement], dorte: Employee
) -> None:
    send(dorte)
    taken = actions.claim_items(now=NOW)
    assert (len(taken), actions.claim_items(now=NOW)) == (3, [])
    actions.make_item(item=taken[0], now=NOW, today=TODAY, rulebook=load())
    later = NOW + timedelta(minutes=3)
    again = actions.claim_items(now=later)
    assert again == taken[1:]
    made = [actions.make_item(item=item, now=later, today=TODAY, rulebook=load()) for item in taken]
    assert made == [False, True, True]
    assert BatchItem.objects.filter(addendum__isnull=False).count() == 3


def test_the_database_holds_each_arrangement_once_a_batch(living: list[Arrangement], dorte: Employee) -> None:
    batch = send(dorte)
    with pytest.raises(IntegrityError), transaction.atomic():
        BatchItem.objects.create(batch=batch, arrangement=living[0])
