"""Who nears the 48-hour average, by name for HR alone and only above the company's own level."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.people.models import Absence, AgreementLimits, AgreementProfile, Employee, EmploymentTerms
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.actions import Way
from tests.apps.worktime.test_rest_counts import work
from tests.conftest import HIRED, NOW, TODAY

Browser = Callable[[Employee], Client]
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here since January."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def days(first: date, last: date = TODAY - timedelta(days=1)) -> list[date]:
    """The workdays of a period."""
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5]


def works(who: Employee, hours: int, *, first: date = SEPTEMBER, but: tuple[date, date] | None = None) -> None:
    """So many hours each workday."""
    for day in days(first):
        if but is None or not but[0] <= day <= but[1]:
            work(who, day, 7, 7 + hours)


def nearing() -> list[queries.Nearing]:
    actions.check_everyone(now=NOW)
    return queries.forecast()


def near() -> list[tuple[str, int]]:
    return [(one.name, one.level) for one in nearing()]


def test_only_those_above_the_warning_level_are_named(anna: Employee, bo: Employee, carl: Employee) -> None:
    works(anna, 10)
    works(bo, 9)
    works(carl, 7)
    assert near() == [("Anna Test", 3), ("Bo Test", 1)]


def test_the_day_is_said_on_which_the_limit_is_passed(anna: Employee, bo: Employee) -> None:
    works(anna, 10)
    works(bo, 9)
    said = [(one.name, one.first, one.last, one.passes_on) for one in nearing()]
    assert said == [
        ("Anna Test", SEPTEMBER, date(2026, 12, 31), date(2026, 12, 29)),
        ("Bo Test", SEPTEMBER, date(2026, 12, 31), None),
    ]


def test_leave_counts_neither_for_nor_against(anna: Employee) -> None:
    away = date(2026, 10, 5), date(2026, 10, 16)
    works(anna, 9, but=away)
    assert near() == []
    Absence.objects.create(employee=anna, kind="annual_leave", starts=away[0], ends=away[1] + timedelta(days=1))
    assert near() == [("Anna Test", 1)]


def test_a_self_organiser_with_a_clause_is_not_counted_and_one_without_is(
    anna: Employee, carl: Employee, dorte: Employee
) -> None:
    for who, clause in ((anna, "§ 7"), (carl, "")):
        works(who, 10)
        way = Way(self_organiser=True, assessment="Leder alene.", clause=clause, review_on=date(2027, 5, 1))
        actions.set_registration(employee=who.pk, way=way, starts=TODAY, revision=0, actor=dorte.pk, now=NOW)
    assert near() == [("Carl Test", 3)]


def test_a_longer_period_by_agreement_is_looked_at(anna: Employee) -> None:
    profile = AgreementProfile.objects.create(name="Prøveoverenskomsten", confirmed_at=NOW)
    AgreementLimits.objects.create(profile=profile, starts=HIRED, reference_months=12)
    EmploymentTerms.objects.filter(employment__employee=anna).update(agreement=profile)
    works(anna, 10)
    [one] = nearing()
    assert (one.first, one.last) == (SEPTEMBER, date(2027, 8, 31))


def test_hr_alone_sees_names(as_: Browser, anna: Employee, bo: Employee, dorte: Employee, eva: Employee) -> None:
    works(anna, 10)
    actions.check_everyone(now=NOW)
    page = "/arbejdstid/prognose/"
    assert [as_(who).get(page).status_code for who in (anna, bo, dorte, eva)] == [403, 403, 200, 403]
    assert "Anna Test" in as_(dorte).get(page).content.decode()
    file = as_(dorte).get(f"{page}?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(file) == 2
    assert file[1].startswith(f"{anna.number};Anna Test;01-09-2026;31-12-2026;")


def test_agreements_in_use_and_self_organisers_stand_below(
    as_: Browser, anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    works(bo, 9)
    for name, confirmed_at in (("Prøveoverenskomsten", NOW), ("Ikke bekræftet", None)):
        profile = AgreementProfile.objects.create(name=name, confirmed_at=confirmed_at)
        AgreementLimits.objects.create(profile=profile, starts=HIRED, daily_rest_minutes=540)
        who = anna if confirmed_at else carl
        EmploymentTerms.objects.filter(employment__employee=who).update(agreement=profile)
    way = Way(self_organiser=True, assessment="Leder alene.", review_on=date(2027, 5, 1))
    actions.set_registration(employee=carl.pk, way=way, starts=TODAY, revision=0, actor=dorte.pk, now=NOW)
    actions.check_everyone(now=NOW)
    page = as_(dorte).get("/arbejdstid/prognose/").content.decode().split("<main")[1]
    told = ("Bo Test", "Prøveoverenskomsten", "9 t", "Carl Test", "1. maj 2027", "Ikke bekræftet", "Anna Test")
    assert [words in page for words in told] == [True, True, True, True, True, False, False]


def test_more_people_ask_the_database_no_more_often(
    as_: Browser, anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    browser, costs = as_(dorte), []
    for some in ((anna,), (bo, carl)):
        for who in some:
            works(who, 10)
        actions.check_everyone(now=NOW)
        browser.get("/arbejdstid/prognose/")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/arbejdstid/prognose/")
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 12
