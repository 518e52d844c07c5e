"""The pages of working time: written as people say it, confirmed in a click, approved, corrected, taken out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.people.models import Absence, Employee
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.actions import Worked
from hjemmedag.apps.worktime.models import Entry, MonthLock, Week
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import Verdict
from hjemmedag.core.refusals import Refused
from hjemmedag.core.worktime.check import check
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.weeks import Status
from hjemmedag.rulebook.load import load
from tests.apps.worktime.test_register import MONDAY, approve, register, said, status, worked
from tests.conftest import NOW

Browser = Callable[[Employee], Client]
WEEK = "/arbejdstid/2026/47/"


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here since January."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def text(browser: Client, url: str) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def write(browser: Client, *, revision: int = 0, reason: str = "", because: str = "", **days: str) -> str:
    """Post the week; the page that follows."""
    filled = {f"day_{number}": days.get(f"day_{number}", "") for number in range(7)}
    return browser.post(
        WEEK, {**filled, "revision": revision, "reason": reason, "because": because}, follow=True
    ).content.decode()


def test_hours_are_saved_as_they_are_said(as_: Browser, anna: Employee) -> None:
    page = write(as_(anna), day_0="8-16, 20-21 hjemme", day_1="9-15:30 uden pause")
    assert "Dine timer er gemt." in page
    assert 'value="8-16, 20-21 hjemme"' in page
    assert [entry.minutes for entry in Entry.objects.order_by("start")] == [450, 60, 390]


def test_what_cannot_be_read_stands_at_its_day_and_nothing_is_lost(as_: Browser, anna: Employee) -> None:
    page = write(as_(anna), day_0="8-16", day_2="hele dagen")
    assert "er ikke et tidsrum" in page
    assert 'value="hele dagen"' in page
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("said", ["syg", "ferie", "fri", "barn syg"])
def test_a_day_away_is_answered_kindly_and_not_kept(as_: Browser, anna: Employee, said: str) -> None:
    page = write(as_(anna), day_0="8-16", day_2=said)
    assert "er ikke arbejdstid og gemmes ikke. Skriv 0 på dagen." in page
    assert "kan ikke læses" not in page
    assert Entry.objects.count() == 0


def test_an_ordinary_week_is_one_click(as_: Browser, anna: Employee) -> None:
    page = text(as_(anna), WEEK)
    assert "Ja, bekræft ugen" in page
    assert "Mandag, tirsdag, onsdag, torsdag, fredag: her er intet skrevet endnu." in page
    page = as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0}, follow=True).content.decode()
    assert "Ugen er bekræftet og sendt til din leder." in page
    assert status(anna) is Status.SENT
    assert {entry.method for entry in Entry.objects.all()} == {"confirmed"}
    assert queries.total(Entry.objects.all()) == 37 * 60


def test_a_week_whose_friday_is_a_holiday_is_sent_on_thursday(anna: Employee) -> None:
    monday = date(2026, 12, 28)
    for day, expected in ((2, Status.OPEN), (3, Status.SENT)):
        week = queries.week_of(anna.pk, monday)
        evening = datetime.combine(monday + timedelta(days=day), time(17), COPENHAGEN)
        actions.confirm(employee=anna.pk, monday=monday, revision=week.revision if week else 0, now=evening)
        assert status(anna, monday) is expected


def test_a_week_without_agreed_work_is_not_sent_before_its_friday(anna: Employee) -> None:
    monday = date(2026, 11, 30)
    Absence.objects.create(employee=anna, kind="annual_leave", starts=monday, ends=monday + timedelta(days=5))
    with pytest.raises(Refused):
        actions.confirm(employee=anna.pk, monday=monday, revision=0, now=NOW)


def test_two_clicks_confirm_once(as_: Browser, anna: Employee) -> None:
    for _click in range(2):
        as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0}, follow=True)
    assert Entry.objects.count() == 5


def test_whoever_looked_at_an_older_week_keeps_what_was_typed(as_: Browser, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    page = write(as_(anna), day_0="9-17")
    assert "Ugen er ændret" in page
    assert 'value="9-17"' in page
    assert said(anna, MONDAY) == [(8, 16)]


def test_the_address_leads_to_the_week_that_waits(as_: Browser, anna: Employee) -> None:
    assert as_(anna).get("/arbejdstid/").headers["Location"] == WEEK
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0})
    assert as_(anna).get("/arbejdstid/").headers["Location"] == "/arbejdstid/2026/48/"


@pytest.mark.parametrize("week", ["2026/0", "2026/54", "1200/3", "9999/52"])
def test_a_week_that_does_not_exist_is_not_found(as_: Browser, anna: Employee, week: str) -> None:
    assert as_(anna).get(f"/arbejdstid/{week}/").status_code == 404


def test_the_manager_approves_all_weeks_in_one_click(as_: Browser, anna: Employee, bo: Employee) -> None:
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0})
    page = text(as_(bo), "/arbejdstid/godkendelse/")
    assert "Anna Test" in page
    week = Week.objects.get()
    page = as_(bo).post("/arbejdstid/godkendelse/", {"week": [f"{week.pk}:{week.revision}"]}, follow=True)
    assert "1 uge er godkendt." in page.content.decode()
    assert status(anna) is Status.APPROVED


def test_the_manager_sends_a_week_back_with_a_reason(as_: Browser, anna: Employee, bo: Employee) -> None:
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0})
    week = Week.objects.get()
    page = f"/arbejdstid/godkendelse/{week.pk}/"
    as_(bo).post(page, {"revision": week.revision, "reason": " "})
    assert status(anna) is Status.SENT
    as_(bo).post(page, {"revision": week.revision, "reason": "Var du ikke på kursus tirsdag?"})
    assert "Var du ikke på kursus tirsdag?" in text(as_(anna), WEEK)
    assert status(anna) is Status.RETURNED


def test_a_correction_after_approval_shows_what_stood_before(as_: Browser, anna: Employee, bo: Employee) -> None:
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0})
    week = Week.objects.get()
    as_(bo).post(f"/arbejdstid/godkendelse/{week.pk}/", {"revision": week.revision, "approve": "1"})
    week.refresh_from_db()
    days = {f"day_{number}": "8-16" for number in range(5)}
    assert "Skriv, hvorfor" in write(as_(anna), revision=week.revision, **days)
    write(as_(anna), revision=week.revision, reason="Jeg gik tidligere", **days)
    page = text(as_(bo), f"/arbejdstid/godkendelse/{week.pk}/")
    assert "Jeg gik tidligere" in page
    assert "08:00–15:54" in page
    assert "ændret efter godkendelsen" in text(as_(bo), "/arbejdstid/godkendelse/")


def test_nobody_else_opens_the_week(
    as_: Browser, anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0})
    page = f"/arbejdstid/godkendelse/{Week.objects.get().pk}/"
    assert [as_(who).get(page).status_code for who in (bo, anna, carl, dorte)] == [200, 403, 403, 403]


def test_everyone_reads_and_keeps_their_own(as_: Browser, anna: Employee, carl: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    assert "mandag 16. november" in text(as_(anna), "/arbejdstid/mine/")
    file = as_(anna).get("/arbejdstid/mine/?format=csv").content.decode("utf-8-sig")
    assert file.splitlines()[1].startswith("16-11-2026;")
    assert len(as_(carl).get("/arbejdstid/mine/?format=csv").content.decode("utf-8-sig").splitlines()) == 1


def test_payroll_takes_out_approved_weeks_and_closes_the_month(
    as_: Browser, anna: Employee, bo: Employee, carl: Employee, ida: Employee
) -> None:
    october = date(2026, 10, 12)
    for who in (anna, carl):
        register(who, {october: [worked(october, 8, 16)]}, monday=october)
    actions.send(employee=anna.pk, monday=october, revision=1, now=NOW)
    actions.answer(week=Week.objects.get(employee=anna).pk, approved=True, reason="", revision=2, actor=bo.pk, now=NOW)
    file = as_(ida).get("/arbejdstid/maaneder/?as_of=2026-10-01&format=csv").content.decode("utf-8-sig")
    assert file.splitlines()[1:] == [f"{anna.number};Anna Test;2026-10;8,00;0,00;8,00"]
    asks = text(as_(ida), "/arbejdstid/maaneder/2026/10/lukning/")
    assert "Luk oktober 2026" in asks
    assert "er ikke godkendt, sendt eller ej" in asks
    assert "kræver en grund" in asks
    assert not MonthLock.objects.exists()
    as_(ida).post("/arbejdstid/maaneder/2026/10/lukning/")
    assert not MonthLock.objects.exists()
    page = as_(ida).post("/arbejdstid/maaneder/2026/10/lukning/", {"known": "on"}, follow=True).content.decode()
    assert "Måneden er lukket." in page
    assert MonthLock.objects.get().month == date(2026, 10, 1)


def test_hr_chooses_how_hours_are_registered(as_: Browser, dorte: Employee) -> None:
    choices = {"starts": "2026-11-23", "lunch_minutes": 0, "begins": "09:00", "deminimis_minutes": 0, "revision": 2}
    page = as_(dorte).post("/arbejdstid/valg/", choices, follow=True).content.decode()
    assert "Valgene er gemt." in page
    assert queries.practice().begins.hour == 9
    page = as_(dorte).post("/arbejdstid/valg/", {**choices, "revision": 3, "starts": "2026-11-24"}).content.decode()
    assert "Vælg en mandag" in page


def test_a_week_costs_the_same_with_five_years_behind_it(as_: Browser, anna: Employee) -> None:
    browser, costs = as_(anna), []
    for weeks in (1, 30):
        for back in range(1, weeks):
            monday = MONDAY - timedelta(days=7 * back)
            register(anna, {monday: [worked(monday, 8, 16)]}, monday=monday)
        browser.get(WEEK)
        with CaptureQueriesContext(connection) as asked:
            browser.get(WEEK)
        costs.append(len(asked))
    assert costs == [13, 14]  # the second asks what was said about the weeks before


def test_a_rest_that_was_too_short_asks_why_before_it_is_saved(as_: Browser, anna: Employee, bo: Employee) -> None:
    late = {"day_0": "8-16, 20-23 hjemme", "day_1": "7-15"}
    page = write(as_(anna), **late)
    assert "Hvad var grunden?" in page
    assert Entry.objects.count() == 0
    page = write(as_(anna), because="Serveren gik ned", **late)
    assert "Dine timer er gemt." in page
    assert "Grunden: Serveren gik ned" in page
    actions.send(employee=anna.pk, monday=MONDAY, revision=1, now=NOW)
    assert "Serveren gik ned" in text(as_(bo), f"/arbejdstid/godkendelse/{Week.objects.get().pk}/")


def test_the_rest_bar_says_until_when(as_: Browser, anna: Employee) -> None:
    today = NOW.date()
    register(anna, {today: [worked(today, 7, 9)]}, monday=today)
    page = text(as_(anna), "/arbejdstid/2026/48/")
    assert "Du kan arbejde til kl. 20:00 i dag, hvis du møder kl. 07:00 i morgen." in page


def test_everything_ever_written_is_there_for_another_program(as_: Browser, anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    register(anna, {MONDAY: [worked(MONDAY, 8, 17)]}, reason="Jeg glemte mødet", now=NOW + timedelta(minutes=5))
    answer = as_(anna).get("/arbejdstid/mine/?format=json")
    assert 'filename="arbejdstid-2026-11-23.json"' in answer.headers["Content-Disposition"]
    first, second = json.loads(answer.content)["entries"]
    assert (first["start"], first["end"]) == ("2026-11-16T08:00:00+01:00", "2026-11-16T16:00:00+01:00")
    assert (first["stands"], second["stands"], second["replaces"]) == (False, True, first["id"])
    assert (second["reason"], second["written_by"], second["break"]) == ("Jeg glemte mødet", "Anna Test", 0)


def test_w14_a_days_total_is_enough_for_the_register_and_not_for_the_rest(as_: Browser, anna: Employee) -> None:
    told = "kan kun ses, når du skriver fra og til"
    assert told not in write(as_(anna), day_1="8-16")
    page = write(as_(anna), day_0="7,5 timer hjemme", day_1="8-16", revision=1)
    assert 'value="7:30 timer hjemme"' in page
    assert told in page
    known = queries.records({anna.pk}, MONDAY, MONDAY + timedelta(days=6))
    assert queries.total(known.entries[anna.pk]) == 450 + 450
    checked = check(known.timesheet(anna.pk), load(), on=MONDAY)
    assert checked.verdicts["worktime.daily_rest"] is Verdict.UNDETERMINED
    actions.confirm(employee=anna.pk, monday=MONDAY, revision=2, now=NOW)
    assert status(anna) is Status.SENT


def test_a_day_says_either_times_or_a_total(as_: Browser, anna: Employee) -> None:
    page = write(as_(anna), day_0="7,5 timer, 20-21")
    assert "enten" in page
    assert Entry.objects.count() == 0


def test_weeks_with_findings_come_first_and_are_not_approved_with_the_others(
    as_: Browser, anna: Employee, bo: Employee, hire: Callable[..., Employee]
) -> None:
    lone = hire("Zoe", manager=bo)
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0})
    write(as_(lone), because="Serveren gik ned", day_0="8-16, 20-23 hjemme", day_1="7-15")
    actions.send(employee=lone.pk, monday=MONDAY, revision=1, now=NOW)
    rows = queries.waiting(Week.objects.all())
    assert [(row.name, row.plain) for row in rows] == [("Zoe Test", False), ("Anna Test", True)]
    page = text(as_(bo), "/arbejdstid/godkendelse/")
    weeks = {week.employee_id: week.pk for week in Week.objects.all()}
    assert f'value="{weeks[anna.pk]}:1"' in page
    assert f'value="{weeks[lone.pk]}:2"' not in page


def test_a_short_answer_is_one_tap(as_: Browser, anna: Employee, clock: time_machine.Traveller) -> None:
    clock.move_to(NOW.replace(hour=18, minute=3))
    page = as_(anna).post("/arbejdstid/2026/48/", {"short": "1"}, follow=True).content.decode()
    assert "Dine timer er gemt." in page
    [entry] = Entry.objects.all()
    assert (queries.span_of(entry).start, entry.minutes, entry.place) == (18 * 60 - 2, 5, "home")
    as_(anna).post("/arbejdstid/2026/48/", {"short": "1"})
    assert Entry.objects.count() == 1


def test_a_short_answer_that_breaks_the_rest_asks_why(
    as_: Browser, anna: Employee, clock: time_machine.Traveller
) -> None:
    today = NOW.date()
    clock.move_to(NOW.replace(hour=23))
    register(anna, {today: [worked(today, 8, 16)]}, monday=today, now=NOW.replace(hour=23))
    page = as_(anna).post("/arbejdstid/2026/48/", {"short": "1"}).content.decode()
    assert "Hvad var grunden?" in page
    assert 'value="8-16 hjemme/pause 0, 22:55-23 hjemme"' in page
    assert Entry.objects.count() == 1


def test_confirming_after_a_late_evening_shows_the_week_and_asks_why(as_: Browser, anna: Employee) -> None:
    write(as_(anna), day_0="8-16, 19-21 hjemme")
    write(as_(anna), revision=1, because="Udgivelse", day_0="8-16, 20-22 hjemme")
    page = as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 2}).content.decode()
    assert "Hvad var grunden?" in page
    assert 'value="8-15:54"' in page
    assert Week.objects.get().revision == 2


def test_what_was_typed_before_confirming_is_what_is_sent(as_: Browser, anna: Employee) -> None:
    days = {f"day_{number}": "" for number in range(7)} | {"day_2": "8-14 uden pause"}
    as_(anna).post(f"{WEEK}bekraeftelse/", {"revision": 0, "because": "", **days})
    assert said(anna, MONDAY + timedelta(days=2)) == [(8, 14)]
    assert queries.total(Entry.objects.all()) == 4 * 444 + 360
    assert status(anna) is Status.SENT


def test_a_second_tab_is_told_and_can_save_after_reading(as_: Browser, anna: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    page = write(as_(anna), day_0="9-17")
    assert 'name="revision" value="1"' in page
    write(as_(anna), revision=1, day_0="9-17")
    assert said(anna, MONDAY) == [(9, 17)]


def test_days_that_nobody_touched_stay_to_the_second(as_: Browser, anna: Employee) -> None:
    start = datetime.combine(MONDAY, time(8, 0, 30), COPENHAGEN)
    register(anna, {MONDAY: [Worked(start, start + timedelta(hours=7), Place.OFFICE)]})
    write(as_(anna), revision=1, day_0="8-15 pause 0", day_1="8-16")
    assert Entry.objects.filter(day=MONDAY).count() == 1


def test_a_sunday_that_cuts_the_next_mornings_rest_short_asks_why(as_: Browser, anna: Employee, bo: Employee) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 6, 12)]})
    approve(anna, bo)
    sunday = MONDAY - timedelta(days=1)
    with pytest.raises(actions.Unexplained):
        register(anna, {sunday: [worked(sunday, 15, 23)]}, monday=MONDAY - timedelta(days=7))


def test_a_day_with_0_is_left_out_when_the_week_is_confirmed(as_: Browser, anna: Employee) -> None:
    days = {f"day_{number}": "0" if number == 3 else "" for number in range(7)}
    page = as_(anna).post(f"{WEEK}bekraeftelse/", {**days, "revision": 0}, follow=True).content.decode()
    assert "Ugen er bekræftet og sendt til din leder." in page
    assert sorted({entry.day.weekday() for entry in Entry.objects.all()}) == [0, 1, 2, 4]


def test_what_a_form_does_not_send_stays(as_: Browser, anna: Employee) -> None:
    register(anna, {MONDAY + timedelta(days=1): [worked(MONDAY + timedelta(days=1), 8, 12)]})
    as_(anna).post(f"{WEEK}bekraeftelse/", {"day_0": "8-16", "revision": 1}, follow=True)
    assert said(anna, MONDAY + timedelta(days=1)) == [(8, 12)]


def test_a_week_before_hours_were_registered_here_is_not_sent(as_: Browser, anna: Employee) -> None:
    page = as_(anna).post("/arbejdstid/2025/40/bekraeftelse/", {"revision": 0}, follow=True).content.decode()
    assert "Arbejdstid registreres her fra 5. januar 2026" in page
    assert Entry.objects.count() == 0


def test_one_reason_is_asked_for_where_it_is_written(as_: Browser, anna: Employee) -> None:
    page = write(as_(anna), day_0="8-23", day_1="7-15")
    assert 'href="#id_because"' in page
    assert "Skriv hvorfor, så gemmes timerne." in page
