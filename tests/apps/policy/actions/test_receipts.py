"""“I have read it.”"""

from __future__ import annotations

from datetime import timedelta

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Receipt
from hjemmedag.core.refusals import Refused
from tests.apps.policy.conftest import Publish
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
