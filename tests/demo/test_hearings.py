"""Hearings and dialogue meetings in a demo company of forty."""

from datetime import date

import pytest

from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.models import Dialogue, Hearing, PolicyVersion
from hjemmedag.core.policy.dialogues import Adjusted, Frame

TODAY = date(2026, 11, 23)
EMPLOYEES = 40
pytestmark = pytest.mark.django_db


def test_version_two_was_heard_and_the_draft_is_being_heard(built: None) -> None:
    first, second = PolicyVersion.objects.get(number=1), PolicyVersion.objects.get(number=2)
    [closed], [going] = queries.hearings_of(second), queries.hearings_of(queries.draft())
    assert (bool(first.unheard), second.unheard) == (True, "")
    assert (closed.closed_at is None, closed.said, going.closed_at is None, going.said) == (False, 2, True, 1)
    now = queries.heard(Hearing.objects.get(pk=going.pk))
    assert (now.unanswered, len(now.awaited)) == (1, len(now.parties) - 1)
    assert now.edition != queries.edition_of(queries.draft())


def test_bo_and_the_team_have_agreed_on_a_frame_and_meet_again(built: None) -> None:
    coming, forgotten, held = Dialogue.objects.all()
    [attendee, *_] = queries.attendees(held)
    assert (coming.on > TODAY, len(queries.minutes_of(held)), queries.minutes_of(forgotten)) == (True, 2, [])
    assert queries.agreed_frame(attendee.pk, TODAY).frame == Frame(2, Adjusted.QUARTERLY)
