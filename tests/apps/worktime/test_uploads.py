"""A spreadsheet of one's own hours: read as `check` reads it, looked at, and written like the page would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from zeal import zeal_ignore

from hjemmedag.adapters.spreadsheets import read, write_xlsx
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.models import Entry, Explanation, Registration
from hjemmedag.core.worktime.weeks import Status
from tests.apps.worktime.test_register import MONDAY, approve, register, said, status, worked
from tests.conftest import NOW, TODAY

TUESDAY = MONDAY + timedelta(days=1)
FILE, LOOK = "/arbejdstid/fil/", "/arbejdstid/fil/indhold/"


@pytest.fixture(autouse=True)
def registering(company: object, settings: Any, tmp_path: Any) -> Iterator[None]:
    """The company has registered here since January; pages are English."""
    settings.MEDIA_ROOT, settings.LANGUAGE_CODE = tmp_path, "en"
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)
    with translation.override("en"):
        yield


@pytest.fixture
def browser(as_: Callable[[Employee], Client], anna: Employee) -> Client:
    """Anna's, in English."""
    Employee.objects.filter(pk=anna.pk).update(language="en")
    return as_(anna)


def upload(browser: Client, *rows: str, headings: str = "start;end;place;kind;break") -> str:
    """The preview of the file."""
    return sent(browser, "\r\n".join([headings, *rows]).encode("cp1252"))


def sent(browser: Client, content: bytes) -> str:
    file = SimpleUploadedFile("uge.csv", content)
    return browser.post(FILE, {"file": file}, follow=True).content.decode()


def confirm(browser: Client, page: str, **reasons: str) -> str:
    digest = page.split('name="digest" value="')[1].split('"')[0]
    with zeal_ignore():  # a file is written week by week, each as the page writes it
        return browser.post(LOOK, {"digest": digest, **reasons}, follow=True).content.decode()


def test_the_days_that_change_are_shown_and_then_written(browser: Client, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 9, 15)]})
    page = upload(
        browser, "16-11-2026 08:00;16-11-2026 16:00;home;work;30", "17-11-2026 08:00;17-11-2026 12:00;other;;"
    )
    assert "These days change" in page
    assert "9–15" in page
    assert "08:00–16:00" in page
    assert said(anna, MONDAY) == [(9, 15)]
    assert "2 entries are written." in confirm(browser, page)
    assert (said(anna, MONDAY), said(anna, TUESDAY)) == ([(8, 16)], [(8, 12)])
    assert list(Entry.objects.filter(replaces=None).values_list("method", flat=True)) == ["page", "file"]


def test_the_same_file_again_has_nothing_to_change(browser: Client, anna: Employee) -> None:
    rows = ["2026-11-16T08:00;2026-11-16T16:00"]
    confirm(browser, upload(browser, *rows, headings="start;end"))
    assert "Everything already stands so" in upload(browser, *rows, headings="start;end")


def test_another_file_than_the_one_looked_at_is_not_written(browser: Client) -> None:
    seen = upload(browser, "2026-11-16T08:00;2026-11-16T16:00", headings="start;end")
    upload(browser, "2026-11-16T09:00;2026-11-16T16:00", headings="start;end")
    confirm(browser, seen)
    assert Entry.objects.count() == 0


def test_where_the_file_is_silent_the_plan_and_the_agreed_lunch_hold(browser: Client, anna: Employee) -> None:
    confirm(browser, upload(browser, "2026-11-16T08:00;2026-11-16T16:00", headings="start;end"))
    entry = Entry.objects.get()
    assert (entry.place, entry.break_minutes) == ("office", 30)


def test_every_fault_names_row_and_column_and_nothing_is_written(browser: Client, anna: Employee) -> None:
    page = upload(
        browser,
        "16-11-2026 08:00;31-11-2026 16:00;home;work;0",
        "17-11-2026 08:00;18-11-2026 09:00;home;work;0",
        f"{TODAY:%d-%m-%Y} 08:00;{TODAY:%d-%m-%Y} 18:00;home;work;0",
        "18-11-2026 10:00;18-11-2026 12:00;home;work;0",
        "18-11-2026 11:00;18-11-2026 13:00;home;work;0",
    )
    assert "Row 2: end: &quot;31-11-2026 16:00&quot; is not a date and time." in page
    assert "Row 3: end: is more than 24 hours after the start." in page
    assert "Row 4: end: lies ahead." in page
    assert "Row 6: start: the hours overlap row 5." in page
    assert browser.post(LOOK, {"digest": "x"}).status_code == 200
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    ("headings", "row", "words"),
    [
        ("employee;start;end", "0099;2026-11-16T08:00;2026-11-16T16:00", "Row 2: employee: is not your number."),
        ("employee;start", "1;2026-11-16T08:00", "End: the column is missing."),
        ("start;end;plase", "2026-11-16T08:00;2026-11-16T16:00;home", "Did you mean &quot;place&quot;?"),
    ],
)
def test_only_ones_own_hours_under_known_headings(
    browser: Client, anna: Employee, headings: str, row: str, words: str
) -> None:
    assert words in upload(browser, row, headings=headings)


def test_a_workbook_with_ones_own_number_is_read(browser: Client, anna: Employee) -> None:
    rows = [(anna.number, "2026-11-16T08:00", "2026-11-16T12:00", "home")]
    confirm(browser, sent(browser, write_xlsx(["employee", "start", "end", "place"], rows)))
    assert said(anna, MONDAY) == [(8, 12)]


