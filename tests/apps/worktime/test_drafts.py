"""Suggestions from a calendar: taken in, seen by their person alone, and hours only once that person says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.overview.queries import health
from hjemmedag.apps.overview.tasks import TIMETABLE
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.worktime import actions, queries, tasks
from hjemmedag.apps.worktime.models import Draft, Entry, Explanation, MonthLock, Registration
from hjemmedag.core.refusals import Refused
from hjemmedag.core.worktime.drafts import Brought
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import Span, instants
from hjemmedag.core.worktime.weeks import Status
from tests.apps.worktime.test_register import MONDAY, TUESDAY, approve, register, status, worked
from tests.conftest import NOW, TODAY

WEEK, CALENDAR = "/arbejdstid/2026/47/", "/arbejdstid/kalender/"
REMOVAL = f"{WEEK}forslag/fjernelse/"
SATURDAY = MONDAY + timedelta(days=5)
SECRET = "Møde med New York"


@pytest.fixture(autouse=True)
def registering(company: object, settings: Any) -> Iterator[None]:
    """The company has registered here since January; pages are English."""
    settings.LANGUAGE_CODE = "en"
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)
    with translation.override("en"):
        yield


@pytest.fixture
def browser(as_: Callable[[Employee], Client], anna: Employee) -> Client:
    """Anna's, in English."""
    Employee.objects.filter(pk=anna.pk).update(language="en")
    return as_(anna)


def brought(day: date, start: float, end: float, title: str = SECRET, **more: Any) -> Brought:
    begins, ends = instants(day, Span(round(start * 60), round(end * 60)))
    return Brought(start=begins, end=ends, title=title, **{"identity": f"{day}{start}", **more})


def take(who: Employee, *some: Brought, now: datetime = NOW) -> actions.TakenDrafts:
    return actions.take_drafts(employee=who.pk, source=Draft.Source.CALENDAR, brought=some, now=now)


def suggest(who: Employee, *some: Brought) -> list[int]:
    """The keys of the suggestions, in order of time."""
    take(who, *some)
    return list(queries.own_drafts(who.pk).values_list("pk", flat=True))


def shown(browser: Client) -> str:
    return browser.get(WEEK).content.decode()


def typed(page: str) -> dict[str, str]:
    """The week's form as the page shows it."""
    fields = {f"day_{number}": page.split(f'name="day_{number}"')[1].split(">")[0] for number in range(7)}
    found = {name: said.split('value="')[1].split('"')[0] if 'value="' in said else "" for name, said in fields.items()}
    return found | {"revision": page.split('name="revision" value="')[1].split('"')[0]}


def add(browser: Client, *keys: int, **fields: str) -> str:
    said = {**typed(shown(browser)), **fields, "draft": " ".join(map(str, keys))}
    return browser.post(WEEK, said, follow=True).content.decode()


def hours(who: Employee, day: date) -> list[tuple[str, str, str]]:
    """From, until and method."""
    return [
        (f"{entry.start.astimezone(NOW.tzinfo):%H:%M}", f"{entry.end.astimezone(NOW.tzinfo):%H:%M}", entry.method)
        for entry in queries.of_days(who.pk, day, day)
    ]


