"""The company is founded once, and its settings are changed by one at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import actions, models, queries
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

HR = actions.Identity(number=None, first_name="Dorte", last_name="Dahl", email="dorte@proeve.example")
SETTINGS = actions.Settings(
    name="Prøvefirmaet",
    sector="state",
    expected_size=12,
    language="en",
    messages_from=time(9),
    messages_until=time(15),
    union_contact="HK, 70 11 45 45",
    features=["planner"],
)


def found(size: int) -> models.Employee:
    return actions.found_company(
        name="Prøvefirmaet",
        cvr="12345678",
        sector="private",
        size=size,
        language="da",
        hr=HR,
        now=NOW,
        today=TODAY,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("size", "features"), [(34, ["calendars"]), (35, ["planner", "pilots", "parity", "calendars"])]
)
def test_a_small_company_begins_with_little_switched_on(size: int, features: list[str]) -> None:
    person = found(size)
    company = models.Company.objects.get()
    assert (company.name, company.expected_size, company.features) == ("Prøvefirmaet", size, features)
    assert models.LegalEntity.objects.get().cvr == "12345678"
    assert queries.viewer(person, TODAY).everywhere(Role.HR)
    assert list(audit.changed_rows()) == []


@pytest.mark.django_db
def test_founding_it_twice_changes_nothing() -> None:
    found(34)
    with pytest.raises(Refused, match="allerede en virksomhed"):
        found(60)
    assert (models.Company.objects.get().expected_size, models.Employee.objects.count()) == (34, 1)


def test_whoever_saves_second_is_told_and_nothing_is_lost(company: models.Company) -> None:
    actions.change_company(settings=SETTINGS, revision=1, actor=1, now=NOW)
    with pytest.raises(Stale):
        actions.change_company(settings=replace(SETTINGS, name="Andet"), revision=1, actor=1, now=NOW)
    company.refresh_from_db()
    assert (company.name, company.sector, company.revision) == ("Prøvefirmaet", "state", 2)
    assert queries.contacts(company).union == "HK, 70 11 45 45"


def test_messages_that_stop_before_they_begin_are_refused(company: models.Company) -> None:
    with pytest.raises(Refused, match="slutte senere"):
        actions.change_company(settings=replace(SETTINGS, messages_until=time(9)), revision=1, actor=1, now=NOW)
