"""Writing, sending and taking back an application."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.apps.agreements.models import Application
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee, HomeAddress, Reporting
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.agreements.pattern import Pattern
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY


def test_a_draft_comes_back_as_it_was_written(anna: Employee, wish: Wish) -> None:
    actions.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    draft = queries.draft_of(anna.pk)
    assert draft is not None
    assert queries.wish_of(draft) == wish


def test_an_address_in_a_draft_is_only_a_wish(anna: Employee, wish: Wish) -> None:
    actions.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    assert not HomeAddress.objects.exists()


def test_a_draft_that_is_not_whole_is_kept_all_the_same(anna: Employee, wish: Wish) -> None:
    half = replace(wish, address=Address("Prøvevej 1", "", ""), room="", wanted_from=None)
    actions.save(employee=anna.pk, wish=half, revision=0, now=NOW)
    draft = queries.draft_of(anna.pk)
    assert draft is not None
    assert queries.wish_of(draft) == half


def test_a_second_window_is_told_that_the_draft_has_changed(anna: Employee, wish: Wish) -> None:
    actions.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    with pytest.raises(Stale):
        actions.save(employee=anna.pk, wish=replace(wish, room="køkkenet"), revision=0, now=NOW)
    assert Application.objects.get().room == "arbejdsværelset"


def test_sending_tells_the_manager_and_sets_the_day_of_the_answer(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    application = apply(anna)
    message = Message.objects.get()
    assert (message.recipient, message.template) == (bo.pk, "agreements/mail/submitted")
    days = load().on(TODAY).number("agreements.answer", "days")
    assert application.answer_by == TODAY + timedelta(days=days)


def test_an_answer_comes_when_the_policy_in_force_promises_it(
    apply: Callable[..., Application], anna: Employee, policy: PolicyVersion
) -> None:
    PolicyVersion.objects.update(terms={"answer_days": 5})
    assert apply(anna).answer_by == TODAY + timedelta(days=5)


def test_the_right_to_ask_never_lengthens_the_time_to_answer(apply: Callable[..., Application], anna: Employee) -> None:
    application = apply(anna, ground="parent")
    assert application.answer_by == TODAY + timedelta(days=14)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"pattern": Pattern(remote=False, cycle_weeks=1, home_days=frozenset())}, "1"),
        ({"room": ""}, "2"),
        ({"address": None}, "2"),
        ({"wanted_from": None}, "1"),
        ({"wanted_from": TODAY - timedelta(days=1)}, "1"),
    ],
)
def test_a_draft_in_which_something_is_missing_is_not_sent(
    apply: Callable[..., Application], anna: Employee, missing: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refused, match=said):
        apply(anna, **missing)
    assert Application.objects.get().submitted_at is None
    assert not Message.objects.exists()


def test_someone_without_a_manager_is_told_to_ask_hr(apply: Callable[..., Application], anna: Employee) -> None:
    Reporting.objects.all().delete()
    with pytest.raises(Refused, match="HR"):
        apply(anna)


def test_sending_twice_sends_once(apply: Callable[..., Application], anna: Employee) -> None:
    sent = apply(anna)
    with pytest.raises(Refused):
        actions.submit(employee=anna.pk, revision=sent.revision, now=NOW, today=TODAY, rulebook=load())
    assert Message.objects.count() == 1


def test_a_second_application_waits_until_the_first_is_answered(
    apply: Callable[..., Application], anna: Employee
) -> None:
    apply(anna)
    with pytest.raises(Refused):
        apply(anna)


def test_an_application_can_be_taken_back_until_it_is_answered(
    apply: Callable[..., Application], anna: Employee, bo: Employee
) -> None:
    first = apply(anna)
    actions.withdraw(application=first.pk, employee=anna.pk, now=NOW)
    assert not queries.undecided().exists()
    second = apply(anna)
    actions.refuse(application=second.pk, actor=bo.pk, reason="Nej", now=NOW)
    with pytest.raises(Refused):
        actions.withdraw(application=second.pk, employee=anna.pk, now=NOW)


def test_a_draft_can_be_thrown_away(anna: Employee, wish: Wish) -> None:
    actions.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    actions.discard(employee=anna.pk)
    assert queries.draft_of(anna.pk) is None


@pytest.mark.parametrize(
    ("ground", "starts", "by_right"),
    [
        ("", date(2024, 3, 1), False),
        ("parent", TODAY, True),
        ("carer", date(2026, 5, 23), True),
        ("carer", date(2026, 5, 24), False),
    ],
)
def test_the_right_to_ask_rests_on_one_of_two_grounds_and_is_that_of_the_day_of_sending(
    apply: Callable[..., Application],
    hire: Callable[..., Employee],
    bo: Employee,
    ground: str,
    starts: date,
    by_right: bool,
) -> None:
    someone = hire("Mia", manager=bo, starts=starts)
    assert apply(someone, ground=ground).by_right is by_right
