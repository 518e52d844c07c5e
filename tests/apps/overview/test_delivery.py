"""Mail goes out within each person's hours, once, and one bad message holds up no other."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.outbox import queries as outbox_queries
from hjemmedag.apps.outbox.actions import Letter
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.queries.delivery import reachable
from hjemmedag.apps.people import actions as people
from tests.conftest import NOW, TODAY

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def at(clock: str, day: str = "2026-11-23") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=COPENHAGEN)


def write(person, key: str = "refused:1") -> None:
    outbox.write(
        [Letter(key=key, recipient=person.pk, template="agreements/mail/refused", facts={"application": 1})], now=NOW
    )


def deliver(moment: datetime = NOW) -> int:
    return actions.deliver(now=moment, moment=moment)


@pytest.mark.parametrize(
    ("moment", "reached"),
    [
        (at("07:59"), False),
        (at("08:00"), True),
        (at("15:59"), True),
        (at("16:00"), False),
        (at("10:00", "2026-11-28"), False),
        (at("10:00", "2026-12-25"), False),
    ],
    ids=["before", "first minute", "last minute", "after", "saturday", "holiday"],
)
def test_without_an_arrangement_the_companys_hours_count(anna, moment: datetime, reached: bool):
    assert reachable({anna.pk}, moment) == ({anna.pk} if reached else set())


def test_an_arrangement_in_force_brings_its_own_hours(anna, bo, dorte, offer, sign, wish):
    from dataclasses import replace
    from datetime import time

    from hjemmedag.core.agreements.pattern import Window

    early = replace(wish.pattern, hours=dict.fromkeys(range(5), Window(time(6), time(14))))
    arrangement = offer(anna, by=bo, first=TODAY, pattern=early, wanted_from=TODAY)
    assert reachable({anna.pk}, at("15:00")) == {anna.pk}
    sign(arrangement)
    agreements.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    assert reachable({anna.pk, bo.pk}, at("06:30")) == {anna.pk}
    assert reachable({anna.pk, bo.pk}, at("15:00")) == {bo.pk}


def test_nothing_reaches_a_person_on_leave_until_they_are_back(anna, dorte):
    people.record_absence(employee=anna.pk, kind="annual_leave", starts=TODAY, last_day=TODAY, actor=dorte.pk, now=NOW)
    write(anna)
    assert deliver() == 0
    assert deliver(at("10:00", "2026-11-24")) == 1
    assert [message.to for message in mail.outbox] == [["anna@proeve.example"]]


def test_a_message_is_delivered_once(anna):
    write(anna)
    assert (deliver(), deliver(NOW + timedelta(minutes=10))) == (1, 0)
    assert len(mail.outbox) == 1


def test_a_message_sent_again_after_a_crash_has_the_same_identity(anna):
    write(anna)
    deliver()
    Message.objects.update(delivered_at=None)
    deliver(NOW + timedelta(minutes=10))
    first, second = (message.extra_headers["Message-ID"] for message in mail.outbox)
    assert first == second


def test_a_mail_server_that_is_down_is_tried_again_and_given_up_in_the_end(anna, monkeypatch, caplog):
    def refuse(*_arguments: object) -> int:
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    write(anna)
    moment = NOW
    for _attempt in range(outbox_queries.ATTEMPTS):
        assert deliver(moment) == 0
        moment += timedelta(minutes=6)
    assert [message.failure for message in outbox_queries.given_up()] == ["nobody there"]
    assert caplog.text.count("was not sent") == outbox_queries.ATTEMPTS


def test_a_message_that_cannot_be_written_holds_up_no_other(anna, bo, caplog):
    outbox.write([Letter(key="broken", recipient=bo.pk, template="agreements/mail/nowhere")], now=NOW)
    write(anna)
    assert deliver() == 1
    assert Message.objects.get(key="broken").failure.startswith("TemplateDoesNotExist")
    assert "can't be written" in caplog.text


def test_someone_who_can_no_longer_sign_in_gets_no_mail(anna):
    anna.is_active = False
    anna.save()
    write(anna)
    assert deliver() == 0
    assert Message.objects.get().failure == "no address"


def test_delivering_costs_the_same_queries_for_one_recipient_and_for_three(
    hire: Callable[..., object], django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    costs = []
    for names in (("Ada",), ("Ole", "Pia", "Ib")):
        for name in names:
            write(hire(name), key=f"refused:{name}")
        with CaptureQueriesContext(connection) as sent:
            assert deliver() == len(names)
        costs.append(len(sent) - len(names))
    assert costs[0] == costs[1]
