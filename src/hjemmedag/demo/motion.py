"""People in motion: one on leave, one back yesterday, a director with a stand-in, and moves between companies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from django.db import transaction

from hjemmedag.apps.agreements import actions as agreements
from hjemmedag.apps.agreements import queries as arrangements
from hjemmedag.apps.agreements.models import EmployerCheck
from hjemmedag.apps.agreements.queries.transfers import moved
from hjemmedag.apps.people import actions, queries
from hjemmedag.apps.people.models import Absence
from hjemmedag.core.agreements.pattern import WEEKDAYS
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.law import Text
from hjemmedag.core.refusals import Refused
from hjemmedag.demo import wishes
from hjemmedag.demo.company import MERGER_FROM, MERGER_MONTHS_AGO
from hjemmedag.demo.days import habitual
from hjemmedag.demo.organisation import SMALL
from hjemmedag.demo.people import conditions
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

SISTER, SISTER_CVR = "Fjordlyst Service A/S", "13572468"
BEGAN, BACK = 75, 96
"""How many days ago the leave that runs began, and the one that is just over."""
WHY = Text(da="Børnehaven har ændret sine åbningstider.", en="The kindergarten has changed its opening hours.")
JUDGED = "Vilkår og arbejdssted er uændrede. Fusionsaftalen nævner, at alle aftaler følger med."


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    story.on(story.ago(BEGAN), partial(_goes_on_leave, staff, story.today + timedelta(days=60)), at=time(8, 5))
    story.on(story.ago(BACK), partial(_goes_on_leave, staff, story.last - timedelta(days=1)), at=time(8, 5))
    story.on(story.ago(20), partial(_director_gets_a_stand_in, staff), at=time(9, 15))
    if len(staff.present) >= SMALL:
        story.on(story.ago(21), partial(_asks_for_a_change, staff, False), at=time(10, 10))
        story.on(story.ago(5), partial(_asks_for_a_change, staff, True), at=time(10, 40))
        story.on(story.ago(6), partial(_one_moves, staff), at=time(13, 40))
        story.on(story.ago(1), partial(_applies_without_a_manager, story, staff), at=time(15, 50))
    if len(staff.present) >= MERGER_FROM:
        story.on(story.ago(28 * MERGER_MONTHS_AGO), partial(_judge_the_merger, staff), at=time(13, 20))


def _ordinary(staff: Staff, on: date) -> Iterator[Member]:
    """Those without a part of their own who have been there for a while and stay, the longest there first."""
    year = timedelta(days=200)
    there = [one for one in staff.present if one.star is None and not one.position.leads and one.serves(on - year, on)]
    yield from sorted(there, key=lambda one: (one.starts, one.pk))


def _goes_on_leave(staff: Staff, last_day: date, now: datetime) -> None:
    """HR records a leave for the first who isn't away in that time."""
    for member in _ordinary(staff, now.date()):
        with suppress(Refused):
            actions.record_absence(
                employee=member.pk,
                kind=Absence.Kind.OTHER,
                starts=now.date(),
                last_day=last_day,
                leave=True,
                actor=staff.hr.pk,
                now=now,
            )
            return


def _director_gets_a_stand_in(staff: Staff, now: datetime) -> None:
    """Someone who leads answers for whoever leads the company and has no manager."""
    director = next(one for one in staff.present if one.position.leader is None)
    by = next(one for one in staff.present if one.position.leads and one is not director)
    actions.name_stand_in(
        employee=director.pk,
        by=by.pk,
        starts=now.date(),
        last_day=None,
        seen=0,
        actor=staff.hr.pk,
        now=now,
        today=now.date(),
    )


def _asks_for_a_change(staff: Staff, without: bool, now: datetime) -> None:
    """Someone asks for their days a weekday later, and nobody answers; `without`: who has no manager since."""
    today = now.date()
    for member in _ordinary(staff, today):
        standing = arrangements.latest_standing(member.pk, today)
        if standing is None or standing.status is not Status.IN_FORCE or not standing.terms.hours:
            continue
        pattern = arrangements.pattern_of(standing.terms)
        if pattern.remote or pattern.cycle_weeks != 1:
            continue
        later = replace(pattern, home_days=frozenset((day + 1) % WEEKDAYS for day in pattern.home_days))
        if later.faults():
            continue
        with suppress(Refused):
            agreements.ask_for_change(
                arrangement=standing.arrangement.pk,
                wanted=agreements.Wanted(later, today + timedelta(days=40), exception=WHY.said(member.language)),
                actor=member.pk,
                now=now,
                today=today,
                rulebook=load(),
            )
            if without:
                actions.assign_manager(employee=member.pk, manager=None, on=today, actor=staff.hr.pk, now=now)
            return


def _applies_without_a_manager(story: Story, staff: Staff, now: datetime) -> None:
    """Someone with no arrangement and no open wish applies; their manager has another job now, so HR has it."""
    today = now.date()
    single = habitual(story, staff)
    for member in _ordinary(staff, today):
        busy = arrangements.draft_of(member.pk) or arrangements.waiting_of(member.pk)
        if member is single or busy or arrangements.latest_standing(member.pk, today):
            continue
        wish = wishes.wish(story.luck("motion"), member, today + timedelta(days=30))
        with suppress(Refused), transaction.atomic():
            draft = agreements.save(employee=member.pk, wish=wish, revision=0, now=now)
            agreements.submit(employee=member.pk, revision=draft.revision, now=now, today=today, rulebook=load())
            actions.assign_manager(employee=member.pk, manager=None, on=today, actor=staff.hr.pk, now=now)
            return


def _judge_the_merger(staff: Staff, now: datetime) -> None:
    """The addenda of those who came with the company that was taken over stand as they are."""
    waiting = moved(now.date()).exclude(terms__arrangement__employee=staff.hr.pk)
    if employments := list(waiting.values_list("employment", flat=True)):
        agreements.check_employers(
            employments=employments,
            outcome=EmployerCheck.Outcome.STANDS,
            note=JUDGED,
            actor=staff.hr.pk,
            now=now,
            today=now.date(),
        )


def _one_moves(staff: Staff, now: datetime) -> None:
    """Someone with an arrangement moves to a sister company: HR has yet to judge the addendum."""
    today = now.date()
    entity = actions.add_entity(
        name=SISTER, cvr=SISTER_CVR, starts=today - timedelta(days=30), actor=staff.hr.pk, now=now
    )
    for member in _ordinary(staff, today):
        standing = arrangements.latest_standing(member.pk, today)
        held = [row for row in queries.terms_of(member.pk) if row.employment.ends is None]
        if standing is None or standing.status is not Status.IN_FORCE or not held:
            continue
        actions.employ(
            employee=member.pk,
            legal_entity=entity,
            conditions=conditions(member, now),
            starts=today,
            actor=staff.hr.pk,
            now=now,
        )
        actions.set_last_day(
            employment=held[0].employment_id,
            last_day=today - timedelta(days=1),
            successor=None,
            actor=staff.hr.pk,
            now=now,
            today=today,
        )
        return