def test_a_suggestion_is_shown_under_its_day_and_counts_for_nothing(browser: Client, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    suggest(anna, brought(MONDAY, 20, 20.5))
    page = shown(browser)
    assert f"From your calendar: 20–20:30 {SECRET}" in page
    assert "count for nothing until you add them" in page
    assert queries.week_shown(anna.pk, MONDAY, now=NOW).minutes == 480
    assert Entry.objects.count() == 1


def test_one_press_makes_it_hours_and_the_suggestion_is_gone(browser: Client, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    keys = suggest(anna, brought(MONDAY, 20, 20.5))
    assert "Your hours are saved." in add(browser, *keys)
    assert hours(anna, MONDAY) == [("08:00", "16:00", "page"), ("20:00", "20:30", "draft")]
    assert Entry.objects.filter(replaces__isnull=False).count() == 0
    assert Draft.objects.count() == 0
    assert audit.entries("worktime.register").count() == 2


def test_a_suggestion_adds_only_what_the_day_does_not_say(browser: Client, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    keys = suggest(anna, brought(MONDAY, 15, 17))
    assert "From your calendar: 16–17 " in shown(browser)
    add(browser, *keys)
    assert hours(anna, MONDAY) == [("08:00", "16:00", "page"), ("16:00", "17:00", "draft")]


def test_what_lies_within_registered_time_is_neither_taken_in_nor_shown(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(SATURDAY, 9, 10), brought(SATURDAY, 20, 21))
    register(anna, {SATURDAY: [worked(SATURDAY, 8, 16)]})
    assert list(Draft.objects.values_list("pk", flat=True)) == keys[1:]
    assert take(anna, brought(SATURDAY, 9, 10), brought(SATURDAY, 20, 21)) == actions.TakenDrafts()
    Draft.objects.create(
        employee=anna,
        source="calendar",
        identity="x",
        at=NOW,
        **dict(zip(("start", "end"), instants(SATURDAY, Span(600, 660)), strict=True)),
    )
    assert "10–11" not in shown(browser)


def test_a_day_that_says_nothing_yet_was_as_agreed_besides(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(MONDAY, 9, 10, "Inden for dagen"), brought(MONDAY, 20, 20.5))
    page = shown(browser)
    assert "Inden for dagen" not in page
    assert "As agreed, and this" in page
    add(browser, keys[1])
    assert [one[1:] for one in hours(anna, MONDAY)] == [("15:54", "page"), ("20:30", "draft")]
    assert Draft.objects.count() == 0


def test_what_the_person_typed_instead_brings_the_suggestion_forth(browser: Client, anna: Employee) -> None:
    suggest(anna, brought(MONDAY, 9, 10, "Tidligt møde"))
    register(anna, {MONDAY: [worked(MONDAY, 12, 16)]})
    assert "From your calendar: 9–10 Tidligt møde" in shown(browser)


def test_a_day_whose_work_is_not_over_waits(browser: Client, anna: Employee) -> None:
    suggest(anna, brought(TODAY, 6, 7))
    page = browser.get("/arbejdstid/2026/48/").content.decode()
    assert SECRET not in page


def test_a_day_that_says_only_how_much_speaks_for_itself(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(MONDAY, 21, 22))
    browser.post(WEEK, {**typed(shown(browser)), "day_0": "7 hours"})
    assert Entry.objects.get().timed is False
    assert SECRET not in shown(browser)
    add(browser, *keys)
    assert Entry.objects.count() == 1


def test_what_is_typed_and_not_saved_yet_is_saved_along(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(SATURDAY, 9, 10), brought(SATURDAY, 9.5, 11), brought(MONDAY, 20, 21))
    assert "Your hours are saved." in add(browser, *keys, day_0="8-20:30", day_1="8-12", day_5="7-9:15")
    assert [one[:2] for one in hours(anna, MONDAY)] == [("08:00", "20:30"), ("20:30", "21:00")]
    assert [one[:2] for one in hours(anna, TUESDAY)] == [("08:00", "12:00")]
    expected = [("07:00", "09:15"), ("09:15", "10:00"), ("10:00", "11:00")]
    assert [one[:2] for one in hours(anna, SATURDAY)] == expected
    assert Draft.objects.count() == 0


def test_words_that_cannot_be_read_stay_and_nothing_is_saved(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(SATURDAY, 9, 10))
    page = add(browser, *keys, day_5="vist nok")
    assert typed(page)["day_5"] == "vist nok"
    assert (Entry.objects.count(), Draft.objects.count()) == (0, 1)


def test_a_short_rest_asks_why_and_the_suggestion_is_hours_after_that(browser: Client, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)], TUESDAY: [worked(TUESDAY, 7, 15)]})
    keys = suggest(anna, brought(MONDAY, 22, 23))
    page = add(browser, *keys)
    assert "What was the reason?" in page
    assert typed(page)["day_0"] == "8-16 home/break 0, 22-23"
    assert (Entry.objects.count(), Draft.objects.count()) == (2, 1)
    browser.post(WEEK, {**typed(page), "because": "New York lå længe i møde"})
    assert hours(anna, MONDAY)[1] == ("22:00", "23:00", "draft")
    assert (Explanation.objects.count(), Draft.objects.count()) == (2, 0)


