"""Another pattern: asked for in the window or with a reason, answered by the other side, signed as new terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import translation

from hjemmedag.apps.agreements import actions, duties, queries
from hjemmedag.apps.agreements.actions import amending
from hjemmedag.apps.agreements.models import Amendment, Arrangement, Terms
from hjemmedag.apps.documents import actions as papers
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Closing, Revision
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.agreements.retaliation import SoonAfter
from hjemmedag.core.duties import Scope
from hjemmedag.core.law.company import CompanyValue, lay_over
from hjemmedag.core.law.rules import Source
from hjemmedag.core.periods import Period
from hjemmedag.core.refusals import Refused
from hjemmedag.rulebook.load import load
from tests.conftest import NOW, TODAY
from tests.papers import words

Ask = Callable[..., Amendment]
NEW = Pattern(
    remote=False,
    cycle_weeks=1,
    home_days=frozenset({1, 2, 3}),
    hours=dict.fromkeys(range(5), Window(time(8), time(16))),
)
WANTED = actions.Wanted(NEW, date(2026, 12, 7), "Jeg vil gerne samle mødedagene.", "Barnets institution flytter.")
LATER = {"now": NOW + timedelta(hours=1), "today": TODAY, "rulebook": load()}


@pytest.fixture
def living(anna: Employee, bo: Employee, offer: Callable[..., Arrangement], sign: Callable[..., None]) -> Arrangement:
    """Anna's arrangement, signed by all and begun today."""
    arrangement = offer(anna, by=bo, first=TODAY)
    sign(arrangement)
    actions.start(arrangement=arrangement.pk, on=TODAY, actor=None, now=NOW)
    return arrangement


@pytest.fixture
def ask(living: Arrangement, anna: Employee) -> Ask:
    """`ask(by=bo, words=…)` asks for three days at home in the middle of the week, else as Anna."""

    def ask(by: Employee = anna, *, now: datetime = NOW, **other: object) -> Amendment:
        return actions.ask_for_change(
            arrangement=living.pk,
            wanted=replace(WANTED, **other),
            actor=by.pk,
            now=now,
            today=now.date(),
            rulebook=load(),
        )

    return ask


def owed(owner: Employee) -> list[str]:
    return [duty.kind for duty in duties.due(Scope(owner.pk), TODAY) if duty.kind.startswith("agreements.")]


def approve(amendment: Amendment, actor: Employee, first: date = date(2026, 12, 7)) -> int:
    """The id of the addendum as a document."""
    terms = actions.approve_change(amendment=amendment.pk, actor=actor.pk, reason="Ja.", effective_on=first, **LATER)
    return terms.addendum.document_id


def sign_all(document: int) -> None:
    while (signer := documents.state(document).signer) is not None:
        sign_as(document, signer)


def sign_as(document: int, signer: int) -> None:
    papers.sign(
        document=document,
        signer=signer,
        expected_sha256=Revision.objects.filter(document=document).latest("number").sha256,
        authenticated=["password", "totp"],
        now=LATER["now"],
    )


def test_the_old_terms_hold_until_the_new_ones_are_signed_and_begin(
    ask: Ask, living: Arrangement, anna: Employee, bo: Employee
) -> None:
    document = approve(ask(), bo)
    first = date(2026, 12, 7)
    held = [queries.standing(living, day).terms.home_days for day in (TODAY, first)]
    assert held == [[0, 4], [0, 4]]
    assert "agreements.sign" in owed(anna)
    sign_all(document)
    held = [queries.standing(living, day).terms.home_days for day in (first - timedelta(days=1), first)]
    assert held == [[0, 4], [1, 2, 3]]
    in_force = queries.terms_in_force(anna.pk, first)
    assert in_force is not None
    assert in_force.home_days == [1, 2, 3]
    assert Arrangement.objects.count() == 1


def test_outside_the_window_a_reason_is_asked_for_and_inside_none(ask: Ask) -> None:
    with translation.override("en"), pytest.raises(Refused, match="window for changes is closed"):
        ask(exception="")
    january = datetime(2027, 1, 14, 9, tzinfo=UTC)
    assert ask(exception="", now=january, wanted_from=date(2027, 2, 1)).exception == ""
    with pytest.raises(Refused):
        ask(exception="", now=january + timedelta(days=1))


