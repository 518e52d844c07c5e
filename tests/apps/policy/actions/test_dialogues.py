"""Dialogue meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from django.utils import translation

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee, Reporting
from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Dialogue, Minutes
from hjemmedag.core.policy.dialogues import Adjusted, Frame
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY

DAY = timedelta(1)
MEETING = actions.Meeting(on=TODAY + DAY, starts=time(9), ends=time(10), place="Lokale 2", agenda="Telefontid")
FRAME = Frame(2, Adjusted.QUARTERLY)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are read in English here."""
    with translation.override("en"):
        yield


def invite(bo: Employee, *employees: Employee, meeting: actions.Meeting = MEETING) -> Dialogue:
    who = [one.pk for one in employees]
    return actions.invite(meeting=meeting, employees=who, host=bo.pk, team={*who}, today=TODAY, now=NOW)


def write(dialogue: Dialogue, by: Employee, *, frame: Frame | None = FRAME, points: Any = (), **other: Any) -> Minutes:
    written = actions.Written(text="Vi talte om telefontid", points=points, frame=frame)
    when = {"today": TODAY + DAY, "now": NOW} | other
    return actions.write_minutes(dialogue=dialogue.pk, written=written, actor=by.pk, **when)


def test_those_invited_are_told_and_a_move_is_told_again(bo: Employee, anna: Employee) -> None:
    row = invite(bo, anna)
    later = replace(MEETING, on=TODAY + 3 * DAY)
    moved = actions.change_dialogue(dialogue=row.pk, sequence=0, meeting=later, today=TODAY, now=NOW)
    actions.cancel_dialogue(dialogue=row.pk, sequence=1, now=NOW)
    assert (moved.sequence, moved.on) == (1, later.on)
    said = [(one.recipient, one.facts["what"]) for one in Message.objects.order_by("pk")]
    assert said == [(anna.pk, "invited"), (anna.pk, "moved"), (anna.pk, "cancelled")]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"on": TODAY - DAY}, "The day has passed"),
        ({"ends": time(9)}, "ends before it begins"),
        ({"agenda": " "}, "at least one point"),
    ],
)
def test_a_meeting_lies_ahead_lasts_and_has_an_agenda(
    other: dict[str, Any], says: str, bo: Employee, anna: Employee
) -> None:
    with pytest.raises(Refused, match=says):
        invite(bo, anna, meeting=replace(MEETING, **other))
    assert Dialogue.objects.count() == 0


def test_only_one_s_own_team_is_invited(bo: Employee, anna: Employee, carl: Employee) -> None:
    for who, says in (([], "at least one"), ([anna.pk, carl.pk], "whom you manage")):
        with pytest.raises(Refused, match=says):
            actions.invite(meeting=MEETING, employees=who, host=bo.pk, team={anna.pk}, today=TODAY, now=NOW)


def test_a_second_window_is_told_that_the_meeting_changed(bo: Employee, anna: Employee) -> None:
    row = invite(bo, anna)
    actions.change_dialogue(dialogue=row.pk, sequence=0, meeting=MEETING, today=TODAY, now=NOW)
    with pytest.raises(Stale):
        actions.change_dialogue(dialogue=row.pk, sequence=0, meeting=MEETING, today=TODAY, now=NOW)
    with pytest.raises(Stale):
        actions.cancel_dialogue(dialogue=row.pk, sequence=0, now=NOW)


def test_minutes_are_written_once_and_a_correction_keeps_the_old(bo: Employee, anna: Employee) -> None:
    row = invite(bo, anna)
    point = actions.AgreedPoint("Skriv telefontiden ned", anna.pk, TODAY + 9 * DAY)
    first = write(row, bo, points=[point])
    with pytest.raises(Stale, match="another window"):
        write(row, bo)
    newer = write(row, bo, frame=replace(FRAME, days=3), replaces=first.pk, reason="Tallet var forkert")
    with pytest.raises(Stale):
        write(row, bo, replaces=first.pk, reason="En gang til")
    assert [(one.pk, one.days) for one in queries.minutes_of(row)] == [(newer.pk, 3), (first.pk, 2)]
    assert [(one.text, one.owner) for one in first.points.all()] == [(point.text, anna)]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"today": TODAY}, "has not been held"),
        ({"points": [actions.AgreedPoint("Ring", 0, TODAY)]}, "Only someone who takes part"),
        ({"replaces": 1, "reason": " "}, "Say why"),
    ],
)
def test_minutes_that_cannot_be_are_refused(other: dict[str, Any], says: str, bo: Employee, anna: Employee) -> None:
    row = invite(bo, anna)
    with pytest.raises(Refused, match=says):
        write(row, bo, **other)


def test_a_meeting_with_minutes_stays_as_it_was_held_and_one_called_off_has_none(bo: Employee, anna: Employee) -> None:
    held, off = invite(bo, anna), invite(bo, anna)
    write(held, bo)
    with pytest.raises(Refused, match="stays as it was held"):
        actions.cancel_dialogue(dialogue=held.pk, sequence=0, now=NOW)
    actions.cancel_dialogue(dialogue=off.pk, sequence=0, now=NOW)
    with pytest.raises(Refused, match="called off"):
        write(off, bo)


def test_the_frame_that_holds_is_the_last_one_agreed_and_only_the_team_s(
    bo: Employee, anna: Employee, carl: Employee, django_assert_num_queries: Any
) -> None:
    earlier, later = invite(bo, anna), invite(bo, anna, meeting=replace(MEETING, on=TODAY + 3 * DAY))
    write(later, bo, frame=Frame(1, Adjusted.YEARLY), today=TODAY + 4 * DAY)
    write(earlier, bo)
    with django_assert_num_queries(1):
        agreed = queries.agreed_frame(anna.pk, TODAY + 5 * DAY)
    assert (agreed.frame, agreed.dialogue) == (Frame(1, Adjusted.YEARLY), later.pk)
    assert queries.agreed_frame(anna.pk, TODAY + 2 * DAY).frame == FRAME
    assert queries.agreed_frame(carl.pk, TODAY + 5 * DAY) is None


def test_minutes_of_another_meeting_are_not_corrected_here(bo: Employee, anna: Employee) -> None:
    other = write(invite(bo, anna), bo)
    with pytest.raises(Stale):
        write(invite(bo, anna), bo, replaces=other.pk, reason="Tallet var forkert")


def test_a_frame_lasts_as_long_as_the_manager_it_was_agreed_with(
    bo: Employee, anna: Employee, hire: Callable[..., Employee]
) -> None:
    kim = hire("Kim")
    write(invite(bo, anna, kim), bo)
    later = TODAY + 5 * DAY
    assert [queries.agreed_frame(one.pk, later) is None for one in (anna, bo, kim)] == [False, False, True]
    Reporting.objects.filter(employee=anna).update(ends=TODAY + 3 * DAY)
    Reporting.objects.create(employee=anna, manager=kim, starts=TODAY + 3 * DAY)
    Reporting.objects.create(employee=kim, manager=bo, starts=TODAY + 3 * DAY)
    assert [queries.agreed_frame(one.pk, later) for one in (anna, bo, kim)] == [None, None, None]


def test_nobody_is_asked_for_minutes_of_a_meeting_with_others_than_their_team(bo: Employee, anna: Employee) -> None:
    invite(bo, anna)
    assert len(queries.pending(bo.pk, TODAY + 2 * DAY)) == 1
    Reporting.objects.filter(employee=anna).update(ends=TODAY)
    assert len(queries.pending(bo.pk, TODAY + 2 * DAY)) == 0
