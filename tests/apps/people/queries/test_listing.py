"""The list of people: searched, narrowed, ordered, on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from hjemmedag.apps.people import models, queries
from hjemmedag.apps.people.queries import Order, Status, Wanted
from hjemmedag.core.people.roles import Role
from tests.conftest import HIRED, TODAY

MARCH = date(2027, 3, 1)
DAY = timedelta(days=1)


def listed(on: date = TODAY, **wanted: object) -> list[str]:
    people = queries.people_list(models.Employee.objects.all(), Wanted(**wanted), on)  # type: ignore[arg-type]
    return [person.first_name for person in people]


@pytest.fixture
def people(
    anna: models.Employee, bo: models.Employee, carl: models.Employee, dorte: models.Employee
) -> dict[str, models.Employee]:
    return {"anna": anna, "bo": bo, "carl": carl, "dorte": dorte}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        *(("ANNA", ["Anna"]), ("test anna", ["Anna"]), ("0001", ["Bo"]), ("carl@proeve", ["Carl"])),
        *(("anna bo", []), ("%", [])),
    ],
)
def test_every_word_is_found_in_name_number_or_address(
    words: str, found: list[str], people: dict[str, models.Employee]
) -> None:
    assert listed(words=words) == found


def test_danish_letters_are_found_whatever_their_case(people: dict[str, models.Employee]) -> None:
    people["anna"].last_name = "Ægidius Ørum Åberg"
    people["anna"].save()
    assert listed(words="ÆGIDIUS øRUM åberg") == ["Anna"]


def test_people_stand_in_danish_order(people: dict[str, models.Employee]) -> None:
    for name, last in {"anna": "Åberg", "bo": "Ørum", "carl": "Ærø", "dorte": "Zeuthen"}.items():
        people[name].last_name = last
        people[name].save()
    assert listed() == ["Dorte", "Carl", "Bo", "Anna"]
    assert listed(backwards=True) == ["Anna", "Bo", "Carl", "Dorte"]


def test_the_list_is_narrowed_by_unit_team_site_and_role(people: dict[str, models.Employee]) -> None:
    platform = models.Team.objects.get(name="Platform")
    unit = models.Department.objects.get(name="HR")
    site = models.Site.objects.create(name="Odense")
    models.EmploymentTerms.objects.filter(employment__employee=people["bo"]).update(site=site)
    assert listed(team=platform.pk) == ["Anna", "Bo"]
    assert listed(department=unit.pk) == ["Carl", "Dorte"]
    assert listed(site=site.pk) == ["Bo"]
    assert listed(role=Role.HR) == ["Dorte"]
    assert listed(team=platform.pk, site=site.pk, words="carl") == []


def test_a_list_is_as_of_its_day(people: dict[str, models.Employee]) -> None:
    models.Employment.objects.filter(employee=people["carl"]).update(ends=MARCH)
    models.Employment.objects.filter(employee=people["anna"]).update(starts=MARCH)
    assert listed(MARCH - DAY) == ["Bo", "Carl", "Dorte"]
    assert listed(MARCH) == ["Anna", "Bo", "Dorte"]
    assert listed(MARCH - DAY, status=Status.ENDED) == []
    assert listed(MARCH, status=Status.ENDED) == ["Carl"]
    assert listed(MARCH, status=Status.ALL) == ["Anna", "Bo", "Carl", "Dorte"]


def test_someone_who_came_back_has_not_left(people: dict[str, models.Employee]) -> None:
    models.Employment.objects.filter(employee=people["anna"]).update(ends=TODAY)
    models.Employment.objects.create(
        employee=people["anna"], legal_entity=models.LegalEntity.objects.get(), starts=MARCH
    )
    assert listed(status=Status.ENDED) == []


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("backwards", [False, True])
def test_each_order_costs_one_query_for_any_number_of_rows(
    order: Order, backwards: bool, people: dict[str, models.Employee], django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert len(listed(order=order, backwards=backwards)) == 4


def test_a_row_says_what_holds_on_the_day(people: dict[str, models.Employee]) -> None:
    other = models.LegalEntity.objects.create(name="Søsteren ApS", cvr="87654321", starts=HIRED)
    second = models.Employment.objects.create(
        employee=people["anna"], legal_entity=other, starts=TODAY, seniority_from=HIRED - DAY
    )
    models.EmploymentTerms.objects.create(
        employment=second, title="Rådgiver", weekly_hours=Decimal("7.4"), starts=TODAY
    )
    row = queries.people_list(models.Employee.objects.all(), Wanted(words="anna"), TODAY).get()
    assert (row.title, row.hours, row.site, row.team, row.department, row.manager_name, row.employed_from) == (
        *("Udvikler", Decimal("44.4"), "Aarhus", "Platform", "Udvikling", "Bo Test"),
        HIRED - DAY,
    )
