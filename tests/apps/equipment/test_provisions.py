"""What the company provides and what the employee does, on the page of one's own equipment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from hjemmedag.apps.equipment import queries
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy.models import PolicyVersion, Provision
from hjemmedag.core.policy.provisions import Provider
from tests.conftest import NOW, TODAY

DAY = timedelta(days=1)


def provided(version: PolicyVersion, by: str) -> None:
    Provision.objects.create(
        version=version,
        key="energy",
        position=1,
        item_da="Energi",
        item_en="Energy",
        provider=by,
        ownership="none",
    )


def test_it_is_that_of_the_policy_in_force_before_there_is_an_arrangement(
    policy: PolicyVersion, anna: Employee, as_: Callable[[Employee], Client]
) -> None:
    assert queries.provisions_for(anna.pk, TODAY) == {}
    provided(policy, "employee")
    assert [row.key for row in queries.provisions_for(anna.pk, TODAY)[Provider.EMPLOYEE]] == ["energy"]
    page = as_(anna).get("/udstyr/").text
    assert ("Du sørger selv for" in page, "Energi" in page) == (True, True)


def test_a_later_policy_does_not_change_what_someone_has_signed(
    policy: PolicyVersion,
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    carl: Employee,
    offer: Callable[..., object],
    sign: Callable[..., None],
) -> None:
    from hjemmedag.apps.agreements import actions as agreements

    provided(policy, "employee")
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    agreements.start(arrangement=arrangement.pk, on=TODAY, now=NOW, actor=None)  # type: ignore[attr-defined]
    later = PolicyVersion.objects.create(
        number=2, effective_from=TODAY, published_at=NOW, published_by=dorte, created_at=NOW
    )
    provided(later, "employer")
    assert list(queries.provisions_for(anna.pk, TODAY + DAY)) == [Provider.EMPLOYEE]
    assert list(queries.provisions_for(carl.pk, TODAY + DAY)) == [Provider.EMPLOYER]
