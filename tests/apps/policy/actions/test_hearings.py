"""Hearing a draft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Comment, Hearing, Party, Reply
from hjemmedag.core.policy.hearings import Edition, Outcome, Seat
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.policy.conftest import UNHEARD, Begin, Publish
from tests.apps.policy.hearing import BY, OUTSIDE, Hear, answer, hear, party, say
from tests.conftest import NOW, TODAY

__all__ = ["hear"]
DAY = timedelta(1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are read in English here."""
    with translation.override("en"):
        yield


def publishing(hearing: Hearing, by: Employee, **other: Any) -> dict[str, Any]:
    draft = queries.version(hearing.version_id)
    dated = {"effective_from": TODAY, "today": TODAY, "now": NOW}
    return {"version": draft.pk, "revision": draft.revision, "actor": by.pk, **dated, **other}


def closing(hearing: Hearing, by: Employee, **other: Any) -> dict[str, Any]:
    return {"hearing": hearing.pk, "actor": by.pk, "today": TODAY, "now": NOW, **other}


def test_a_hearing_keeps_the_draft_as_it_was_with_a_fingerprint_of_it(hear: Hear, dorte: Employee) -> None:
    hearing = hear()
    draft = queries.draft()
    kept = queries.edition_of(draft)
    actions.change_notice(version=draft.pk, revision=draft.revision, months=3, actor=dorte.pk, now=NOW)
    hearing.refresh_from_db()
    assert Edition.read(hearing.content) == kept
    assert hearing.digest == hashlib.sha256(hearing.content.encode()).hexdigest()
    assert queries.edition_of(queries.draft()).notice_months == 3
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_representatives_are_written_to_and_a_party_outside_is_a_name_only(
    hear: Hear, eva: Employee, finn: Employee
) -> None:
    hearing = hear()
    assert [(one.seat, one.called) for one in hearing.parties.all()] == [
        ("amr", eva.name),
        ("tr", finn.name),
        ("agreement", OUTSIDE),
    ]
    assert {(one.recipient, one.facts["what"]) for one in Message.objects.all()} == {
        (eva.pk, "opened"),
        (finn.pk, "opened"),
    }


def test_someone_with_two_seats_is_heard_once(begin: Begin, dorte: Employee, eva: Employee) -> None:
    draft = begin()
    seats = actions.Heard(representatives=[(Seat.SAFETY, eva.pk), (Seat.UNION, eva.pk)], outside=[OUTSIDE, OUTSIDE])
    asked = {"version": draft.pk, "revision": 1, "parties": seats, "answer_by": BY, "actor": dorte.pk}
    hearing = actions.open_hearing(**asked, today=TODAY, now=NOW)
    assert [(one.seat, one.called) for one in hearing.parties.all()] == [("amr", eva.name), ("agreement", OUTSIDE)]


@pytest.mark.parametrize(("days", "outside", "says"), [(0, [OUTSIDE], "need time"), (1, [" "], "at least one party")])
def test_a_hearing_needs_time_and_somebody_to_hear(
    days: int, outside: list[str], says: str, begin: Begin, dorte: Employee
) -> None:
    draft = begin()
    parties = actions.Heard(representatives=[], outside=outside)
    asked = {"version": draft.pk, "revision": 1, "parties": parties, "actor": dorte.pk, "today": TODAY, "now": NOW}
    with pytest.raises(Refused, match=says):
        actions.open_hearing(**asked, answer_by=TODAY + days * DAY)


def test_a_draft_is_heard_by_one_hearing_at_a_time_and_as_it_was_seen(hear: Hear, dorte: Employee) -> None:
    hearing = hear()
    parties = actions.Heard(representatives=[], outside=[OUTSIDE])
    asked = {"version": hearing.version_id, "parties": parties, "answer_by": BY, "actor": dorte.pk}
    with pytest.raises(Refused, match="open already"):
        actions.open_hearing(**asked, revision=1, today=TODAY, now=NOW)
    with pytest.raises(Stale):
        actions.open_hearing(**asked, revision=7, today=TODAY, now=NOW)