def test_an_approved_week_and_a_closed_month_ask_why(browser: Client, anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    MonthLock.objects.create(month=MONDAY.replace(day=1), by=bo, at=NOW)
    keys = suggest(anna, brought(MONDAY, 20, 21))
    page = add(browser, *keys)
    assert "Why do you change it?" in page
    assert Entry.objects.count() == 1
    browser.post(WEEK, {**typed(page), "reason": "I forgot it"})
    assert (hours(anna, MONDAY)[1], status(anna)) == (("20:00", "21:00", "draft"), Status.SENT)


def test_a_week_that_changed_meanwhile_is_looked_at_again(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(SATURDAY, 9, 10))
    page = typed(shown(browser))
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    said = browser.post(WEEK, {**page, "draft": str(keys[0])}).content.decode()
    assert "The week was changed while you looked at it." in said
    assert hours(anna, SATURDAY) == []


def test_removed_suggestions_are_deleted_and_what_was_typed_stays(browser: Client, anna: Employee) -> None:
    first, _second = suggest(anna, brought(SATURDAY, 9, 10), brought(SATURDAY, 20, 21))
    page = browser.post(REMOVAL, {**typed(shown(browser)), "draft": str(first), "day_1": "8-12"}).content.decode()
    assert typed(page)["day_1"] == "8-12"
    assert f'id="week" method="post" action="{WEEK}"' in page
    assert ("9–10" in page, "20–21" in page) == (False, True)
    assert Entry.objects.count() == 0
    assert queries.own_drafts(anna.pk).count() == 1
    answer = browser.post(REMOVAL, {**typed(shown(browser)), "draft": "x 99999999999999999999999"})
    assert answer.headers["Location"] == WEEK
    assert queries.own_drafts(anna.pk).count() == 1


def test_all_suggestions_can_be_removed_at_once(browser: Client, anna: Employee) -> None:
    suggest(anna, brought(SATURDAY, 9, 10), brought(MONDAY, 20, 21))
    assert "Week 47, 2026" in browser.get(CALENDAR).content.decode()
    assert "2 suggestions are removed." in browser.post(f"{CALENDAR}toemning/", follow=True).content.decode()
    assert [(one.removed, one.title) for one in Draft.objects.all()] == [(True, ""), (True, "")]


def test_nobody_else_sees_uses_or_removes_them(
    as_: Callable[[Employee], Client],
    anna: Employee,
    bo: Employee,
    carl: Employee,
    dorte: Employee,
    ida: Employee,
    jens: Employee,
    hans: Employee,
) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    keys = suggest(anna, brought(MONDAY, 21, 22))
    actions.send(employee=anna.pk, monday=MONDAY, revision=1, now=NOW)
    week = queries.week_of(anna.pk, MONDAY).pk
    pages = (WEEK, CALENDAR, "/arbejdstid/mine/", "/arbejdstid/mine/?format=json", f"/arbejdstid/godkendelse/{week}/")
    pages += ("/arbejdstid/godkendelse/", f"/mennesker/{anna.pk}/", "/historik/", "/arbejdstid/maaneder/2026/11/")
    for person in (bo, carl, dorte, ida, jens, hans):
        theirs = as_(person)
        for page in pages:
            assert SECRET not in theirs.get(page).content.decode(), (person, page)
        theirs.post(REMOVAL, {"draft": str(keys[0])})
        theirs.post(WEEK, {"draft": str(keys[0]), "revision": "0"})
    assert [draft.employee_id for draft in Draft.objects.all()] == [anna.pk]
    assert {entry.employee_id for entry in Entry.objects.all()} == {anna.pk}


def test_ones_own_export_holds_them_apart_from_the_hours(browser: Client, anna: Employee) -> None:
    suggest(anna, brought(MONDAY, 21, 22))
    told = browser.get("/arbejdstid/mine/?format=json").json()
    assert told["entries"] == []
    assert told["suggestions"] == [
        {
            "start": "2026-11-16T21:00:00+01:00",
            "end": "2026-11-16T22:00:00+01:00",
            "place": None,
            "source": "calendar",
            "title": SECRET,
            "taken_in_at": "2026-11-23T10:00:00+01:00",
        }
    ]


def test_the_same_event_twice_is_one_suggestion_and_follows_its_calendar(anna: Employee) -> None:
    assert take(anna, brought(MONDAY, 20, 21, identity="a")) == actions.TakenDrafts(1, 0)
    assert take(anna, brought(MONDAY, 20, 21, identity="a")) == actions.TakenDrafts()
    assert take(anna, brought(TUESDAY, 19, 20, "Flyttet", identity="a")) == actions.TakenDrafts(0, 1)
    draft = Draft.objects.get()
    assert (draft.start, draft.title) == (instants(TUESDAY, Span(19 * 60, 20 * 60))[0], "Flyttet")


def test_what_the_calendar_says_no_longer_is_gone(anna: Employee) -> None:
    take(anna, brought(MONDAY, 20, 21, identity="a"), brought(TUESDAY, 20, 21, identity="b"))
    assert take(anna, brought(MONDAY, 20, 21, identity="a")) == actions.TakenDrafts(gone=1)
    assert [one.identity for one in Draft.objects.all()] == ["a"]


def test_what_was_removed_does_not_come_back(anna: Employee) -> None:
    take(anna, brought(MONDAY, 20, 21, identity="a"))
    assert actions.remove_drafts(employee=anna.pk, drafts=None, now=NOW) == 1
    assert take(anna, brought(MONDAY, 20, 21, identity="a")) == actions.TakenDrafts()
    assert queries.own_drafts(anna.pk).count() == 0


def test_another_place_than_planned_is_kept(browser: Client, anna: Employee) -> None:
    keys = suggest(anna, brought(SATURDAY, 9, 10, place=Place.OTHER))
    add(browser, *keys)
    assert Entry.objects.get().place == "other"


def test_nothing_is_taken_in_from_before_somebody_was_hired(hire: Callable[..., Employee]) -> None:
    new = hire("Kim", starts=TUESDAY)
    take(new, brought(MONDAY, 20, 21), brought(TUESDAY, 20, 21))
    assert Draft.objects.count() == 1


def test_work_past_midnight_hides_what_lies_within_it(browser: Client, anna: Employee) -> None:
    suggest(anna, brought(SATURDAY, 1, 2), brought(SATURDAY, 3, 4))
    friday = SATURDAY - timedelta(days=1)
    register(anna, {friday: [worked(friday, 18, 27)]})
    page = shown(browser)
    assert ("1–2" in page, "3–4" in page) == (False, True)


def test_nobody_gets_more_than_can_be_looked_through(anna: Employee, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions.drafts, "MOST", 1)
    with pytest.raises(Refused, match="more suggestions than anybody"):
        take(anna, brought(MONDAY, 20, 21), brought(TUESDAY, 20, 21))
    assert Draft.objects.count() == 0


def test_nothing_is_fetched_where_another_system_delivers(browser: Client, anna: Employee) -> None:
    suggest(anna, brought(MONDAY, 21, 22))
    Registration.objects.create(employee=anna, starts=date(2026, 1, 5), method="system")
    assert "Your hours come from another system." in browser.get(CALENDAR).content.decode()
    assert SECRET not in shown(browser)
    upload(browser, calendar(event("a", TUESDAY)))
    assert Draft.objects.count() == 1


def test_the_log_counts_and_says_no_title(anna: Employee) -> None:
    take(anna, brought(MONDAY, 21, 22), brought(TUESDAY, 21, 22))
    actions.remove_drafts(employee=anna.pk, drafts=None, now=NOW)
    assert actions.remove_drafts(employee=anna.pk, drafts=None, now=NOW) == 0
    taken, removed = (audit.entries(f"worktime.{verb}_drafts").get() for verb in ("take", "remove"))
    assert (taken.about, taken.payload.data) == (anna.pk, {"source": "calendar", "new": 2, "changed": 0, "gone": 0})
    assert (removed.about, removed.payload.data) == (anna.pk, {"suggestions": 2})


def test_suggestions_are_forgotten_after_thirty_days_and_the_records_stand(anna: Employee) -> None:
    take(anna, brought(MONDAY, 21, 22))
    assert [wound for wound in health.wounds() if "worktime.Draft" in wound] == []
    assert actions.forget_drafts(now=NOW + timedelta(days=30, seconds=-1)) == 0
    assert actions.forget_drafts(now=NOW + timedelta(days=30)) == 1
    assert actions.forget_drafts(now=NOW + timedelta(days=30)) == 0
    entry = audit.entries("worktime.forget_drafts").get()
    assert (entry.actor, entry.about, entry.payload.data) == (None, None, {"suggestions": 1})
    assert TIMETABLE["forget_drafts"] == (tasks.forget_drafts, timedelta(days=1))


def upload(browser: Client, content: bytes) -> str:
    file = SimpleUploadedFile("kalender.ics", content, "text/calendar")
    return browser.post(CALENDAR, {"file": file}, follow=True).content.decode()


def event(uid: str, day: date, *lines: str) -> str:
    times = (f"DTSTART:{day:%Y%m%d}T200000Z", f"DTEND:{day:%Y%m%d}T203000Z")
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Kundemøde", *times, *lines, "END:VEVENT"])


def calendar(*events: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]).encode()


