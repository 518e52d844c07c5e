"""Visits in a demo company: each state has one, a picture waits for its viewer, and one is deleted and in the log."""

from datetime import date, datetime, time

import pytest

from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import Finding, Photo, PhotoLook, Visit
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.workplaces.visits import State

EMPLOYEES = 12
NOW = datetime.combine(date(2026, 11, 23), time(9), tzinfo=COPENHAGEN)
pytestmark = pytest.mark.django_db


def test_every_state_has_a_visit(built: None) -> None:
    assert {one.state for one in queries.visits_shown(Visit.objects.all(), NOW)} == set(State)


def test_one_picture_waits_for_its_viewer_and_one_was_seen_and_deleted(built: None) -> None:
    shown = queries.photos_shown(Photo.objects.order_by("pk"))
    assert [one.state for one in shown] == [queries.PhotoState.DELETED, queries.PhotoState.READY]
    gone, waits = (one.photo for one in shown)
    assert list(PhotoLook.objects.values_list("photo", "by")) == [(gone.pk, gone.viewer_id)]
    assert (waits.employee.first_name, queries.content_of(waits)[:3]) == ("Anna", b"\xff\xd8\xff")


def test_what_was_seen_is_in_the_action_plan(built: None) -> None:
    assert Finding.objects.filter(visit__isnull=False).count() == 2