def test_a_comment_is_about_a_clause_that_was_heard_or_about_the_whole(hear: Hear, eva: Employee) -> None:
    hearing = hear()
    assert [say(hearing, eva, eva, clause=key).clause for key in ("voluntary", "")] == ["voluntary", ""]
    with pytest.raises(Refused, match="not in the draft"):
        say(hearing, eva, eva, clause="nonsense")
    with pytest.raises(Refused, match="Write the comment"):
        say(hearing, eva, eva, text="  ")


def test_a_late_comment_is_refused_with_what_to_do_and_more_time_lets_it_in(
    hear: Hear, dorte: Employee, eva: Employee
) -> None:
    hearing = hear()
    with pytest.raises(Refused, match="Write to HR: they can give everyone more time"):
        say(hearing, eva, eva, today=BY + DAY)
    later = {"answer_by": BY + 7 * DAY, "actor": dorte.pk, "today": BY + DAY, "now": NOW}
    actions.extend_hearing(hearing=hearing.pk, seen=BY, **later)
    assert say(hearing, eva, eva, today=BY + DAY).party.employee == eva
    hearing.refresh_from_db()
    assert (hearing.first_answer_by, hearing.answer_by) == (BY, BY + 7 * DAY)
    with pytest.raises(Stale, match="moved the day"):
        actions.extend_hearing(hearing=hearing.pk, seen=BY, **later)


@pytest.mark.parametrize("day", [TODAY, BY])
def test_more_time_is_more_than_there_was(day: Any, hear: Hear, dorte: Employee) -> None:
    hearing = hear()
    with pytest.raises(Refused, match="later than"):
        actions.extend_hearing(hearing=hearing.pk, seen=BY, answer_by=day, actor=dorte.pk, today=TODAY, now=NOW)


def test_hr_enters_what_a_party_outside_says_with_its_day(hear: Hear, dorte: Employee) -> None:
    hearing = hear()
    said = say(hearing, None, dorte, received_on=TODAY)
    assert (said.party.called, said.by, said.received_on) == (OUTSIDE, dorte, TODAY)
    for day, today in ((None, TODAY), (TODAY - DAY, TODAY), (TODAY + DAY, TODAY), (BY + DAY, BY + 2 * DAY)):
        with pytest.raises(Refused):
            say(hearing, None, dorte, received_on=day, today=today)
    assert say(hearing, None, dorte, received_on=BY, today=BY + 2 * DAY).received_on == BY


def test_a_party_of_another_hearing_says_nothing_here(hear: Hear, eva: Employee, dorte: Employee) -> None:
    hearing = hear()
    with pytest.raises(Refused, match="one of the parties"):
        actions.comment(hearing=hearing.pk, party=0, text="Nej", actor=eva.pk, today=TODAY, now=NOW)
    for who in (eva, dorte):
        with pytest.raises((Refused, Party.DoesNotExist)):
            say(hearing, who, who, clause="nonsense")


def test_a_comment_is_taken_back_until_the_hearing_is_closed(hear: Hear, eva: Employee, dorte: Employee) -> None:
    hearing = hear()
    one, two = say(hearing, eva, eva), say(hearing, eva, eva, "Godt")
    for _ in range(2):
        actions.withdraw_comment(comment=one.pk, actor=eva.pk, now=NOW)
    answer(two, dorte)
    actions.close_hearing(**closing(hearing, dorte, early="Alle har sagt deres"))
    with pytest.raises(Refused, match="closed"):
        actions.withdraw_comment(comment=two.pk, actor=eva.pk, now=NOW)
    assert [one.withdrawn_at is None for one in Comment.objects.order_by("pk")] == [False, True]


def test_two_colleagues_answer_a_comment_once(hear: Hear, eva: Employee, dorte: Employee, ditte: Employee) -> None:
    hearing = hear()
    said = say(hearing, eva, eva)
    answer(said, dorte)
    with pytest.raises(Stale, match="colleague has answered"):
        answer(said, ditte, "Noget andet")
    assert [(one.by, one.text, one.outcome) for one in Reply.objects.all()] == [
        (dorte, "Vi retter det", Outcome.FOLLOWED)
    ]


def test_what_is_taken_back_needs_no_answer_and_an_answer_needs_words(
    hear: Hear, eva: Employee, dorte: Employee
) -> None:
    hearing = hear()
    said = say(hearing, eva, eva)
    with pytest.raises(Refused, match="Write the answer"):
        answer(said, dorte, " ")
    actions.withdraw_comment(comment=said.pk, actor=eva.pk, now=NOW)
    with pytest.raises(Stale, match="taken back"):
        answer(said, dorte)


