"""What suits which job, and the criteria, in a demo company of forty: analysed, changed, replaced, told in figures."""

from datetime import date

import pytest

from hjemmedag.apps.overview.queries import answers
from hjemmedag.apps.policy import queries
from hjemmedag.core.people.roles import Role, Viewer

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_job_functions_suit_the_home_differently_and_one_waits_for_its_analysis(built: None) -> None:
    found = {one.function.name: one.suitability.days if one.suitability else None for one in queries.analysed(TODAY)}
    assert found == {
        "Bogholder": 4,
        "Driftstekniker": None,
        "Kundekonsulent": 4,
        "Lagermedarbejder": 0,
        "Sælger": 3,
        "Udvikler": 4,
    }


def test_an_analysis_was_changed_and_its_first_one_stays(built: None) -> None:
    changed = next(one for one in queries.analysed(TODAY) if one.function.name == "Kundekonsulent")
    assert [row.number for row in queries.analyses(changed.function.pk)] == [2, 1]


def test_the_criteria_were_replaced_and_seniority_went(built: None) -> None:
    keys = [[each.key for each in queries.criteria_of(one)] for one in queries.criteria_sets()]
    assert keys == [["suitability", "policy_read", "office_days"], ["suitability", "policy_read", "seniority"]]


def test_answers_are_told_in_figures(built: None) -> None:
    hr = Viewer(employee=0, roles=frozenset({Role.HR}), units={Role.HR: None})
    assert answers.years(TODAY)[0] == TODAY.year
    assert sum(one.people for one in answers.answers(hr, TODAY.year, TODAY)) >= 10
