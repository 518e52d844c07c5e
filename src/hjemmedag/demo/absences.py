"""Holidays and sick days: some behind, some this week, some planned."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

from hjemmedag.apps.people import actions
from hjemmedag.apps.people.models import Absence
from hjemmedag.core.refusals import Refused
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

LEAVE, SICK = Absence.Kind.ANNUAL_LEAVE, Absence.Kind.SICK


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage: about one in twelve is away this week; the nine with a role are all there."""
    luck, monday = story.luck("absences"), story.today - timedelta(days=story.today.weekday())
    there = [one for one in staff.present if one.star is None and one.starts < story.ago(120)]
    luck.shuffle(there)
    many = 1 + len(staff.present) // 20
    on_leave, rest = there[:many], there[many:]
    for member in on_leave:
        _write(story, member, LEAVE, monday - timedelta(days=luck.choice((0, 0, 7))), monday + timedelta(days=4))
    sick, rest = rest[: 1 + many // 3], rest[1 + many // 3 :]
    for member in sick:
        _write(story, member, SICK, story.last, None)
    for member in rest[: many * 3]:
        first = monday - timedelta(days=7 * luck.randint(3, 14))
        _write(story, member, luck.choice((LEAVE, LEAVE, SICK)), first, first + timedelta(days=luck.choice((2, 4, 11))))
    for member in rest[many : many * 4]:
        first = monday + timedelta(days=7 * luck.randint(2, 6))
        _write(story, member, LEAVE, first, first + timedelta(days=luck.choice((4, 4, 11))))


def _write(story: Story, member: Member, kind: Absence.Kind, first: date, last: date | None) -> None:
    """Holidays are planned by oneself weeks before, sick days reported on the day."""
    told = first if kind is SICK else first - timedelta(days=30)

    def away(now: datetime) -> None:
        # Whoever is on leave then plans no holiday.
        with suppress(Refused):
            actions.record_absence(employee=member.pk, kind=kind, starts=first, last_day=last, actor=member.pk, now=now)

    story.on(told, away)
