"""The pages of dialogue meetings, and the calendar file."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import Dialogue, Minutes
from tests.apps.policy.conftest import As, Publish, questions
from tests.conftest import NOW, TODAY

LIST = "/dialogmoeder/"


@pytest.fixture
def bo(bo: Employee) -> Employee:
    """Manager, who reads English here."""
    bo.language = Employee.Language.ENGLISH
    bo.save()
    return bo


@pytest.fixture
def meeting(bo: Employee, anna: Employee) -> Dialogue:
    """Bo meets Anna today at nine."""
    what = actions.Meeting(on=TODAY, starts=time(9), ends=time(10), place="Annas stue", agenda="Svartid")
    return actions.invite(meeting=what, employees=[anna.pk], host=bo.pk, team={anna.pk}, today=TODAY, now=NOW)


def asked(**other: Any) -> dict[str, Any]:
    times = {"on": TODAY.isoformat(), "starts": "09:00", "ends": "10:30"}
    return times | {"place": "", "agenda": "Telefontid\nSvartid"} | other


def test_the_agenda_begins_with_the_subjects_of_the_policy(
    as_: As, publish: Publish, bo: Employee, anna: Employee
) -> None:
    publish()
    form = as_(bo).get(LIST + "nyt/").context["form"]
    assert form.initial["employees"] == [anna.pk]
    assert form.initial["agenda"].splitlines()[-1] == "How often we adjust what we agree"
    assert len(form.initial["agenda"].splitlines()) > 3


def test_a_manager_invites_and_the_team_sees_it(as_: As, bo: Employee, anna: Employee, carl: Employee) -> None:
    answered = as_(bo).post(LIST + "nyt/", asked(employees=[anna.pk]), follow=True)
    assert "They are invited" in answered.text
    page = f"{LIST}{Dialogue.objects.get().pk}/"
    assert [as_(one).get(page).status_code for one in (bo, anna, carl)] == [200, 200, 404]
    assert [len(as_(one).get(LIST).context["page"]) for one in (bo, anna, carl)] == [1, 1, 0]


@pytest.mark.parametrize(
    "other", [{"on": "i morgen"}, {"starts": "9.99"}, {"ends": "08:00"}, {"employees": ["0"]}, {"agenda": ""}]
)
def test_what_cannot_be_meant_is_asked_for_again(other: dict[str, Any], as_: As, bo: Employee, anna: Employee) -> None:
    answered = as_(bo).post(LIST + "nyt/", asked(employees=[anna.pk]) | other)
    assert (answered.status_code, bool(answered.context["form"].errors), Dialogue.objects.count()) == (200, True, 0)


def test_only_the_host_changes_a_meeting_or_writes_its_minutes(
    as_: As, meeting: Dialogue, anna: Employee, dorte: Employee
) -> None:
    pages = [f"{LIST}{meeting.pk}/{what}/" for what in ("aendring", "aflysning", "referat")]
    assert [as_(anna).post(page).status_code for page in pages] == [403, 403, 403]
    assert [as_(dorte).post(page).status_code for page in pages] == [404, 404, 404]


def test_a_host_whose_team_went_to_another_manager_can_still_call_the_meeting_off(
    as_: As, meeting: Dialogue, bo: Employee, anna: Employee
) -> None:
    Reporting.objects.filter(employee=anna).delete()
    browser, page = as_(bo), f"{LIST}{meeting.pk}/"
    links = [f'href="{page}{what}/"' in browser.get(page).text for what in ("aendring", "aflysning")]
    assert links == [False, True]
    assert browser.get(page + "aendring/").status_code == 403
    assert browser.post(page + "aflysning/", {"sequence": 0}).status_code == 302
    assert Dialogue.objects.get().cancelled_at is not None


def test_the_calendar_file_says_when_and_nothing_of_what(as_: As, meeting: Dialogue, anna: Employee) -> None:
    answered = as_(anna).get(f"{LIST}{meeting.pk}/kalender/")
    calendar = Calendar.from_ical(answered.content)
    [event] = calendar.walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (
        datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC),
        datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC),
    )
    assert sorted(event) == sorted(["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "URL", "STATUS"])
    assert (event["SEQUENCE"], event["STATUS"], event.errors) == (0, "CONFIRMED", [])
    assert (b"Svartid" in answered.content, b"stue" in answered.content, b"Anna" in answered.content) == (
        False,
        False,
        False,
    )
    assert answered.headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_meeting_that_moved_or_is_off_keeps_its_identity_in_the_calendar(
    as_: As, meeting: Dialogue, bo: Employee, anna: Employee
) -> None:
    browser, page = as_(bo), f"{LIST}{meeting.pk}/"
    before = Calendar.from_ical(browser.get(page + "kalender/").content).walk("VEVENT")[0]
    later = asked(on=(TODAY + timedelta(2)).isoformat(), sequence=0)
    assert browser.post(page + "aendring/", later).status_code == 302
    assert browser.post(page + "aendring/", later).status_code == 409
    assert browser.post(page + "aflysning/", {"sequence": 1}).status_code == 302
    after = Calendar.from_ical(as_(anna).get(page + "kalender/").content).walk("VEVENT")[0]
    assert (after["UID"], after["SEQUENCE"], after["STATUS"]) == (before["UID"], 2, "CANCELLED")


def test_minutes_with_a_frame_and_points_are_read_by_the_team_and_corrected(
    as_: As, meeting: Dialogue, bo: Employee, anna: Employee
) -> None:
    page, browser = f"{LIST}{meeting.pk}/", as_(bo)
    point = {"point_1": "Skriv det ned", "owner_1": anna.pk, "due_1": TODAY.isoformat()}
    form = {"text": "Vi talte", "days": "2", "adjusted": "quarterly", **point}
    assert browser.post(page + "referat/", form).status_code == 302
    read = as_(anna).get(page).text
    assert ("Two fixed home days, adjusted every quarter" in read, "Skriv det ned" in read) == (True, True)
    form["seen"] = str(browser.get(page + "referat/").context["form"].initial["seen"])
    assert browser.post(page + "referat/", form | {"days": "3"}).context["form"].errors.keys() == {"reason"}
    assert browser.post(page + "referat/", form | {"days": "3", "reason": "Tallet"}).status_code == 302
    assert [one["frame"].days for one in as_(anna).get(page).context["minutes"]] == [3, 2]
    assert "Three fixed home days, adjusted every quarter" in browser.get(LIST).text


@pytest.mark.parametrize(
    ("half", "named"),
    [({"days": "2"}, {"adjusted"}), ({"adjusted": "yearly"}, {"days"}), ({"point_2": "Ring"}, {"owner_2", "due_2"})],
)
def test_half_a_frame_and_half_a_point_are_named(
    half: dict[str, str], named: set[str], as_: As, meeting: Dialogue, bo: Employee
) -> None:
    answered = as_(bo).post(f"{LIST}{meeting.pk}/referat/", {"text": "Vi talte"} | half)
    assert (set(answered.context["form"].errors), Minutes.objects.count()) == (named, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_meeting_and_three(number: int, as_: As, bo: Employee, anna: Employee) -> None:
    what = actions.Meeting(on=TODAY, starts=time(9), ends=time(10), place="", agenda="Svartid")
    for _ in range(number):
        row = actions.invite(meeting=what, employees=[anna.pk], host=bo.pk, team={anna.pk}, today=TODAY, now=NOW)
    assert [questions(as_(anna), page) for page in (LIST, f"{LIST}{row.pk}/")] == [7, 7]


def test_minutes_written_in_another_window_are_looked_at_first(as_: As, meeting: Dialogue, bo: Employee) -> None:
    page, browser = f"{LIST}{meeting.pk}/referat/", as_(bo)
    assert browser.post(page, {"text": "Vi talte"}).status_code == 302
    first = Minutes.objects.get().pk
    correction = {"text": "Vi talte om svartid", "reason": "Kortere", "seen": str(first)}
    assert browser.post(page, correction).status_code == 302
    late = [browser.post(page, one) for one in ({"text": "Mine egne ord"}, correction | {"text": "Mine egne ord"})]
    assert [(one.status_code, "Mine egne ord" in one.text) for one in late] == [(409, True), (409, True)]
    assert Minutes.objects.count() == 2


def test_whoever_no_longer_manages_the_invited_writes_what_was_held_down_and_can_only_call_off_what_is_to_come(
    as_: As, meeting: Dialogue, bo: Employee, anna: Employee
) -> None:
    later = actions.Meeting(on=TODAY + timedelta(2), starts=time(9), ends=time(10), place="", agenda="Svartid")
    who = {"host": bo.pk, "team": {anna.pk}, "today": TODAY, "now": NOW}
    coming = actions.invite(meeting=later, employees=[anna.pk], **who)
    held_on = TODAY - timedelta(2)
    Dialogue.objects.filter(pk=meeting.pk).update(on=held_on)
    Reporting.objects.filter(employee=anna).update(ends=TODAY)
    browser = as_(bo)
    pages = [f"{LIST}{row.pk}/{what}/" for row in (meeting, coming) for what in ("aendring", "aflysning", "referat")]
    assert [browser.get(page).status_code for page in pages] == [403, 403, 200, 403, 200, 403]
    shown = [browser.get(f"{LIST}{row.pk}/").context for row in (meeting, coming)]
    assert [(one["to_write"], one["to_change"]) for one in shown] == [(True, False), (False, False)]
