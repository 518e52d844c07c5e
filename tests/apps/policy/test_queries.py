"""Which version holds when, and how versions are listed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.queries import Standing
from tests.apps.policy.conftest import Begin, Publish
from tests.conftest import NOW, TODAY

NEXT_YEAR = date(2027, 1, 1)


def test_a_version_holds_from_its_day(publish: Publish) -> None:
    first, second = publish(TODAY), publish(NEXT_YEAR)
    assert [queries.in_force(day) for day in (TODAY - timedelta(1), TODAY, NEXT_YEAR - timedelta(1), NEXT_YEAR)] == [
        None,
        first,
        first,
        second,
    ]


def test_a_draft_never_holds(begin: Begin) -> None:
    begin()
    assert queries.in_force(date.max) is None


def test_every_version_stands_somewhere_on_a_day(publish: Publish, begin: Begin) -> None:
    for day in (TODAY, TODAY + timedelta(1), NEXT_YEAR, NEXT_YEAR):
        publish(day)
    begin()
    here = [row.standing for row in queries.listed(TODAY)]
    then = [row.standing for row in queries.listed(NEXT_YEAR)]
    assert here == [Standing.DRAFT, Standing.COMING, Standing.FORMER, Standing.COMING, Standing.CURRENT]
    assert then == [Standing.DRAFT, Standing.CURRENT, Standing.FORMER, Standing.FORMER, Standing.FORMER]


def test_the_list_counts_receipts_of_those_employed(publish: Publish, anna: Employee, bo: Employee, hire: Any) -> None:
    version = publish()
    gone = hire("Gitte")
    for person in (anna, gone):
        actions.confirm(version=version.pk, employee=person.pk, today=TODAY, now=NOW)
    gone.employments.update(ends=TODAY)
    row = queries.listed(TODAY)[0]
    assert (row.given, row.missing) == (1, 2)


@pytest.mark.parametrize("versions", [1, 3])
def test_the_list_costs_two_queries(versions: int, publish: Publish, django_assert_num_queries: Any) -> None:
    for _ in range(versions):
        publish()
    with django_assert_num_queries(2):
        assert len(queries.listed(TODAY)) == versions


def test_the_addendum_repeats_the_clauses_marked_for_it_in_order(publish: Publish) -> None:
    version = publish()
    assert [clause.key for clause in queries.clauses_for_addendum(version)] == [
        clause.key for clause in queries.clauses_of(version) if clause.in_addendum
    ]
    assert queries.clauses_for_addendum(version)[0].key == "pattern"