def test_a_calendar_file_becomes_suggestions_and_is_not_kept(browser: Client, anna: Employee) -> None:
    content = calendar(
        event("a", MONDAY),
        event("b", TUESDAY, "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@proeve.example"),
        event("c", TODAY + timedelta(days=1)),
        event("d", TUESDAY, "RRULE:FREQ=SOMETIMES"),
    )
    page = upload(browser, content)
    assert "1 suggestion is taken in." in page
    assert "1 event can’t be understood and is left out." in page
    assert "Week 47, 2026" in page
    assert Draft.objects.get().title == "Kundemøde"
    assert "There was nothing new" in upload(browser, content)


def test_a_file_that_is_no_calendar_says_so_at_its_field(browser: Client, anna: Employee) -> None:
    assert "The file is not a calendar." in upload(browser, b"%PDF-1.7")
    assert "too large: at most 10 MB" in upload(browser, b"x" * (10 * 1024**2 + 1))


def test_the_week_asks_once_more_for_any_number_of_suggestions(browser: Client, anna: Employee) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert browser.get(WEEK).status_code == 200
        return len(found)

    shown(browser)
    counts = [asked()]
    for start in (17, 18, 19, 20, 21):
        take(anna, *(brought(MONDAY + timedelta(days=day), start, start + 0.5) for day in range(6)))
        counts.append(asked())
    assert set(counts) == {counts[0]}
    with CaptureQueriesContext(connection) as found:
        queries.drafts_shown(queries.week_shown(anna.pk, MONDAY, now=NOW))
    assert len([one for one in found if "worktime_draft" in one["sql"]]) == 1
