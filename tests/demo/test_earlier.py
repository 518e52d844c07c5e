"""Arrangements from before and changed ones in the demo: whole, with gaps, without a paper; signed and waiting."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Amendment, Arrangement
from hjemmedag.apps.documents import queries as documents
from hjemmedag.core.agreements.status import Status

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_three_arrangements_are_from_before_and_lack_more_and_more(built):
    rows = Arrangement.objects.filter(application=None).order_by("id")
    found = queries.standings(rows, TODAY)
    assert [one.status for one in found] == [Status.IN_FORCE] * 3
    assert [queries.gaps(queries.opened(rows, one.arrangement.pk, TODAY).terms) for one in found] == [
        [],
        ["room", "hours"],
        ["paper", "room", "hours"],
    ]
    [paper] = found[0].documents
    assert documents.file_of(paper).startswith(b"%PDF-1.4")
    assert documents.state(paper).standing is documents.Standing.TAKEN_IN


def test_changed_patterns_are_signed_waiting_for_signatures_and_waiting_for_an_answer(built):
    found = Counter(
        (row.outcome, row.terms and documents.state(row.terms.addendum.document_id).standing)
        for row in Amendment.objects.all()
    )
    assert found == {
        ("approved", documents.Standing.COMPLETE): 2,
        ("approved", documents.Standing.WAITING): 1,
        ("", None): 3,
    }
