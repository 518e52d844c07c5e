"""Sealed rows that are not as the product left them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.audit import actions, queries
from hjemmedag.apps.audit.queries import ChangedRow
from hjemmedag.apps.people.models import HomeAddress
from tests.conftest import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(anna) -> HomeAddress:
    """Anna's home address, sealed by entry 1."""
    home = HomeAddress.objects.create(
        employee=anna, street="Prøvevej 1", postcode="8000", city="Aarhus C", starts=TODAY
    )
    actions.record(action="people.set_home", actor=anna.pk, now=NOW, subject=home, about=anna.pk, rows=[home])
    return home


@pytest.mark.parametrize("change", ["street = 'Prøvevej 2'", "ends = '2027-01-01'", "country = 'SE'"])
def test_a_row_changed_by_hand_is_named(home, sql: Callable[..., None], change: str):
    sql(f"UPDATE people_homeaddress SET {change} WHERE id = %s", home.pk)
    assert list(queries.changed_rows()) == [ChangedRow("people.HomeAddress", home.pk, 1, "changed")]


def test_a_row_removed_by_hand_is_named(home, sql: Callable[..., None]):
    sql("DELETE FROM people_homeaddress WHERE id = %s", home.pk)
    assert list(queries.changed_rows()) == [ChangedRow("people.HomeAddress", home.pk, 1, "removed")]


def test_a_row_that_was_removed_and_is_back_is_named(home, anna):
    key = home.pk
    HomeAddress.objects.filter(pk=key).delete()
    actions.record(action="people.remove_home", actor=anna.pk, now=NOW, about=anna.pk, removed=[home])
    assert list(queries.changed_rows()) == []
    home.save(force_insert=True)
    assert list(queries.changed_rows()) == [ChangedRow("people.HomeAddress", key, 2, "returned")]


def test_the_latest_seal_counts(home, anna):
    home.street = "Prøvevej 2"
    home.save()
    actions.record(action="people.set_home", actor=anna.pk, now=NOW, subject=home, about=anna.pk, rows=[home])
    assert list(queries.changed_rows()) == []


def test_a_change_and_the_way_back_leave_no_trace_and_no_finding(home, sql: Callable[..., None]):
    sql("UPDATE people_homeaddress SET street = 'x' WHERE id = %s", home.pk)
    sql("UPDATE people_homeaddress SET street = %s WHERE id = %s", "Prøvevej 1", home.pk)
    assert list(queries.changed_rows()) == []


def test_a_row_that_no_entry_tells_of_is_named(home, anna):
    slipped_in = HomeAddress.objects.create(
        employee=anna, street="Prøvevej 9", postcode="8000", city="Aarhus C", starts=TODAY
    )
    assert queries.unsealed("people.HomeAddress", Q()) == [slipped_in.pk]
    assert queries.unsealed("people.HomeAddress", Q(street="Prøvevej 1")) == []


def test_signing_in_changes_no_sealed_row(anna):
    actions.record(action="people.hire", actor=None, now=NOW, subject=anna, about=anna.pk, rows=[anna])
    anna.last_login = NOW
    anna.set_password("noget helt andet")
    anna.save()
    assert list(queries.changed_rows()) == []


def test_sealing_costs_the_same_queries_for_one_row_and_for_three(hire):
    people = [hire(name) for name in ("Ada", "Ole", "Pia")]
    costs = []
    for rows in (people[:1], people[:1], people):
        with CaptureQueriesContext(connection) as sent:
            actions.record(action="people.hire", actor=None, now=NOW, rows=rows)
        costs.append(len(sent))
    assert costs[1] == costs[2]