def test_a_hearing_closes_when_all_is_answered_and_not_before_everyone_had_time(
    hear: Hear, eva: Employee, finn: Employee, dorte: Employee
) -> None:
    hearing = hear()
    said = say(hearing, eva, eva)
    with pytest.raises(Refused, match="1 comment has no answer"):
        actions.close_hearing(**closing(hearing, dorte))
    answer(said, dorte)
    with pytest.raises(Refused, match=f"{finn.name}, {OUTSIDE}"):
        actions.close_hearing(**closing(hearing, dorte))
    when = {"actor": dorte.pk, "today": TODAY, "now": NOW}
    actions.say_nothing(hearing=hearing.pk, party=party(hearing, finn).pk, **when)
    for _ in range(2):
        actions.say_nothing(hearing=hearing.pk, party=party(hearing, None).pk, received_on=TODAY, **when)
    closed = actions.close_hearing(**closing(hearing, dorte, early="ikke brugt"))
    assert (closed.closed_by, closed.closed_early) == (dorte, "")
    for act in (lambda: say(hearing, eva, eva), lambda: actions.close_hearing(**closing(hearing, dorte))):
        with pytest.raises(Refused, match="The hearing is closed"):
            act()
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_after_the_day_a_hearing_closes_without_those_who_said_nothing(hear: Hear, dorte: Employee) -> None:
    closed = actions.close_hearing(**closing(hear(), dorte, today=BY + DAY))
    assert (closed.closed_at, closed.closed_early) == (NOW, "")


def test_publishing_without_a_hearing_asks_for_a_reason_and_keeps_it(publish: Publish, begin: Begin) -> None:
    assert publish().unheard == UNHEARD
    draft = begin()
    with pytest.raises(Refused, match="Nobody has been heard"):
        actions.publish(version=draft.pk, revision=1, effective_from=TODAY, unheard=" ", actor=1, today=TODAY, now=NOW)


def test_an_open_hearing_is_closed_before_one_publishes_and_stays_with_the_version(
    hear: Hear, eva: Employee, dorte: Employee
) -> None:
    hearing = hear()
    with pytest.raises(Refused, match="still open"):
        actions.publish(**publishing(hearing, dorte, unheard=UNHEARD))
    answer(say(hearing, eva, eva), dorte)
    actions.close_hearing(**closing(hearing, dorte, early="Haster"))
    version = actions.publish(**publishing(hearing, dorte, unheard=UNHEARD))
    assert (version.unheard, [one.said for one in queries.hearings_of(version)]) == ("", [1])


def test_parties_outside_alone_are_no_hearing(begin: Begin, dorte: Employee) -> None:
    draft = begin()
    asked = {"version": draft.pk, "revision": 1, "answer_by": BY, "actor": dorte.pk, "today": TODAY, "now": NOW}
    hearing = actions.open_hearing(**asked, parties=actions.Heard(representatives=[], outside=[OUTSIDE]))
    actions.close_hearing(**closing(hearing, dorte, early="Haster"))
    with pytest.raises(Refused, match=r"no representative[.] Hold a hearing, or write why"):
        actions.publish(**publishing(hearing, dorte))
    assert actions.publish(**publishing(hearing, dorte, unheard=UNHEARD)).unheard == UNHEARD


def test_words_changed_after_the_hearing_need_another_or_a_reason(hear: Hear, dorte: Employee) -> None:
    hearing = hear()
    actions.close_hearing(**closing(hearing, dorte, early="Haster"))
    draft = queries.draft()
    actions.change_notice(version=draft.pk, revision=draft.revision, months=3, actor=dorte.pk, now=NOW)
    with pytest.raises(Refused, match=r"changed after it was heard[.] Hold a hearing, or write why"):
        actions.publish(**publishing(hearing, dorte))
    assert actions.publish(**publishing(hearing, dorte, unheard=UNHEARD)).unheard == UNHEARD


def test_a_draft_that_was_heard_is_not_deleted(hear: Hear, dorte: Employee) -> None:
    hearing = hear()
    with pytest.raises(Refused, match="it stays"):
        actions.discard_draft(version=hearing.version_id, revision=1, actor=dorte.pk, now=NOW)
