"""Where documents stand, for one and for many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.queries import Standing, State, Unsigned
from hjemmedag.core.duties import Scope
from tests.conftest import NOW, TODAY


@pytest.fixture
def many(offered, pdf, carl, dorte):
    """Two more documents, for Carl."""
    return [
        offered,
        *(
            actions.offer(
                pdf=pdf,
                kind="addendum",
                language="en",
                title=f"Addendum {number}",
                about=carl.pk,
                parties=[("employee", carl.pk), ("employer", dorte.pk)],
                now=NOW + timedelta(minutes=number),
                actor=dorte.pk,
            )
            for number in (1, 2)
        ),
    ]


def test_many_states_cost_one_query(many, anna, carl, dorte, sign):
    sign(many[0], anna)
    sign(many[0], dorte)
    actions.decline(document=many[1].pk, actor=carl.pk, reason="Nej", now=NOW)
    with CaptureQueriesContext(connection) as counted:
        states = queries.states(document.pk for document in many)
    assert states == {
        many[0].pk: State(Standing.COMPLETE, completed_on=TODAY),
        many[1].pk: State(Standing.DECLINED, closed_on=TODAY),
        many[2].pk: State(Standing.WAITING, signer=carl.pk, side="employee"),
    }
    assert len(counted) == 1


def test_each_open_document_waits_for_exactly_its_next_signer(many, anna, carl, dorte, sign):
    sign(many[1], carl)
    with CaptureQueriesContext(connection) as counted:
        waiting = list(queries.unsigned(Scope()))
    assert waiting == [
        Unsigned(many[0].pk, many[0].title, anna.pk, NOW, anna.pk, "employee"),
        Unsigned(many[1].pk, "Addendum 1", carl.pk, NOW + timedelta(minutes=1), dorte.pk, "employer"),
        Unsigned(many[2].pk, "Addendum 2", carl.pk, NOW + timedelta(minutes=2), carl.pk, "employee"),
    ]
    assert len(counted) == 1
    assert [one.document for one in queries.unsigned(Scope(dorte.pk))] == [many[1].pk]


def test_a_day_is_danish_even_when_it_is_still_yesterday_in_utc(offered, anna, dorte, sign):
    late = NOW.replace(hour=23, minute=59)
    sign(offered, anna, late)
    sign(offered, dorte, late + timedelta(minutes=1))
    tomorrow = TODAY + timedelta(days=1)
    assert queries.state(offered.pk).completed_on == tomorrow
    assert list(queries.completed(TODAY)) == []
    assert list(queries.completed(tomorrow)) == [{"pk": offered.pk}]


def test_a_document_signed_by_one_of_two_is_not_complete(offered, anna, sign):
    sign(offered, anna)
    assert list(queries.completed(TODAY)) == []


def test_closed_documents_are_known_from_their_day_on(offered, anna):
    actions.decline(document=offered.pk, actor=anna.pk, reason="Nej", now=NOW)
    assert list(queries.closed(TODAY - timedelta(days=1))) == []
    assert list(queries.closed(TODAY)) == [{"document": offered.pk}]


def test_what_happened_stands_in_order(offered, anna, dorte, sign):
    actions.read(document=offered.pk, reader=anna.pk, now=NOW + timedelta(minutes=1))
    sign(offered, anna, NOW + timedelta(minutes=2))
    actions.withdraw(document=offered.pk, actor=dorte.pk, reason="Forkert dato", now=NOW + timedelta(minutes=3))
    assert [(step.kind, step.who, step.words) for step in queries.events([offered.pk])] == [
        ("offered", None, ""),
        ("read", anna.pk, ""),
        ("signed", anna.pk, ""),
        ("withdrawn", dorte.pk, "Forkert dato"),
    ]


def test_the_first_opening_by_a_party_is_the_proof_of_receipt(offered, anna, carl):
    actions.read(document=offered.pk, reader=carl.pk, now=NOW)
    assert list(queries.unread_by_employee()) == [{"document": offered.pk}]
    actions.read(document=offered.pk, reader=anna.pk, now=NOW)
    actions.read(document=offered.pk, reader=anna.pk, now=NOW + timedelta(days=1))
    assert list(queries.unread_by_employee()) == []
    assert offered.parties.get(signer=anna).reading.at == NOW


def test_a_signature_proves_receipt_too(offered, anna, sign):
    sign(offered, anna)
    assert list(queries.unread_by_employee()) == []
