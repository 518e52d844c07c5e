"""A refusal looked at once more: in time, by someone else, with the first decision left as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.duties import due
from hjemmedag.apps.agreements.models import Application, Arrangement, Decision, SecondAnswer, SecondLook
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee, Employment
from hjemmedag.core.agreements.retaliation import SoonAfter
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY

ASKED: dict[str, Any] = {"now": NOW, "today": TODAY, "rulebook": load()}
DAY = timedelta(days=1)


@pytest.fixture
def refused(apply: Callable[..., Application], anna: Employee, bo: Employee) -> Application:
    """Bo has said no to Anna."""
    row = apply(anna)
    actions.refuse(application=row.pk, actor=bo.pk, reason="Teamet er nyt", now=NOW)
    return Application.objects.get(pk=row.pk)


def ask(row: Application, **other: Any) -> SecondLook:
    return actions.ask_again(application=row.pk, employee=row.employee_id, words="Se igen", **ASKED | other)


def test_hr_has_it_as_a_duty_and_lets_the_refusal_stand_with_a_reason(
    refused: Application, anna: Employee, dorte: Employee
) -> None:
    look = ask(refused)
    assert look.answer_by == TODAY + 14 * DAY
    assert [(duty.kind, duty.owner, duty.due) for duty in due(Scope(), TODAY)] == [
        ("agreements.second_look", dorte.pk, TODAY + 14 * DAY)
    ]
    assert list(due(Scope(anna.pk), TODAY)) == []
    with pytest.raises(Refused):
        actions.uphold(application=refused.pk, actor=dorte.pk, reason=" ", now=NOW)
    actions.uphold(application=refused.pk, actor=dorte.pk, reason="Kunderne skal mødes", now=NOW)
    assert list(due(Scope(), TODAY)) == []
    with pytest.raises(Refused):
        actions.uphold(application=refused.pk, actor=dorte.pk, reason="Igen", now=NOW)
    told = Message.objects.filter(template__startswith="agreements/mail/second")
    assert list(told.order_by("pk").values_list("template", "recipient")) == [
        ("agreements/mail/second_look", dorte.pk),
        ("agreements/mail/second_answer", anna.pk),
    ]


def test_hr_offers_the_arrangement_after_all_and_the_first_decision_stays(
    refused: Application, anna: Employee, bo: Employee, dorte: Employee, policy: object, seal: None
) -> None:
    ask(refused)
    first = date(2026, 12, 1)
    answer = actions.overturn(
        application=refused.pk, actor=dorte.pk, reason="Opgaverne egner sig", effective_on=first, **ASKED
    )
    assert answer.outcome == SecondAnswer.Outcome.CHANGED
    decision = Decision.objects.get()
    assert (decision.outcome, decision.by_id, decision.reason) == ("refused", bo.pk, "Teamet er nyt")
    standing = queries.opened(Arrangement.objects.all(), Arrangement.objects.get().pk, TODAY)
    assert standing is not None
    assert [event.kind for event in queries.events(standing)][:4] == ["submitted", "refused", "asked_again", "changed"]


def test_it_is_asked_for_once_and_in_time(refused: Application, dorte: Employee) -> None:
    latest = TODAY + 14 * DAY
    assert queries.ask_again_by(refused, load()) == latest
    assert queries.may_ask_again(refused, latest, load())
    with pytest.raises(Refused):
        ask(refused, today=latest + DAY)
    ask(refused)
    with pytest.raises(Refused):
        ask(refused)
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.create(application=refused, asked_at=NOW, answer_by=latest)


def test_what_was_not_refused_can_not_be_looked_at_again(
    apply: Callable[..., Application], anna: Employee, dorte: Employee
) -> None:
    with pytest.raises(Refused):
        ask(apply(anna))


def test_neither_the_applicant_nor_who_refused_looks_at_it_again(
    apply: Callable[..., Application], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    row = apply(anna)
    actions.refuse(application=row.pk, actor=dorte.pk, reason="Nej", now=NOW)
    with pytest.raises(Refused):
        ask(Application.objects.get(pk=row.pk))
    assert not SecondLook.objects.exists()


def test_it_is_taken_back_while_nobody_has_answered_and_a_new_application_waits_for_that(
    refused: Application, apply: Callable[..., Application], anna: Employee, dorte: Employee
) -> None:
    ask(refused)
    with pytest.raises(Refused):
        apply(anna)
    actions.discard(employee=anna.pk)
    actions.withdraw_second_look(application=refused.pk, employee=anna.pk, now=NOW)
    with pytest.raises(Refused):
        actions.withdraw_second_look(application=refused.pk, employee=anna.pk, now=NOW)
    assert list(due(Scope(), TODAY)) == []
    apply(anna)


@pytest.mark.parametrize(("ends", "found"), [(None, None), (date(2027, 11, 24), "leave"), (date(2027, 11, 25), None)])
def test_a_last_day_within_twelve_months_of_a_request_is_noticed(
    apply: Callable[..., Application], anna: Employee, ends: date | None, found: str | None
) -> None:
    apply(anna)
    Employment.objects.filter(employee=anna).update(ends=ends)
    soon = queries.soon_after_request(anna.pk, TODAY, load())
    assert (soon.what if soon else None) == found


def test_an_arrangement_that_ends_soon_after_it_was_asked_for_is_noticed(
    offer: Callable[..., Arrangement], sign: Callable[..., None], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    arrangement = offer(anna, by=bo, first=TODAY, wanted_from=TODAY)
    sign(arrangement)
    assert queries.soon_after_request(anna.pk, TODAY, load()) is None
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    actions.close(arrangement=arrangement.pk, on=TODAY + DAY, actor=dorte.pk, reason="Slut", now=NOW)
    assert queries.soon_after_request(anna.pk, TODAY, load()) == SoonAfter("close", TODAY + DAY, TODAY)
