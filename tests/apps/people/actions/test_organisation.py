"""Departments, teams and sites."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hjemmedag.apps.people import actions, models, queries
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import HIRED, NOW, TODAY

MARCH = date(2027, 3, 1)
DAY = timedelta(days=1)


def layout(on: date) -> dict[str, list[tuple[str, int]]]:
    return {
        unit.department.name if unit.department else "": [(team.name, number) for team, number in unit.teams]
        for unit in queries.units(on)
    }


def test_a_team_moves_to_another_department_on_a_day(anna: models.Employee) -> None:
    actions.place_team(
        team=models.Team.objects.get(name="Platform").pk,
        department=models.Department.objects.get(name="HR"),
        on=MARCH,
        actor=anna.pk,
        now=NOW,
    )
    assert layout(MARCH - DAY) == {"HR": [("HR", 0)], "Udvikling": [("Platform", 2)]}
    assert layout(MARCH) == {"HR": [("HR", 0), ("Platform", 2)], "Udvikling": []}


def test_a_new_team_stands_nowhere_before_its_first_day(company: models.Company) -> None:
    unit = actions.add_department(name="Ærespost", actor=None, now=NOW)
    actions.add_team(name="Nyt", department=unit, starts=MARCH, actor=None, now=NOW)
    assert list(layout(MARCH)) == ["HR", "Udvikling", "Ærespost"]
    assert layout(MARCH)["Ærespost"] == [("Nyt", 0)]
    assert layout(TODAY)[""] == [("Nyt", 0)]


def test_a_new_name_stands_on_every_date(company: models.Company) -> None:
    team = models.Team.objects.get(name="Platform")
    unit = models.Department.objects.get(name="Udvikling")
    actions.rename_team(team=team.pk, name="Drift", actor=1, now=NOW)
    actions.rename_department(department=unit.pk, name="Teknik", actor=1, now=NOW)
    assert layout(HIRED) == {"HR": [("HR", 0)], "Teknik": [("Drift", 0)]}


def test_two_departments_never_have_the_same_name(company: models.Company) -> None:
    with pytest.raises(Refused, match="hedder udvikling"):
        actions.add_department(name="udvikling", actor=None, now=NOW)
    unit = models.Department.objects.get(name="Udvikling")
    actions.rename_department(department=unit.pk, name="UDVIKLING", actor=1, now=NOW)
    assert layout(TODAY) == {"HR": [("HR", 0)], "UDVIKLING": [("Platform", 0)]}


def test_whoever_saves_a_site_second_is_told(company: models.Company) -> None:
    site = models.Site.objects.get()
    seen = {"site": site.pk, "revision": site.revision, "actor": 1, "now": NOW}
    actions.change_site(**seen, name="Aarhus C", address="Åvej 1", desks=[1, 2, 3, 4, 0])
    with pytest.raises(Stale):
        actions.change_site(**seen, name="Aarhus N", address="", desks=[])
    site.refresh_from_db()
    assert (site.name, site.desks, site.revision) == ("Aarhus C", [1, 2, 3, 4, 0], 2)


def test_two_sites_never_have_the_same_name(company: models.Company) -> None:
    with pytest.raises(Refused, match="AARHUS"):
        actions.add_site(name="AARHUS", actor=None, now=NOW)
