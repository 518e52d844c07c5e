"""Legal entities, and what a merger leaves as it was."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import actions, models, queries
from hjemmedag.core.refusals import Refused
from tests.conftest import HIRED, NOW, TODAY

DAY = timedelta(days=1)
JANUARY, MARCH, JUNE = date(2027, 1, 1), date(2027, 3, 1), date(2027, 6, 1)


@pytest.fixture
def taking(company: models.Company) -> models.LegalEntity:
    return models.LegalEntity.objects.create(name="Moderen A/S", cvr="87654321", starts=HIRED)


def merge(into: models.LegalEntity, on: date = MARCH, actor: int = 1) -> int:
    leaving = models.LegalEntity.objects.get(name="Prøvefirmaet A/S")
    return actions.merge_entities(entity=leaving.pk, into=into.pk, on=on, actor=actor, now=NOW)


def employments(person: models.Employee) -> list[tuple[str, date, date | None, date | None]]:
    rows = person.employments.select_related("legal_entity").order_by("starts")
    return [(row.legal_entity.name, row.starts, row.ends, row.seniority_from) for row in rows]


def test_a_merger_is_a_date_and_seniority_goes_along(
    anna: models.Employee, bo: models.Employee, taking: models.LegalEntity
) -> None:
    assert merge(taking) == 2
    assert employments(anna) == [
        ("Prøvefirmaet A/S", HIRED, MARCH, None),
        ("Moderen A/S", MARCH, None, HIRED),
    ]
    assert [queries.employed_from(anna.pk, day) for day in (MARCH - DAY, MARCH)] == [HIRED, HIRED]
    left = models.LegalEntity.objects.get(name="Prøvefirmaet A/S")
    assert (left.ends, left.merged_into) == (MARCH, taking)
    assert list(audit.changed_rows()) == []


def test_terms_that_hold_and_terms_already_planned_go_along(anna: models.Employee, taking: models.LegalEntity) -> None:
    actions.change_terms(
        employment=anna.employments.get().pk,
        on=JUNE,
        conditions=actions.Conditions(title="Arkitekt", weekly_hours=Decimal(30)),
        actor=anna.pk,
        now=NOW,
    )
    merge(taking)
    rows = models.EmploymentTerms.objects.filter(employment__employee=anna).order_by("starts")
    assert [(row.employment.legal_entity.name, row.title, row.starts, row.ends) for row in rows] == [
        ("Prøvefirmaet A/S", "Udvikler", HIRED, MARCH),
        ("Moderen A/S", "Udvikler", MARCH, JUNE),
        ("Moderen A/S", "Arkitekt", JUNE, None),
    ]


def test_a_second_merger_keeps_the_first_seniority(anna: models.Employee, taking: models.LegalEntity) -> None:
    merge(taking, on=JANUARY)
    last = models.LegalEntity.objects.create(name="Koncernen A/S", cvr="11223344", starts=HIRED)
    actions.merge_entities(entity=taking.pk, into=last.pk, on=MARCH, actor=anna.pk, now=NOW)
    assert employments(anna)[-1] == ("Koncernen A/S", MARCH, None, HIRED)
    assert queries.employed_from(anna.pk, MARCH) == HIRED


def test_those_who_left_before_stay_where_they_were_and_newcomers_begin_in_the_other(
    anna: models.Employee, bo: models.Employee, taking: models.LegalEntity
) -> None:
    models.Employment.objects.filter(employee=anna).update(ends=JANUARY)
    models.Employment.objects.filter(employee=bo).update(starts=JUNE)
    assert merge(taking) == 1
    assert employments(anna) == [("Prøvefirmaet A/S", HIRED, JANUARY, None)]
    assert employments(bo) == [("Moderen A/S", JUNE, None, None)]


def test_someone_who_begins_in_the_other_that_very_day_is_named(
    anna: models.Employee, taking: models.LegalEntity
) -> None:
    models.Employment.objects.create(employee=anna, legal_entity=taking, starts=MARCH)
    with pytest.raises(Refused, match="Anna Test begynder i Moderen A/S"):
        merge(taking)


@pytest.mark.parametrize("on", [HIRED - DAY, HIRED])
def test_a_merger_before_either_was_an_employer_is_refused(on: date, taking: models.LegalEntity) -> None:
    with pytest.raises(Refused, match="ikke arbejdsgiver"):
        merge(taking, on=on)


def test_an_entity_merged_already_cannot_be_merged_again(anna: models.Employee, taking: models.LegalEntity) -> None:
    merge(taking)
    with pytest.raises(Refused, match="Prøvefirmaet A/S er ikke arbejdsgiver"):
        merge(taking, on=JUNE)


def test_an_entity_is_not_merged_into_itself(company: models.Company) -> None:
    with pytest.raises(Refused, match="sig selv"):
        merge(models.LegalEntity.objects.get())


def test_a_cvr_number_belongs_to_one_entity(company: models.Company, taking: models.LegalEntity) -> None:
    with pytest.raises(Refused, match="Prøvefirmaet A/S har allerede CVR 12345678"):
        actions.correct_entity(entity=taking.pk, name="Moderen A/S", cvr="12345678", actor=1, now=NOW)
    with pytest.raises(Refused, match="Moderen A/S har allerede CVR 87654321"):
        actions.add_entity(name="Ny ApS", cvr="87654321", starts=TODAY, actor=1, now=NOW)
    actions.correct_entity(entity=taking.pk, name="Moderen ApS", cvr="87654321", actor=1, now=NOW)
    taking.refresh_from_db()
    assert str(taking) == "Moderen ApS (CVR 87654321)"
