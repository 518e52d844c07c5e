"""Messages: written once with their cause, claimed by one, tried again, given up in the end."""

from datetime import timedelta

import pytest
from django.db import transaction

from hjemmedag.apps.outbox import actions, queries
from hjemmedag.apps.outbox.actions import Letter
from hjemmedag.apps.outbox.models import Message
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + queries.LEASE + timedelta(seconds=1)


def write(*keys: str) -> list[int]:
    actions.write([Letter(key=key, recipient=1, template="agreements/mail/refused") for key in keys], now=NOW)
    return list(Message.objects.filter(key__in=keys).order_by("id").values_list("id", flat=True))


def test_the_same_cause_writes_one_message():
    write("cause:1")
    write("cause:1", "cause:2")
    assert list(Message.objects.order_by("key").values_list("key", flat=True)) == ["cause:1", "cause:2"]


def test_a_message_is_gone_with_the_transaction_of_its_cause():
    with transaction.atomic():
        write("cause:1")
        transaction.set_rollback(True)
    assert Message.objects.count() == 0


def test_what_one_delivery_has_claimed_no_other_gets():
    ids = write("cause:1", "cause:2")
    assert [message.pk for message in actions.claim(ids, now=NOW)] == ids
    assert actions.claim(ids, now=NOW) == []


def test_a_claim_runs_out_when_its_worker_is_gone():
    ids = write("cause:1")
    actions.claim(ids, now=NOW)
    assert [message.pk for message in actions.claim(ids, now=LATER)] == ids


def test_what_was_delivered_is_never_claimed_again():
    ids = write("cause:1")
    [message] = actions.claim(ids, now=NOW)
    actions.delivered(message, now=NOW)
    assert actions.claim(ids, now=LATER) == []


def test_a_message_is_tried_eight_times_and_then_given_up():
    ids, moment = write("cause:1"), NOW
    for _attempt in range(queries.ATTEMPTS):
        [message] = actions.claim(ids, now=moment)
        actions.failed(message, why="the server is down")
        moment += queries.LEASE + timedelta(seconds=1)
    assert actions.claim(ids, now=moment) == []
    assert [message.failure for message in queries.given_up()] == ["the server is down"]


def test_the_oldest_message_goes_first():
    actions.write([Letter(key="late", recipient=1, template="t")], now=NOW)
    actions.write([Letter(key="early", recipient=1, template="t")], now=NOW - timedelta(hours=1))
    assert [message.key for message in queries.waiting(NOW)] == ["early", "late"]
