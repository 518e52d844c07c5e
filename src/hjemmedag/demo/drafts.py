"""What some people's calendars suggest for the week before: evenings that nobody has written down yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import partial

from hjemmedag.apps.worktime import actions
from hjemmedag.apps.worktime.models import Draft
from hjemmedag.core.worktime.drafts import Brought
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.typed import Span, instants
from hjemmedag.core.worktime.weeks import days_of, monday_of
from hjemmedag.demo.casting import ANNA, BO
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

Suggestion = tuple[int, str, int, int, Place | None]
"""A weekday, a title, from and until what minute of the day, and where."""

EVENING = 20 * 60
ANNAS: tuple[Suggestion, ...] = (
    (1, "Statusmøde", 10 * 60, 11 * 60, None),
    (1, "Opkald med New York", EVENING, EVENING + 30, Place.HOME),
    (3, "Demo for kunden", 16 * 60, 17 * 60, None),
)
OTHERS: tuple[Suggestion, ...] = ((2, "Planlægning", EVENING - 60, EVENING - 15, Place.HOME),)


def write(story: Story, staff: Staff) -> None:
    """The scenes: Anna, Bo and one of his team each bring a calendar on the last day."""
    anna, bo = (next(one for one in staff.present if one.star is star) for star in (ANNA, BO))
    mates = [one for one in staff.present if staff.leader(one) is bo and one is not anna]
    for minute, member in enumerate((anna, bo, *mates[:1])):
        act = partial(_bring, story, member, ANNAS if member is anna else OTHERS)
        story.by_itself(story.last, act, at=time(15, 10 + minute))


def _bring(story: Story, member: Member, suggestions: Sequence[Suggestion], now: datetime) -> None:
    days = days_of(monday_of(story.today) - timedelta(weeks=1))
    brought = []
    for weekday, title, start, end, place in suggestions:
        begins, ends = instants(days[weekday], Span(start, end))
        identity = f"{days[weekday]} {title}"
        brought.append(Brought(start=begins, end=ends, title=title, identity=identity, place=place))
    actions.take_drafts(employee=member.pk, source=Draft.Source.CALENDAR, brought=brought, now=now)
