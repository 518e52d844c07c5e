"""Receipts instead of addenda in the demo: one waits, one is confirmed, and an addendum says why it was needed."""

from __future__ import annotations

import pytest

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Addendum
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.policy.queries import receipt, version
from tests.demo.conftest import TODAY

EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_one_waits_for_its_receipt_and_one_is_confirmed_with_the_policy(built: None) -> None:
    papers = list(Addendum.objects.filter(by_receipt=True).select_related("terms__arrangement").order_by("pk"))
    states = [str(documents.state(one.document_id or 0).standing) for one in papers]
    assert sorted(states) == ["complete", "waiting"]
    terms = papers[states.index("complete")].terms
    assert receipt(version(terms.policy_version_id or 0), terms.arrangement.employee_id) is not None
    assert queries.confirmed(TODAY) == []


def test_where_it_was_not_enough_the_addendum_says_why(built: None) -> None:
    kept = [one for row in Addendum.objects.filter(by_receipt=False) for one in queries.kept(row.why_signed)]
    assert "agreements.material_change" in {one.rule for one in kept if one.decides}
