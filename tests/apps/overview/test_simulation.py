"""Another policy tried on the whole company: what comes out, who may, what is refused, and that nothing is kept."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.audit.models import Entry
from hjemmedag.apps.equipment import actions as equipment
from hjemmedag.apps.overview.queries.simulation import WHICH, Simulation, simulation, standing
from hjemmedag.apps.people.models import Company, Employee
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.overview.home_days import DayRule, Days
from hjemmedag.core.overview.simulation import Change
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.core.policy.needs import Task
from tests.conftest import NOW, TODAY

As = Callable[[Employee], Client]
PAGE = "/konsekvenser/"
MORE = Change(DayRule(Days.MORE, 1))


@pytest.fixture
def at_home(bo: Employee, wish: Wish, offer: Callable[..., Any], sign: Callable[..., None]) -> Callable[..., Pattern]:
    """`at_home(anna, {0, 4})` puts Anna's arrangement in force today."""

    def at_home(person: Employee, days: set[int]) -> Pattern:
        pattern = replace(wish.pattern, home_days=frozenset(days))
        arrangement = offer(person, by=bo, first=TODAY, pattern=pattern)
        sign(arrangement)
        agreements.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
        return pattern

    return at_home


@pytest.fixture
def developers(dorte: Employee) -> JobFunction:
    """The job function of Anna's title: two days a week suit it, by a criterion that is required."""
    who: dict[str, Any] = {"actor": dorte.pk, "now": NOW}
    function = actions.add_function(name="Udvikler", **who)
    tasks = [Task("Kode", 40, pc=True), Task("Møder", 60, presence=True)]
    actions.analyse(function=function.pk, was=0, tasks=tasks, windows=[], starts=TODAY, why="Prøve", today=TODAY, **who)
    criteria = [Criterion("suitability"), Criterion("office_days", threshold=1)]
    actions.choose_criteria(was=0, criteria=criteria, starts=TODAY, why="Prøve", today=TODAY, **who)
    return function


def tried(change: Change, flat: Decimal | None = None) -> Simulation:
    return simulation(change, flat, standing(TODAY), TODAY)


def listed(found: Simulation) -> dict[str, list[int]]:
    lists = {key: [one.person.pk for one in found.among(key)] for key in WHICH}
    return {key: people for key, people in lists.items() if people}


