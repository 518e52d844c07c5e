"""Reminders of open duties, on working days, never twice."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions
from tests.conftest import NOW


def remind(day: date) -> list[str]:
    """The keys of the reminders that a day adds."""
    before = set(Message.objects.values_list("key", flat=True))
    actions.remind(on=day, now=datetime(day.year, day.month, day.day, 7, tzinfo=ZoneInfo("Europe/Copenhagen")))
    return sorted(set(Message.objects.values_list("key", flat=True)) - before)


def test_an_application_is_reminded_of_before_on_and_after_its_day(anna, bo, dorte, apply):
    application = apply(anna)
    key = f"remind:agreements.decide:{application.pk}:{bo.pk}:2026-12-07"
    assert application.answer_by == date(2026, 12, 7)
    assert remind(date(2026, 12, 3)) == []
    assert remind(date(2026, 12, 4)) == [f"{key}:before"]
    assert remind(date(2026, 12, 4)) == []
    assert remind(date(2026, 12, 7)) == [f"{key}:today"]
    assert remind(date(2026, 12, 8)) == [f"{key}:overdue-0"]
    hr = f"remind:agreements.silence:{application.pk}:{dorte.pk}:2026-12-14"
    assert remind(date(2026, 12, 11)) == [f"{hr}:before"]
    assert remind(date(2026, 12, 14)) == [f"{key}:overdue-1", f"{hr}:today"]


def test_no_reminder_is_written_on_a_day_off(anna, bo, dorte, apply):
    apply(anna)
    assert remind(date(2026, 12, 12)) == []
    assert remind(date(2026, 12, 25)) == []


def test_a_duty_that_is_done_is_not_reminded_of(anna, bo, dorte, apply):
    from hjemmedag.apps.agreements import actions as agreements

    application = apply(anna)
    agreements.refuse(application=application.pk, actor=bo.pk, reason="Opgaverne er i laboratoriet.", now=NOW)
    Message.objects.all().delete()
    assert remind(date(2026, 12, 7)) == []