def test_the_other_side_answers_and_never_the_one_who_asked(ask: Ask, anna: Employee, bo: Employee) -> None:
    by_anna = ask()
    assert ("agreements.answer_change" in owed(anna), "agreements.answer_change" in owed(bo)) == (False, True)
    with pytest.raises(Refused):
        approve(by_anna, anna)
    actions.withdraw_change(amendment=by_anna.pk, actor=anna.pk, now=NOW)
    ask(by=bo)
    assert ("agreements.answer_change" in owed(anna), "agreements.answer_change" in owed(bo)) == (True, False)


def test_one_change_is_open_at_a_time(ask: Ask, anna: Employee, bo: Employee) -> None:
    first = ask()
    with translation.override("en"), pytest.raises(Refused, match="asked for already"):
        ask(by=bo)
    actions.refuse_change(amendment=first.pk, actor=bo.pk, reason="Vi mangler folk om onsdagen.", now=NOW)
    assert ask().pk != first.pk


def test_whoever_answers_second_is_told_that_it_is_answered(ask: Ask, bo: Employee, dorte: Employee) -> None:
    amendment = ask()
    actions.refuse_change(amendment=amendment.pk, actor=dorte.pk, reason="Ikke nu.", now=NOW)
    with translation.override("en"), pytest.raises(Refused, match="answered or taken back already"):
        approve(amendment, bo)
    assert Amendment.objects.get().terms is None


def test_terms_that_change_after_a_signature_are_signed_anew_and_the_paper_says_why(
    ask: Ask, living: Arrangement, anna: Employee, bo: Employee
) -> None:
    first = approve(ask(), bo)
    sign_as(first, anna.pk)
    second = approve(ask(pattern=replace(NEW, home_days=frozenset({2}))), bo, date(2026, 12, 14))
    with translation.override("da"):
        assert Closing.objects.get(document=first).reason.startswith("Vilkårene er ændret siden.")
    assert documents.state(second).signer == anna.pk
    sign_all(second)
    assert queries.standing(living, date(2026, 12, 14)).terms.home_days == [2]
    assert queries.standing(living, date(2026, 12, 13)).terms.home_days == [0, 4]


def test_the_employer_can_propose_and_a_later_proposal_starts_signing_over(
    ask: Ask, anna: Employee, bo: Employee
) -> None:
    first = approve(ask(by=bo), anna)
    second = approve(ask(by=bo, pattern=replace(NEW, home_days=frozenset({2}))), anna)
    assert (documents.state(first).standing, documents.state(second).signer) == ("replaced", anna.pk)
    assert Closing.objects.get(document=first).by == anna


def test_a_proposal_is_agreed_to_from_its_own_first_day_and_its_manager_is_told(
    ask: Ask, anna: Employee, bo: Employee
) -> None:
    proposal = ask(by=bo)
    with translation.override("en"), pytest.raises(Refused, match="begins on Monday 7 December"):
        approve(proposal, anna, date(2026, 12, 8))
    approve(proposal, anna)
    assert Message.objects.get(template="agreements/mail/change_agreed").recipient == bo.pk


def test_a_proposal_whose_first_day_has_passed_is_made_anew(ask: Ask, anna: Employee, bo: Employee) -> None:
    proposal = ask(by=bo)
    Amendment.objects.update(wanted_from=TODAY - timedelta(days=1))
    with translation.override("en"), pytest.raises(Refused, match="day of the proposal has passed"):
        approve(proposal, anna, TODAY - timedelta(days=1))


def test_a_former_managers_proposal_is_refused_and_made_anew(
    ask: Ask, anna: Employee, bo: Employee, carl: Employee
) -> None:
    proposal = ask(by=bo)
    Reporting.objects.filter(employee=anna).update(manager=carl)
    with translation.override("en"), pytest.raises(Refused, match="Bo Test no longer decides for you"):
        approve(proposal, anna)
    actions.refuse_change(amendment=proposal.pk, actor=anna.pk, reason="Carl er min leder nu.", now=NOW)
    approve(ask(by=carl), anna)


