"""A name of an agreement that nobody knows the meaning of is a duty for HR."""

from __future__ import annotations

from collections.abc import Callable

from hjemmedag.apps.people import duties, models
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role
from tests.conftest import TODAY


def due(owner: models.Employee | None = None) -> list[Duty]:
    return list(duties.due(Scope(owner.pk if owner else None), TODAY))


def test_each_in_hr_is_asked_until_one_has_answered(
    dorte: models.Employee, carl: models.Employee, anna: models.Employee
) -> None:
    models.RoleGrant.objects.create(employee=carl, role=Role.HR, starts=TODAY)
    profile = models.AgreementProfile.objects.create(name="HK Privat")
    assert [(duty.owner, duty.subject, duty.rule) for duty in due()] == [
        (dorte.pk, profile.pk, "worktime.agreement_cover"),
        (carl.pk, profile.pk, "worktime.agreement_cover"),
    ]
    assert [duty.owner for duty in due(carl)] == [carl.pk]
    assert due(anna) == []
    models.AgreementProfile.objects.update(confirmed_at="2026-11-23T10:00Z", confirmed_by=dorte.pk)
    assert due() == []


def test_hr_for_a_unit_is_not_asked(dorte: models.Employee, carl: models.Employee) -> None:
    unit = models.Department.objects.get(name="HR")
    models.RoleGrant.objects.create(employee=carl, role=Role.HR, department=unit, starts=TODAY)
    models.AgreementProfile.objects.create(name="HK Privat")
    assert [duty.owner for duty in due()] == [dorte.pk]


def test_any_number_of_agreements_costs_two_queries(
    dorte: models.Employee, django_assert_num_queries: Callable[..., object]
) -> None:
    for name in ("HK Privat", "Industrien", "Prosa"):
        models.AgreementProfile.objects.create(name=name)
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert len(due()) == 3
