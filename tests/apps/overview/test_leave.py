"""Leave: what only the person can do rests, and afterwards everything stands on one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.agreements.models import Application, Arrangement
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.queries import duties
from hjemmedag.apps.overview.queries.leave import Leave, leave_of
from hjemmedag.apps.people.models import Absence, Employee
from hjemmedag.core.duties import Scope
from tests.conftest import NOW, TODAY

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def leave(person: Employee, starts: date, ends: date | None, kind: str = "other") -> Absence:
    return Absence.objects.create(employee=person, kind=kind, leave=True, starts=starts, ends=ends)


def kinds(owner: Employee, on: date = TODAY) -> list[tuple[str, date | None]]:
    return sorted((duty.kind, duty.due) for duty in duties.due(Scope(owner=owner.pk), on))


def everyones(on: date = TODAY) -> set[tuple[str, int]]:
    return {(duty.kind, duty.owner) for duty in duties.due(Scope(), on)}


def remind(day: date) -> list[str]:
    before = set(Message.objects.values_list("key", flat=True))
    actions.remind(on=day, now=datetime(day.year, day.month, day.day, 7, tzinfo=ZoneInfo("Europe/Copenhagen")))
    return sorted(set(Message.objects.values_list("key", flat=True)) - before)


def test_own_duties_rest_and_so_do_others_that_need_the_person(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    offer(anna, by=bo)
    assert {"agreements.sign", "policy.receipt"} - {kind for kind, _due in kinds(anna)} == set()
    assert ("agreements.information", dorte.pk) in everyones()
    before = everyones()
    leave(anna, TODAY, TODAY + 90 * DAY)
    assert kinds(anna) == []
    assert ("agreements.information", dorte.pk) not in everyones()
    assert {one for one in before - everyones() if one[1] not in (anna.pk, dorte.pk)} == set()


def test_an_ordinary_holiday_or_illness_lets_nothing_rest(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    offer(anna, by=bo)
    before = kinds(anna)
    Absence.objects.create(employee=anna, kind="sick", starts=TODAY, ends=TODAY + 5 * DAY)
    assert kinds(anna) == before
    assert ("agreements.sign", date(2026, 11, 30)) in before


def test_the_right_to_an_answer_does_not_rest(
    apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    application = apply(anna)
    leave(anna, TODAY, TODAY + 90 * DAY)
    assert ("agreements.decide", application.answer_by) in kinds(bo)


def test_what_fell_due_meanwhile_is_not_late_on_the_first_day_back(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    offer(anna, by=bo)
    back = TODAY + 90 * DAY
    leave(anna, TODAY, back)
    assert ("agreements.sign", back + 14 * DAY) in kinds(anna, back)
    assert ("agreements.sign", back + 14 * DAY) in kinds(anna, back + 60 * DAY)


def test_no_reminders_are_written_during_a_leave_and_one_mail_after_it(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    offer(anna, by=bo)
    back = date(2026, 12, 14)
    row = leave(anna, TODAY, back)
    Message.objects.all().delete()
    for day in range(21):
        remind(TODAY + day * DAY)
    assert Message.objects.filter(recipient=anna.pk).count() == 0
    remind(back)
    welcome = Message.objects.get(template="overview/mail/welcome_back")
    assert welcome.key == f"overview.welcome_back:{row.pk}:{back}"
    assert welcome.recipient == anna.pk
    assert welcome.facts == {"number": len(kinds(anna, back))}
    remind(back + DAY)
    assert Message.objects.filter(recipient=anna.pk, template="overview/mail/welcome_back").count() == 1


def test_the_welcome_back_is_sent_in_the_persons_language_and_says_nothing_of_why(
    anna: Employee, bo: Employee, dorte: Employee, clock: object
) -> None:
    leave(anna, TODAY - 90 * DAY, TODAY, kind="sick")
    actions.remind(on=TODAY, now=NOW)
    Message.objects.exclude(template="overview/mail/welcome_back").delete()
    assert actions.deliver(now=NOW, moment=NOW) == 1
    [sent] = mail.outbox
    assert sent.to == [anna.email]
    assert sent.subject == "Velkommen tilbage"
    assert "syg" not in sent.body


def test_the_start_page_says_the_leave_and_then_welcome_back(
    offer: Callable[..., Arrangement], anna: Employee, bo: Employee, dorte: Employee, as_: Callable[[Employee], Client]
) -> None:
    anna.language = "en"
    anna.save()
    offer(anna, by=bo)
    row = leave(anna, TODAY - 30 * DAY, TODAY + DAY)
    assert leave_of(anna.pk, TODAY) == Leave(runs=True, until=TODAY)
    page = as_(anna).get("/", headers={"accept-language": "en"}).content.decode()
    assert "What only you can do rests" in page
    assert "Sign your contract addendum" not in page
    row.ends = TODAY
    row.save()
    assert leave_of(anna.pk, TODAY) == Leave(runs=False, back_by=TODAY + 14 * DAY)
    page = as_(anna).get("/", headers={"accept-language": "en"}).content.decode()
    assert "Welcome back: this waits for you" in page
    assert "Sign your contract addendum" in page
    assert leave_of(anna.pk, TODAY + 14 * DAY) is None


def test_the_pages_say_leave_and_never_of_which_kind(
    anna: Employee, bo: Employee, carl: Employee, dorte: Employee, as_: Callable[[Employee], Client]
) -> None:
    leave(anna, TODAY, None, kind="sick")
    page = as_(dorte).get(f"/mennesker/{anna.pk}/", headers={"accept-language": "en"}).content.decode()
    assert as_(carl).get(f"/mennesker/{anna.pk}/").status_code == 404
    assert page.count("Sick") == page.count("Syg") == 0


def test_the_filter_costs_one_query_for_any_number_of_people(
    offer: Callable[..., Arrangement], hire: Callable[..., Employee], bo: Employee, dorte: Employee
) -> None:
    counts: list[int] = []
    for name in ("Per", "Pia", "Pil"):
        person = hire(name, manager=bo)
        offer(person, by=bo)
        leave(person, TODAY, TODAY + 30 * DAY)
        with CaptureQueriesContext(connection) as asked:
            everyones()
        counts.append(len(asked))
    assert counts == [counts[0]] * 3


def test_an_employee_records_no_leave_for_themselves(
    anna: Employee, bo: Employee, dorte: Employee, as_: Callable[[Employee], Client]
) -> None:
    said = {"kind": "other", "starts": "2026-11-24", "last_day": "2026-12-24", "leave": "on"}
    assert as_(anna).post(f"/mennesker/{anna.pk}/fravaer/", said).status_code == 302
    assert list(Absence.objects.values_list("kind", "leave")) == [("annual_leave", False)]
    Absence.objects.all().delete()
    assert as_(dorte).post(f"/mennesker/{anna.pk}/fravaer/", said).status_code == 302
    row = Absence.objects.get()
    assert (row.kind, row.leave) == ("other", True)
    changed = {"starts": "2026-11-24", "last_day": "2026-12-31"}
    assert as_(dorte).post(f"/fravaer/{row.pk}/", changed).status_code == 302
    assert list(Absence.objects.values_list("leave", "ends")) == [(False, date(2027, 1, 1))]