def test_what_is_signed_while_the_paper_is_made_is_not_overtaken(
    ask: Ask, bo: Employee, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = approve(ask(), bo)
    other, made = ask(pattern=replace(NEW, home_days=frozenset({2}))), amending.ready

    def meanwhile(*row: Any, **said: Any) -> Any:
        sign_all(document)
        return made(*row, **said)

    monkeypatch.setattr(amending, "ready", meanwhile)
    with translation.override("en"), pytest.raises(Refused, match="7 December"):
        approve(other, bo, date(2026, 12, 1))


def test_however_often_it_is_asked_and_taken_back_the_other_side_gets_one_letter_a_day(
    ask: Ask, anna: Employee, bo: Employee
) -> None:
    for _again in range(3):
        actions.withdraw_change(amendment=ask().pk, actor=anna.pk, now=NOW)
    ask(now=NOW + timedelta(days=1))
    told = Message.objects.filter(template="agreements/mail/change_asked")
    assert list(told.values_list("recipient", flat=True)) == [bo.pk, bo.pk]


@pytest.mark.parametrize("first", [TODAY - timedelta(days=1), date(2023, 1, 1)])
def test_a_change_is_told_in_writing_by_the_day_it_takes_effect(first: date, ask: Ask, bo: Employee) -> None:
    amendment = ask()
    with pytest.raises(Refused):
        approve(amendment, bo, first)
    assert Amendment.objects.get().closed_at is None


def test_the_same_pattern_or_an_arrangement_that_is_not_signed_is_refused(
    anna: Employee, bo: Employee, ask: Ask, living: Arrangement
) -> None:
    with translation.override("en"), pytest.raises(Refused, match="already"):
        ask(pattern=queries.pattern_of(queries.standing(living, TODAY).terms))
    actions.close(arrangement=living.pk, on=TODAY, actor=None, reason="", now=NOW)
    with translation.override("en"), pytest.raises(Refused, match="Only an arrangement"):
        ask()


@pytest.mark.parametrize("asked_by_manager", [False, True])
def test_a_change_asked_for_or_said_no_to_is_watched_like_any_request(
    ask: Ask, living: Arrangement, anna: Employee, bo: Employee, dorte: Employee, asked_by_manager: bool
) -> None:
    day = TODAY + timedelta(days=3)
    moment = NOW + timedelta(days=3)
    amendment = ask(by=bo if asked_by_manager else anna, now=moment)
    actions.refuse_change(
        amendment=amendment.pk, actor=(anna if asked_by_manager else bo).pk, reason="Ikke nu.", now=moment
    )
    actions.close(arrangement=living.pk, on=day, actor=dorte.pk, reason="Slut", now=moment)
    for found in (
        queries.soon_after_request(anna.pk, day, load()),
        queries.soon_ended(queries.standing(living, day), day, load()),
    ):
        assert found == SoonAfter("close", day, day)


def test_the_notice_agreed_and_the_last_day_on_record_are_carried_over(
    ask: Ask, living: Arrangement, bo: Employee
) -> None:
    Terms.objects.update(notice_months=5)
    actions.close(arrangement=living.pk, on=date(2027, 7, 1), actor=None, reason="", now=NOW)
    document = approve(ask(), bo)
    assert set(Terms.objects.values_list("notice_months", flat=True)) == {5}
    said = words(documents.file_of(document))
    assert "med 5 måneders varsel" in said
    assert "Den ophører uden varsel, når 30. juni 2027 er gået" in said


def test_a_change_can_not_begin_before_signed_terms_that_are_still_to_come(ask: Ask, bo: Employee) -> None:
    sign_all(approve(ask(), bo))
    other = ask(pattern=replace(NEW, home_days=frozenset({2})))
    with translation.override("en"), pytest.raises(Refused, match="7 December"):
        approve(other, bo, date(2026, 12, 1))
    approve(other, bo, date(2026, 12, 7))


def test_the_right_to_ask_is_answered_in_its_own_time_and_knows_no_window(
    living: Arrangement, anna: Employee, bo: Employee
) -> None:
    source = Source(act="Virksomhedens valg")
    slow = lay_over(load(), [CompanyValue("agreements.answer", "days", 30, Period(), source)])
    wanted = replace(WANTED, ground="parent", exception="")
    free = actions.ask_for_change(
        arrangement=living.pk, wanted=wanted, actor=anna.pk, now=NOW, today=TODAY, rulebook=slow
    )
    assert (free.by_right, free.answer_by) == (True, TODAY + timedelta(days=14))
    with pytest.raises(Refused, match="reason"), translation.override("en"):
        actions.refuse_change(amendment=free.pk, actor=bo.pk, reason=" ", now=NOW)


def test_a_manager_asks_on_no_ground_of_the_employees(ask: Ask, bo: Employee) -> None:
    with pytest.raises(Refused, match="window"), translation.override("en"):
        ask(by=bo, ground="parent", exception="")
    assert not ask(by=bo, ground="parent").by_right
