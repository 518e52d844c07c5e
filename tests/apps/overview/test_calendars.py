"""One's own home days in one's own calendar: a secret address, what it tells, and when it stops."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from icalendar import Calendar

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements.models import Arrangement
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.models import CalendarAddress
from hjemmedag.apps.overview.queries import calendars
from hjemmedag.apps.people.models import Absence, Company, Employee, Employment
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
As = Callable[[Employee], Client]


@pytest.fixture
def allowed(company: Company) -> Company:
    company.features = [Company.Feature.CALENDARS.value]
    company.save()
    return company


def read(client: Client, url: str) -> Calendar:
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(answer.content)


def made(browser: Client) -> str:
    """The path of a new address, as its page shows it this once."""
    page = browser.post("/kalender/", follow=True).content.decode()
    [path] = re.findall(r"http://[^/]+(/kalender/[\w-]{43}\.ics)", page)
    return path


@pytest.fixture
def at_home(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> Employee:
    """Anna, at home on the days of her pattern from today."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    agreements.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    return anna


def test_the_calendar_says_at_home_on_each_home_day_of_a_year_and_nothing_else(
    allowed: Company, as_: As, at_home: Employee
) -> None:
    calendar = read(Client(), made(as_(at_home)))
    days = [event.start for event in calendar.events]
    expected = [
        day
        for number in range(-28, 364)
        if (day := TODAY + number * DAY) >= TODAY
        and day.weekday() in (0, 4)
        and day not in public_holidays(day.year, load())
    ]
    assert days == expected
    assert len({event["UID"] for event in calendar.events}) == len(days)
    assert {tuple(sorted(event)) for event in calendar.events} == {
        ("DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "TRANSP", "UID")
    }
    assert {str(event["SUMMARY"]) for event in calendar.events} == {"Hjemme"}
    assert not calendar.errors


def test_days_away_are_left_out_so_that_nobody_reads_an_absence(allowed: Company, as_: As, at_home: Employee) -> None:
    path = made(as_(at_home))
    before = {event.start for event in read(Client(), path).events}
    Absence.objects.create(employee=at_home, kind="sick", starts=TODAY, ends=TODAY + 5 * DAY)
    assert before - {event.start for event in read(Client(), path).events} == {TODAY, TODAY + 4 * DAY}


def test_a_day_has_the_same_identity_each_time_it_is_read(allowed: Company, as_: As, at_home: Employee) -> None:
    path = made(as_(at_home))
    first = {event.start: event["UID"] for event in read(Client(), path).events}
    kept = calendars.calendar_at(path.rpartition("/")[2].removesuffix(".ics"), TODAY + 7 * DAY)
    assert kept is not None
    later = {event.start: event["UID"] for event in Calendar.from_ical(kept).events}
    assert {day: later[day] for day in first if day in later} == {day: first[day] for day in first if day in later}


def test_a_new_address_ends_the_old_one_and_closing_ends_both(allowed: Company, as_: As, anna: Employee) -> None:
    browser = as_(anna)
    old, new = made(browser), made(browser)
    assert [Client().get(path).status_code for path in (old, new)] == [404, 200]
    assert new not in browser.get("/kalender/").content.decode()
    browser.post("/kalender/lukning/")
    assert Client().get(new).status_code == 404
    assert "Lav en adresse" in browser.get("/kalender/").content.decode()


def test_the_address_itself_is_kept_nowhere(allowed: Company, as_: As, anna: Employee) -> None:
    browser = as_(anna)
    key = made(browser).rpartition("/")[2].removesuffix(".ics")
    row = CalendarAddress.objects.get()
    assert (row.digest, key in str(vars(row)), key in str(dict(browser.session))) == (
        calendars.digest(key), False, False
    )  # fmt: skip


def test_whoever_has_left_is_read_no_more(allowed: Company, as_: As, anna: Employee) -> None:
    path = made(as_(anna))
    Employment.objects.filter(employee=anna).update(ends=TODAY)
    assert Client().get(path).status_code == 404


def test_a_company_that_switches_addresses_off_is_read_no_more_and_nobody_makes_one(
    allowed: Company, as_: As, anna: Employee
) -> None:
    path = made(as_(anna))
    Company.objects.update(features=[])
    assert Client().get(path).status_code == 404
    page = as_(anna).post("/kalender/", follow=True).content.decode()
    assert "Din virksomhed har slået kalenderadresser fra. Spørg HR." in page
    assert CalendarAddress.objects.count() == 1


@pytest.mark.parametrize("key", ["x", "x" * 43, "..%2F", "æ", "a" * 3000])
def test_an_address_nobody_has_says_only_that_there_is_nothing(allowed: Company, key: str) -> None:
    assert Client().get(f"/kalender/{key}.ics").status_code == 404


def test_two_windows_that_make_an_address_at_once_leave_one(allowed: Company, anna: Employee) -> None:
    CalendarAddress.objects.create(employee=anna, digest="a" * 64, made_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarAddress.objects.create(employee=anna, digest="b" * 64, made_at=NOW)
    actions.make_calendar_address(employee=anna.pk, now=NOW)
    assert CalendarAddress.objects.filter(closed_at=None).count() == 1


def test_a_calendar_is_read_in_as_many_queries_whatever_it_holds(
    allowed: Company, as_: As, at_home: Employee, django_assert_num_queries: Callable[..., Any]
) -> None:
    path = made(as_(at_home))
    Client().get(path)
    with django_assert_num_queries(8):
        Client().get(path)
