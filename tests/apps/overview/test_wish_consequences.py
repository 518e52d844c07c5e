"""What follows from a wish, read before it is sent and before it is answered: the team's frame, core hours and more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.test import Client

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements.models import Application
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.policy import actions
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.agreements.pattern import Window
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.people.homes import Address
from hjemmedag.core.policy.dialogues import Adjusted, Frame
from tests.conftest import NOW, TODAY

As = Callable[[Employee], Client]
FOLLOWS = "/ansoegning/foelger/"


def meet(bo: Employee, anna: Employee, days: int) -> None:
    """Bo's team agreed on so many fixed days at a meeting two days ago."""
    then = NOW - timedelta(days=2)
    meeting = actions.Meeting(
        on=then.date(), starts=time(9), ends=time(10), place="Lokale 2", agenda="Hvor mange dage?"
    )
    who = {"host": bo.pk, "team": {anna.pk}, "today": then.date(), "now": then}
    row = actions.invite(meeting=meeting, employees=[anna.pk], **who)
    written = actions.Written(text="Vi talte om dagene.", points=(), frame=Frame(days, Adjusted.QUARTERLY))
    actions.write_minutes(dialogue=row.pk, written=written, actor=bo.pk, today=TODAY, now=NOW)


@pytest.mark.parametrize(("days", "said"), [(2, "ønsket passer"), (1, "ønsket er på mere")])
def test_applicant_and_manager_read_the_teams_own_frame_and_whether_the_wish_fits(
    as_: As, anna: Employee, bo: Employee, apply: Callable[..., Application], days: int, said: str
) -> None:
    meet(bo, anna, days)
    page = f"/ansoegninger/{apply(anna).pk}/"
    for reader in (anna, bo):
        words = as_(reader).get(page).text
        assert ("møde 21. november" in words, "justeres hvert kvartal" in words, said in words) == (True, True, True)


def test_the_frame_is_shown_before_the_wish_is_sent_and_stops_nobody(
    as_: As, anna: Employee, bo: Employee, wish: Wish
) -> None:
    meet(bo, anna, 1)
    draft = agreements.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    assert "ønsket er på mere" in as_(anna).get(FOLLOWS).text
    sent = as_(anna).post("/ansoegning/send/", {"language": "da", "revision": str(draft.revision)})
    assert sent.url == f"/ansoegninger/{Application.objects.get().pk}/"


def test_someone_without_a_meeting_reads_of_no_frame(
    as_: As, anna: Employee, apply: Callable[..., Application]
) -> None:
    assert 'id="frame"' not in as_(anna).get(f"/ansoegninger/{apply(anna).pk}/").text


def test_hours_outside_the_core_hours_are_named_and_can_be_sent_all_the_same(
    as_: As, anna: Employee, wish: Wish, policy: PolicyVersion
) -> None:
    PolicyVersion.objects.filter(pk=policy.pk).update(terms={"core_hours": "9-14", "office_desk": "shared"})
    hours = dict(wish.pattern.hours) | {2: Window(time(10), time(16))}
    part_time = replace(wish.pattern, hours={day: window for day, window in hours.items() if day != 1})
    agreements.save(employee=anna.pk, wish=replace(wish, pattern=part_time), revision=0, now=NOW)
    page = as_(anna).get(FOLLOWS)
    assert (page.context["consequences"].outside, "Kernetiden er 9–14" in page.text) == ((2,), True)
    assert "en delt plads" in page.text
    assert as_(anna).get("/ansoegning/send/").status_code == 200


def test_who_lives_abroad_reads_where_they_are_insured_and_so_does_hr(
    as_: As, anna: Employee, dorte: Employee, apply: Callable[..., Application], policy: PolicyVersion
) -> None:
    row = apply(anna, address=Address("Dorfstrasse 5", "24937", "Flensburg", "DE"))
    for reader in (anna, dorte):
        words = as_(reader).get(f"/ansoegninger/{row.pk}/").text
        assert "Vi har ikke set Danmark tilslutte sig den europæiske rammeaftale om telearbejde" in words


def test_the_short_check_gives_hints_to_both_and_stops_nobody(
    as_: As, anna: Employee, bo: Employee, jens: Employee, apply: Callable[..., Application], policy: PolicyVersion
) -> None:
    row = apply(anna, precheck={"light_enough": "no", "noise_low": "yes"})
    found = [as_(one).get(f"/ansoegninger/{row.pk}/").text for one in (anna, bo, jens)]
    assert ["Der er for lidt lys, eller det blænder." in words for words in found] == [True, True, False]
    approved = as_(bo).post(
        f"/ansoegninger/{row.pk}/afgoerelse/",
        {"answer": "refuse", "reason": "Ikke nu."},
    )
    assert approved.status_code == 302


def test_the_answers_are_kept_where_they_are_given_and_none_must_be(as_: As, anna: Employee, wish: Wish) -> None:
    draft = agreements.save(employee=anna.pk, wish=wish, revision=0, now=NOW)
    place = {"street": "Prøvevej 1", "postcode": "8000", "city": "Aarhus C", "country": "DK", "room": "stuen"}
    sent = place | {"revision": str(draft.revision), "table_size": "no", "chair_adjustable": "måske"}
    page = as_(anna).post("/ansoegning/sted/", sent)
    assert list(page.context["form"].errors) == ["chair_adjustable"]
    assert as_(anna).post("/ansoegning/sted/", sent | {"chair_adjustable": ""}).url == FOLLOWS
    draft.refresh_from_db()
    assert draft.precheck == {"table_size": "no"}
    assert "Bordet er for lille." in as_(anna).get(FOLLOWS).text
