"""Who provides what: its words, and what a draft lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hjemmedag.core.law import Text
from hjemmedag.core.policy.provisions import Ownership, Provider, Provision, interval, lacks
from hjemmedag.core.policy.versions import Change, compare

CHAIR = Provision(
    "chair",
    Text(da="Kontorstol", en="Office chair"),
    Provider.SHARED,
    Ownership.EMPLOYER,
    24,
    Text(da="Din egen kan bruges.", en="Your own will do."),
    rule="workplaces.screen_requirements",
    demanded=True,
)
ENERGY = Provision("energy", Text(da="Energi", en="Energy"), Provider.EMPLOYEE, Ownership.NONE)


@pytest.mark.parametrize(
    ("months", "da", "en"),
    [
        (None, "efter behov", "as needed"),
        (1, "hver måned", "every month"),
        (6, "hver 6. måned", "every 6 months"),
        (12, "hvert år", "every year"),
        (36, "hvert 3. år", "every 3 years"),
    ],
)
def test_how_often_is_said_in_words(months: int | None, da: str, en: str) -> None:
    assert interval(months) == Text(da=da, en=en)


def test_a_row_reads_as_a_clause_with_a_line_for_each_column() -> None:
    assert CHAIR.as_clause().text.en == (
        "Provided by: Both\nOwned by: The employer\nRenewed or serviced: every 2 years\nNote: Your own will do."
    )
    assert ENERGY.as_clause().text.da == (
        "Leveres af: Medarbejderen\nEjes af: Ikke relevant\nFornyes eller efterses: efter behov"
    )


def test_two_versions_differ_by_what_stands_in_a_row() -> None:
    other = replace(CHAIR, provider=Provider.EMPLOYER)
    rows = compare([CHAIR.as_clause(), ENERGY.as_clause()], [other.as_clause(), ENERGY.as_clause()])
    assert [row.change for row in rows] == [Change.CHANGED, Change.SAME]


def test_nothing_is_lacking_where_everything_demanded_stands() -> None:
    assert lacks([CHAIR, ENERGY], [CHAIR]) == []


def test_without_rows_a_policy_is_not_published() -> None:
    assert [lack.said.en for lack in lacks([], [CHAIR])] == ["It does not say who provides what."]


def test_what_is_demanded_stands_in_every_policy() -> None:
    [lack] = lacks([ENERGY], [CHAIR])
    assert (lack.clause, lack.rule, lack.about_provisions) == ("chair", "workplaces.screen_requirements", True)
    assert lack.said.da == "“Kontorstol” mangler i oversigten over, hvem der leverer hvad."


@pytest.mark.parametrize(("provider", "count"), [("employer", 0), ("shared", 0), ("employee", 1), ("nobody", 1)])
def test_what_law_puts_on_the_employer_is_not_left_to_the_employee(provider: str, count: int) -> None:
    row = replace(CHAIR, provider=Provider(provider))
    found = lacks([row], [CHAIR])
    assert [lack.rule for lack in found] == ["workplaces.screen_requirements"] * count


@pytest.mark.parametrize(("provider", "count"), [("employer", 0), ("shared", 1)])
def test_what_both_provide_is_not_the_employees_own_alone(provider: str, count: int) -> None:
    row = replace(CHAIR, provider=Provider(provider), ownership=Ownership.EMPLOYEE)
    assert len(lacks([row], [])) == count


def test_what_law_is_silent_on_anyone_may_provide() -> None:
    assert lacks([replace(ENERGY, provider=provider) for provider in Provider], []) == []


@pytest.mark.parametrize(
    "row",
    [
        replace(ENERGY, item=Text(da="Energi", en="")),
        replace(ENERGY, note=Text(da="Du betaler selv.", en="")),
    ],
)
def test_a_name_or_a_note_in_one_language_only_is_named(row: Provision) -> None:
    assert [lack.said.en for lack in lacks([row], [])] == [f"“{row.name.en}” lacks a name or a note in English."]
