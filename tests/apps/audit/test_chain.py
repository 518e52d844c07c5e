"""The chain as the database holds it: whatever is done to it behind the product's back is noticed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction

from hjemmedag.apps.audit import actions, queries
from hjemmedag.apps.audit.models import Entry, Head, Payload, RowSeal
from hjemmedag.core.audit.chain import Break
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(anna, dorte) -> None:
    """Five entries: three about Anna, two about Dorte."""
    for number, person in enumerate((anna, dorte, anna, dorte, anna)):
        actions.record(
            action="people.correct",
            actor=dorte.pk,
            now=NOW + timedelta(minutes=number),
            subject=person,
            about=person.pk,
            data={"name": f"written {number}"},
            rows=[person],
        )


def test_a_chain_that_nobody_touched_is_whole(told):
    assert queries.broken_link() is None
    assert queries.changed_payloads() == []
    assert queries.missing_payloads() == []
    assert list(queries.changed_rows()) == []


def test_an_empty_chain_is_whole(db):
    assert queries.broken_link() is None


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        ("UPDATE audit_entry SET action = 'people.other' WHERE number = 3", Break(3, "changed")),
        ("UPDATE audit_entry SET actor = 999 WHERE number = 3", Break(3, "changed")),
        ("UPDATE audit_entry SET about = NULL WHERE number = 3", Break(3, "changed")),
        ("UPDATE audit_entry SET at = '2026-01-01 00:00:00+00:00' WHERE number = 3", Break(3, "changed")),
        ("UPDATE audit_entry SET digest = '0' WHERE number = 3", Break(3, "changed")),
        ("UPDATE audit_entry SET hash = 'x' WHERE number = 3", Break(3, "changed")),
        ("UPDATE audit_entry SET previous = 'x' WHERE number = 3", Break(3, "previous")),
        ("UPDATE audit_rowseal SET digest = '0' WHERE entry_id = 4", Break(4, "changed")),
        ("UPDATE audit_rowseal SET row = 999 WHERE entry_id = 4", Break(4, "changed")),
        ("DELETE FROM audit_rowseal WHERE entry_id = 4", Break(4, "changed")),
        ("UPDATE audit_head SET number = 9", Break(6, "missing")),
        ("DELETE FROM audit_head", Break(6, "missing")),
    ],
    ids=str,
)
def test_the_first_broken_link_is_named(told, sql: Callable[..., None], tamper: str, found: Break):
    sql(tamper.replace(" row ", ' "row" '))
    assert queries.broken_link() == found


@pytest.mark.parametrize(("gone", "number"), [((1,), 1), ((3,), 3), ((2, 4), 2), ((5,), 5), ((4, 5), 4)])
def test_an_entry_that_is_gone_is_named_and_so_is_an_end_cut_off(told, sql: Callable[..., None], gone, number: int):
    for entry in gone:
        for table, column in (("rowseal", "entry_id"), ("payload", "entry_id"), ("entry", "number")):
            sql(f"DELETE FROM audit_{table} WHERE {column} = %s", entry)
    assert queries.broken_link() == Break(number, "missing")


def test_details_that_were_changed_are_named(told, sql: Callable[..., None]):
    sql("UPDATE audit_payload SET data = %s WHERE entry_id = 2", '{"name": "another"}')
    assert queries.changed_payloads() == [2]
    assert queries.broken_link() is None


def test_details_that_are_gone_are_named_unless_they_were_erased(told, sql: Callable[..., None], anna, dorte):
    sql("DELETE FROM audit_payload WHERE entry_id = 2")
    actions.erase(about=anna.pk, actor=dorte.pk, now=NOW)
    assert queries.missing_payloads() == [2]


def test_erasing_someone_keeps_the_chain_and_forgets_what_was_said(told, anna, dorte):
    erased = actions.erase(about=anna.pk, actor=dorte.pk, now=NOW)
    assert erased == 3
    assert set(Payload.objects.filter(entry__about=dorte.pk).values_list("entry", flat=True)) == {2, 4}
    assert Entry.objects.get(number=6).payload.data == {"payloads": 3}
    assert queries.broken_link() is None
    assert queries.changed_payloads() == []
    assert queries.missing_payloads() == []


def test_erasing_can_keep_what_some_actions_said(told, anna, dorte):
    assert actions.erase(about=anna.pk, actor=dorte.pk, now=NOW, keep=["people.correct"]) == 0
    assert Entry.objects.count() == 5


def test_an_entry_made_by_hand_does_not_fit_in(told, sql: Callable[..., None]):
    last = Entry.objects.get(number=5)
    sql(
        "INSERT INTO audit_entry (number, at, actor, action, subject_kind, subject, about, digest, previous, hash) "
        "VALUES (6, %s, NULL, 'people.correct', '', NULL, NULL, 'd', %s, 'h')",
        NOW,
        last.hash,
    )
    assert queries.broken_link() == Break(6, "changed")


def test_an_entry_is_part_of_the_transaction_it_tells_about(anna, dorte):
    with transaction.atomic():
        actions.record(action="people.correct", actor=None, now=NOW, subject=anna, rows=[anna])
        transaction.set_rollback(True)
    assert (Entry.objects.count(), RowSeal.objects.count(), Head.objects.count()) == (0, 0, 0)
