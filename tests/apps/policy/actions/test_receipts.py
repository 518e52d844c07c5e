"""“I have read it.”"""

from __future__ import annotations

from datetime import timedelta

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Clause, Provision, Receipt
from hjemmedag.core.refusals import Refused
from tests.apps.policy.conftest import Begin, Publish
from tests.conftest import NOW, TODAY


def test_a_receipt_says_who_and_when(publish: Publish, anna: Employee) -> None:
    version = publish()
    actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert [(one.version, one.employee, one.at) for one in Receipt.objects.all()] == [(version, anna, NOW)]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_a_second_confirmation_is_the_same_receipt(publish: Publish, anna: Employee) -> None:
    version = publish()
    first = actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)
    again = actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW + timedelta(hours=1))
    assert (again, again.at) == (first, NOW)
    assert audit.history(kind="policy.Receipt", subject=first.pk).count() == 1


def test_a_coming_version_can_be_confirmed_before_its_day(publish: Publish, anna: Employee) -> None:
    coming = publish(TODAY + timedelta(10))
    actions.confirm(version=coming.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert queries.receipt(coming, anna.pk) == Receipt.objects.get()


def test_a_version_that_no_longer_holds_is_not_confirmed(publish: Publish, anna: Employee) -> None:
    former = publish()
    publish()
    with pytest.raises(Refused):
        actions.confirm(version=former.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert list(Receipt.objects.all()) == []


def test_someone_who_has_left_gives_no_receipt(publish: Publish, anna: Employee) -> None:
    version = publish()
    anna.employments.update(ends=TODAY)
    with pytest.raises(Refused):
        actions.confirm(version=version.pk, employee=anna.pk, today=TODAY, now=NOW)


def test_who_has_confirmed_before_confirms_only_what_has_changed(
    publish: Publish, begin: Begin, anna: Employee, dorte: Employee
) -> None:
    first = publish()
    actions.confirm(version=first.pk, employee=anna.pk, today=TODAY, now=NOW)
    draft = begin()
    draft = actions.set_terms(
        terms=draft.terms | {"rest_hours": 12}, version=draft.pk, revision=1, actor=dorte.pk, now=NOW
    )
    actions.remove_clause(key="tax", version=draft.pk, revision=2, actor=dorte.pk, now=NOW)
    asked = {"effective_from": TODAY, "unheard": "Small changes.", "actor": dorte.pk, "today": TODAY, "now": NOW}
    second = actions.publish(version=draft.pk, revision=3, **asked)
    receipt = actions.confirm(version=second.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert (receipt.since, receipt.clauses) == (first, ["breaks_and_rest", "tax"])
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_a_changed_row_of_who_provides_what_is_confirmed_too(publish: Publish, anna: Employee) -> None:
    actions.confirm(version=publish().pk, employee=anna.pk, today=TODAY, now=NOW)
    second = publish()
    Provision.objects.filter(version=second, key="internet").update(provider="shared")
    receipt = actions.confirm(version=second.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert (receipt.clauses, receipt.provisions) == ([], ["internet"])


def test_a_first_receipt_is_for_the_whole_version(publish: Publish, anna: Employee, bo: Employee) -> None:
    first = publish()
    actions.confirm(version=first.pk, employee=bo.pk, today=TODAY, now=NOW)
    second = publish()
    receipt = actions.confirm(version=second.pk, employee=anna.pk, today=TODAY, now=NOW)
    assert (receipt.since, receipt.clauses) == (None, [])


def test_changes_are_counted_from_the_version_last_confirmed(publish: Publish, anna: Employee) -> None:
    first = publish()
    actions.confirm(version=first.pk, employee=anna.pk, today=TODAY, now=NOW)
    for words in ("Middle", "Last"):
        Clause.objects.filter(version=publish(), key="equality").update(text_en=words)
    last = queries.in_force(TODAY)
    unread = queries.unread(last, anna.pk)
    assert (unread.since.version, [row.clause.key for row in unread.rows]) == (first, ["equality"])