def test_danish_headings_are_understood_and_the_page_says_so(browser: Client, anna: Employee) -> None:
    page = browser.get(FILE).content.decode()
    assert "<code>start</code> or <code>begynd</code> or <code>fra</code>" in page
    rows = ["16-11-2026 08:00;16-11-2026 12:00;hjemme;arbejde;15"]
    confirm(browser, upload(browser, *rows, headings="Fra;Til;Sted;Art;Pause"))
    assert list(Entry.objects.values_list("place", "kind", "break_minutes")) == [("home", "work", 15)]


def test_both_names_of_a_column_are_refused(browser: Client, anna: Employee) -> None:
    page = upload(browser, "2026-11-16T08:00;2026-11-16T16:00;2026-11-16T08:00", headings="start;end;fra")
    assert "Fra: is the same column as &quot;start&quot;. Keep one of them." in page


def test_the_empty_file_is_in_the_readers_language(as_: Callable[[Employee], Client], anna: Employee) -> None:
    template = read(as_(anna).get(f"{FILE}skabelon/csv/").content)
    assert template.headings == ("begynd", "slut", "sted", "art", "pause")


def test_something_else_than_a_table_is_refused(browser: Client, anna: Employee) -> None:
    assert "not a table" in sent(browser, b"%PDF-1.7")


def test_a_short_rest_asks_why_for_all_weeks_at_once(browser: Client, anna: Employee) -> None:
    before = MONDAY - timedelta(days=7)
    rows = [
        f"{day}T{start};{day}T{end};home;work;0"
        for monday in (before, MONDAY)
        for day, start, end in ((monday, "14:00", "23:00"), (monday + timedelta(days=1), "07:00", "12:00"))
    ]
    page = upload(browser, *rows)
    page = confirm(browser, page, because="")
    assert "What was the reason?" in page
    assert Entry.objects.count() == 0
    confirm(browser, page, because="The server broke down")
    assert (Entry.objects.count(), Explanation.objects.count()) == (4, 2)


def test_an_approved_week_asks_why(browser: Client, anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    page = upload(browser, "2026-11-16T08:00;2026-11-16T17:00;home;work;0")
    assert "Why do you change it?" in page
    confirm(browser, page, reason="")
    assert said(anna, MONDAY) == [(8, 16)]
    confirm(browser, page, reason="I forgot a meeting")
    assert (said(anna, MONDAY), status(anna)) == ([(8, 17)], Status.SENT)


def test_a_week_that_changed_meanwhile_is_looked_at_once_more(browser: Client, anna: Employee) -> None:
    page = upload(browser, "2026-11-16T08:00;2026-11-16T17:00")
    register(anna, {MONDAY: [worked(MONDAY, 9, 10)]})
    assert "Look at it once more." in confirm(browser, page)
    assert said(anna, MONDAY) == [(9, 10)]


def test_nothing_is_chosen_where_another_system_delivers(browser: Client, anna: Employee) -> None:
    Registration.objects.create(employee=anna, starts=date(2026, 1, 5), method="system")
    assert "Your hours come from another system." in browser.get(FILE).content.decode()
    page = upload(browser, "2026-11-16T08:00;2026-11-16T17:00")
    assert "Change them there." in confirm(browser, page)
    assert Entry.objects.count() == 0


def rows_of(weeks: int, a_day: int = 1) -> list[str]:
    """Rows of as many weeks up to the last one, each day with as many spans of five minutes; no place is said."""
    days = [MONDAY - timedelta(days=back) for back in range(0, 7 * weeks, 7)]
    days = [monday + timedelta(days=place) for monday in days for place in range(7)]
    starts = [time(8 + number // 6, number % 6 * 10) for number in range(a_day)]
    return [f"{day}T{start};{day}T{start.replace(minute=start.minute + 5)}" for day in days for start in starts]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (rows_of(61), "The file covers more than 60 weeks. Split it"),
        (rows_of(60, 12), "The file has more than 5,000 rows. Split it"),
    ],
)
def test_a_file_that_is_too_long_is_refused_before_anything_is_asked(
    browser: Client, anna: Employee, rows: list[str], words: str
) -> None:
    page = upload(browser, *rows, headings="start;end")
    assert (page.count("<li>Row"), words in page) == (0, True)
    with CaptureQueriesContext(connection) as asked:
        plan = queries.file_plan("\n".join(["start;end", *rows]).encode(), anna.pk, now=NOW)
    assert (len(plan.faults), len(asked)) == (1, 1)


def test_a_preview_asks_as_often_for_sixty_weeks_as_for_one(anna: Employee) -> None:
    costs = []
    for rows in (rows_of(1), rows_of(60, 11)):
        with CaptureQueriesContext(connection) as asked:
            plan = queries.file_plan("\n".join(["start;end", *rows]).encode(), anna.pk, now=NOW)
        assert (plan.faults, len(plan.weeks)) == ((), len({row[:10] for row in rows}) // 7)
        costs.append(len(asked))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_empty_file_with_the_headings_can_be_kept(browser: Client, anna: Employee, ending: str) -> None:
    template = read(browser.get(f"{FILE}skabelon/{ending}/").content)
    assert template.headings == ("start", "end", "place", "kind", "break")


def test_there_are_templates_of_no_other_kind(browser: Client, anna: Employee) -> None:
    assert browser.get(f"{FILE}skabelon/ods/").status_code == 404