def test_three_days_instead_of_two_for_anna(
    anna: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    at_home(anna, {0, 4})
    found = tried(MORE)
    assert listed(found) == {"screen": [anna.pk], "lost": [anna.pk], "equipment": [anna.pk]}
    assert found.weekdays == [(1, 1, 0), (0, 0, 0), (0, 0, 0), (0, 1, 1), (1, 1, 0)]


def test_the_rule_and_the_weeks_are_those_of_the_home_workplace(
    anna: Employee, at_home: Callable[..., Pattern]
) -> None:
    from hjemmedag.apps.workplaces import queries as workplaces

    at_home(anna, {0, 3, 4})
    [mine] = [one for one in tried(MORE).seen if one.person.pk == anna.pk]
    known = workplaces.screens([anna.pk], TODAY)[anna.pk]
    assert (mine.before.covered, mine.before.screen) == (known.covered, known.answer.because)


def test_the_criteria_before_are_those_that_the_wish_was_read_with(
    anna: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    from hjemmedag.apps.overview.queries.criteria import of_wish

    pattern = at_home(anna, {0, 3, 4})
    [mine] = [one for one in tried(MORE).seen if one.person.pk == anna.pk]
    explained = of_wish(anna.pk, pattern, TODAY)
    assert explained is not None
    assert mine.before.fit.failing == tuple(explained.result.failing)


def test_a_job_function_out_and_in_again(
    anna: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    at_home(anna, {0, 3, 4})
    out = tried(Change(out=frozenset({developers.pk})))
    assert listed(out) == {"below": [anna.pk]}
    assert [one.after.days for one in out.seen if one.person.pk == anna.pk] == [0]
    assert listed(tried(Change(let_in=frozenset({developers.pk})))) == {"gained": [anna.pk]}


def test_a_public_workplace_keeps_a_day_in_the_office(
    anna: Employee, company: Company, at_home: Callable[..., Pattern]
) -> None:
    at_home(anna, {0, 1, 3, 4})
    assert "conflicts" not in listed(tried(MORE))
    Company.objects.update(sector="state")
    assert listed(tried(MORE))["conflicts"] == [anna.pk]


def test_the_package_costs_what_is_known_and_names_what_is_not(
    anna: Employee, dorte: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    who: dict[str, Any] = {"actor": dorte.pk, "now": NOW}
    price = Decimal("2199.50")
    screen = equipment.add_kind(kind=equipment.KindFacts(name="Skærm", benefit="computer", price=price), **who)
    chair = equipment.add_kind(kind=equipment.KindFacts(name="Stol", benefit="furniture"), **who)
    from hjemmedag.apps.equipment.queries import digest

    equipment.set_package(
        function=developers.pk, counts={screen.pk: 2, chair.pk: 1}, starts=TODAY, seen=digest([]), **who
    )
    at_home(anna, {0, 4})
    cost = tried(MORE).cost
    assert (cost.people, cost.known, [one.priced.name for one in cost.unpriced]) == (1, 2 * price, ["Stol"])
    assert tried(MORE, Decimal(4000)).cost.known == 4000


def test_ten_people_and_a_hundred_take_as_many_queries(
    hire: Callable[..., Employee], bo: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    asked = []
    for number in (10, 90):
        for place in range(number):
            person = hire(f"Ny{Employee.objects.count()}", title="Udvikler", manager=bo)
            if place % 40 == 0:
                at_home(person, {0, 4})
        with CaptureQueriesContext(connection) as captured:
            found = tried(Change(let_in=frozenset({developers.pk}), newcomers=3))
            assert (len(found.seen), found.cost.without) == (len(found.known), len(found.among("equipment")))
        asked.append(len(captured))
    assert asked[0] == asked[1]


def test_the_page_names_people_and_leads_to_them(
    as_: As, anna: Employee, dorte: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    at_home(anna, {0, 4})
    page = as_(dorte).get(PAGE, {"days": "more", "number": "1", "liste": "lost"})
    assert [(row.pk, row.before, row.after) for row in page.context["rows"]] == [(anna.pk, "2", "3")]
    assert f'href="/mennesker/{anna.pk}/"' in page.text
    assert "passer til højst 2 dage hjemme om ugen" in page.text


def test_the_first_list_with_anyone_on_it_is_shown_and_an_unknown_one_is_not_asked_for(
    as_: As, anna: Employee, dorte: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    at_home(anna, {0, 3, 4})
    client = as_(dorte)
    for said in ({}, {"liste": "health"}):
        page = client.get(PAGE, {f"job_{developers.pk}": "out", **said})
        assert (str(page.context["list_name"]), page.context["rows"][0].why) == (
            "Skærmreglerne holder op med at gælde hjemme",
            "Ingen aftalte hjemmedage.",
        )


def test_looking_keeps_nothing(as_: As, anna: Employee, dorte: Employee, at_home: Callable[..., Pattern]) -> None:
    at_home(anna, {0, 4})
    before, client = Entry.objects.count(), as_(dorte)
    with CaptureQueriesContext(connection) as asked:
        for ending in ("", "xlsx", "pdf"):
            client.get(PAGE, {"days": "more", "number": "1", "format": ending})
    written = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert (written, Entry.objects.count()) == ([], before)


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"days": "more"}, "number", "Skriv hvor mange dage."),
        ({"number": "2"}, "days", "Vælg, hvad der skal ske med dagene."),
        ({"days": "more", "number": "6"}, "number", None),
        ({"share": "101"}, "share", None),
        ({"flat": "-1"}, "flat", None),
        ({"krav_office_days": "9"}, "krav_office_days", None),
        (
            {"newcomers": "2"},
            "newcomers",
            "Luk en jobfunktion ind, eller ret et kriterium. Ellers kommer ingen nye ind.",
        ),
        ({"days": "sideways", "number": "1"}, "days", None),
    ],
)
def test_numbers_that_make_no_sense_are_named(
    as_: As, dorte: Employee, developers: JobFunction, asked: dict[str, str], field: str, said: str | None
) -> None:
    page = as_(dorte).get(PAGE, asked)
    errors = page.context["form"].errors
    assert (page.status_code, list(errors), "found" in page.context) == (200, [field], False)
    assert said is None or errors[field] == [said]


def test_a_change_of_nothing_says_so(as_: As, dorte: Employee, developers: JobFunction) -> None:
    client = as_(dorte)
    for asked in ({"days": "same"}, {"krav_office_days": "1"}, {"share": "100"}, {"days": "more", "number": "0"}):
        page = client.get(PAGE, asked)
        assert (page.context.get("nothing"), "found" in page.context) == (True, False)


def test_a_value_that_shuts_everyone_out_says_so(
    as_: As, anna: Employee, dorte: Employee, at_home: Callable[..., Pattern]
) -> None:
    hours = [Criterion("hours", threshold=15, reason="Prøve")]
    actions.choose_criteria(was=0, criteria=hours, starts=TODAY, why="Prøve", actor=dorte.pk, today=TODAY, now=NOW)
    at_home(anna, {0})
    client = as_(dorte)
    assert client.get(PAGE, {"krav_hours": "37"}).context["warnings"] == []
    from hjemmedag.apps.people.models import EmploymentTerms

    EmploymentTerms.objects.update(weekly_hours=20)
    assert client.get(PAGE, {"krav_hours": "37"}).context["warnings"] == [
        "“Mindste ugentlige arbejdstid” ville ikke være opfyldt for nogen."
    ]
    assert client.get(PAGE, {"share": "0"}).context["warnings"] == ["Ingen ville have en dag hjemme."]


def test_the_workbook_has_every_list_and_what_is_not_known(
    as_: As, anna: Employee, dorte: Employee, developers: JobFunction, at_home: Callable[..., Pattern]
) -> None:
    at_home(anna, {0, 4})
    answer = as_(dorte).get(PAGE, {"days": "more", "number": "1", "format": "xlsx"})
    book = load_workbook(io.BytesIO(answer.content))
    assert len(book.sheetnames) == 3 + len(WHICH)
    people = list(book.worksheets[3].values)
    assert [row[:4] for row in people[1:]] == [("Anna Test", "Udvikling · Platform", "2", "3")]
    assert [row[1:] for row in book.worksheets[1].values][1:] == [
        (1, 1, 0), (0, 0, 0), (0, 0, 0), (0, 1, 1), (1, 1, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_paper_is_a_pdf_that_can_be_read_aloud(
    as_: As, anna: Employee, dorte: Employee, at_home: Callable[..., Pattern], language: str
) -> None:
    at_home(anna, {0, 4})
    Employee.objects.filter(pk=dorte.pk).update(language=language)
    answer = as_(dorte).get(PAGE, {"days": "more", "number": "1", "format": "pdf"})
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert b"pdfuaid" in answer.content


def test_another_file_is_refused(as_: As, dorte: Employee) -> None:
    assert as_(dorte).get(PAGE, {"days": "more", "number": "1", "format": "doc"}).status_code == 400


def test_the_draft_of_the_policy_leads_to_it_with_its_share(as_: As, dorte: Employee) -> None:
    from hjemmedag.apps.policy.models import PolicyVersion

    PolicyVersion.objects.create(created_at=NOW, terms={"home_share": 40})
    assert f'href="{PAGE}?share=40"' in as_(dorte).get("/politik/kladde/").text
