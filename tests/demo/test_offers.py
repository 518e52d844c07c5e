"""Offers in the demo: one ran out, one was started over and signed anew, and a batch is finished."""

from __future__ import annotations

from datetime import date

import pytest

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Arrangement
from hjemmedag.apps.documents.models import Closing, Signature
from hjemmedag.core.agreements.status import Status
from hjemmedag.rulebook.load import load

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def arrangement_of(kind):
    [closing] = Closing.objects.filter(kind=kind, document__kind="addendum")
    return closing, Arrangement.objects.get(terms__addendum__document=closing.document)


def test_one_offer_ran_out_and_says_so(built):
    closing, arrangement = arrangement_of("expired")
    assert (closing.by, queries.standing(arrangement, TODAY).status) == (None, Status.STOPPED)
    assert queries.unsigned(arrangement.pk).kind == "expired"


def test_one_was_started_over_after_a_signature_and_is_in_force_on_the_new_policy(built):
    closing, arrangement = arrangement_of("replaced")
    standing = queries.standing(arrangement, TODAY)
    assert standing.status is Status.IN_FORCE
    assert queries.opened(Arrangement.objects.all(), arrangement.pk, TODAY).terms.policy_version.number == 2
    assert Signature.objects.filter(party__document=closing.document).count() == 1


def test_a_batch_is_finished_and_signed_and_nothing_that_waits_is_stale(built):
    [batch] = queries.batches()
    assert batch.total == batch.done == batch.offered > 0
    assert queries.stale(TODAY) == []
    assert queries.run_out(TODAY, load()) == []
