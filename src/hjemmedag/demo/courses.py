"""How applications go: on which day each thing happened, for every state that one can be in today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hjemmedag.core.periods import add_months
from hjemmedag.demo.organisation import FIELD
from hjemmedag.demo.policy import FIRST_PUBLISHED, SECOND_PUBLISHED
from hjemmedag.demo.staff import Member
from hjemmedag.demo.story import Story

FIRST_POLICY = FIRST_PUBLISHED + timedelta(days=20)
"""From the company's first day with the product until an arrangement can have been asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One application by its days, `effective` the first at home; what has not happened is left out."""

    begun: date
    applied: date | None = None
    by_right: bool = False
    abroad: bool = False
    withdrawn: date | None = None
    refused: date | None = None
    asked_again: date | None = None
    approved: date | None = None
    effective: date | None = None
    read: date | None = None
    signed: date | None = None
    countersigned: date | None = None
    declined: date | None = None
    taken_back: date | None = None
    expired: date | None = None
    started_over: date | None = None
    paused: date | None = None
    resumed: date | None = None
    closed: date | None = None


Make = Callable[[Story, Random, Member], Course]


def draft(story: Story, luck: Random, member: Member) -> Course:
    """Begun and not sent."""
    return Course(begun=story.ago(luck.randint(2, 6)))


def fresh(story: Story, luck: Random, member: Member) -> Course:
    """Sent lately: plenty of time for the answer."""
    return _sent(story.ago(luck.randint(1, 5)))


def nearly_due(story: Story, luck: Random, member: Member) -> Course:
    """The answer is due tomorrow or the day after."""
    return _sent(story.ago(13) if story.ago(13) == story.today - timedelta(days=13) else story.ago(11))


def overdue(story: Story, luck: Random, member: Member) -> Course:
    """The answer should have been given days ago."""
    return _sent(story.ago(luck.randint(17, 20)))


def by_right(story: Story, luck: Random, member: Member) -> Course:
    """Sent by a parent, who has the right to a written answer with reasons."""
    return _sent(story.ago(7), by_right=True)


def withdrawn(story: Story, luck: Random, member: Member) -> Course:
    """Taken back before the answer."""
    day = story.ago(luck.randint(15, 200))
    return Course(begun=day, applied=day, withdrawn=day + timedelta(days=4))


def refused(story: Story, luck: Random, member: Member) -> Course:
    """Answered with a no."""
    day = story.ago(luck.randint(15, 400))
    refused = day + timedelta(days=luck.randint(3, 11))
    again = refused + timedelta(days=3) if day.toordinal() % 3 else None
    return Course(begun=day, applied=day, refused=refused, asked_again=again)


def refused_lately(story: Story, luck: Random, member: Member) -> Course:
    """Answered with a no a few days ago; HR is asked to look at it once more."""
    day = story.ago(14)
    return Course(begun=day, applied=day, refused=story.ago(6), asked_again=story.ago(3))


def unread(story: Story, luck: Random, member: Member) -> Course:
    """The addendum is offered; the employee has not opened it, and the first day is near."""
    return _approved(story.ago(4), effective=story.today + timedelta(days=luck.randint(3, 8)))


def unsigned(story: Story, luck: Random, member: Member) -> Course:
    """The employee has read the addendum and not signed it yet."""
    return _approved(story.ago(5), effective=_next_month(story), read=story.ago(3))


def half_signed(story: Story, luck: Random, member: Member) -> Course:
    """The employee has signed; the employer's signature is missing."""
    return _approved(story.ago(8), effective=story.today + timedelta(days=luck.randint(2, 9)), signed=story.ago(3))


def agreed(story: Story, luck: Random, member: Member) -> Course:
    """Signed by both; the first day is to come."""
    return _approved(story.ago(14), effective=_next_month(story), signed=story.ago(10), countersigned=story.ago(8))


def declined(story: Story, luck: Random, member: Member) -> Course:
    """The employee said no to the addendum."""
    day = story.ago(luck.randint(40, 160))
    return _approved(day, effective=add_months(day, 1), read=day, declined=day + timedelta(days=5))


def taken_back(story: Story, luck: Random, member: Member) -> Course:
    """HR took the addendum back before it was signed."""
    day = story.ago(luck.randint(30, 160))
    return _approved(day, effective=add_months(day, 1), taken_back=day + timedelta(days=3))


def expired(story: Story, luck: Random, member: Member) -> Course:
    """Nobody signed while the offer stood."""
    day = story.ago(36)
    return _approved(day, effective=_next_month(story), read=day + timedelta(days=2), expired=day + timedelta(days=27))


def started_over(story: Story, luck: Random, member: Member) -> Course:
    """The employee had signed when a new version of the policy came: signing started over, and now both have."""
    day, over = story.ago(SECOND_PUBLISHED + 6), story.ago(SECOND_PUBLISHED - 3)
    return _approved(
        day,
        effective=story.today - timedelta(days=8),
        read=day + timedelta(days=1),
        signed=day + timedelta(days=2),
        started_over=over,
        countersigned=over + timedelta(days=3),
    )


def in_force(story: Story, luck: Random, member: Member) -> Course:
    """Home days, since some time in the last year and a half."""
    earliest = max(story.founded + FIRST_POLICY, member.starts + timedelta(days=40))
    latest = story.today - timedelta(days=70)
    return _signed(earliest + timedelta(days=luck.randint(0, max(0, (latest - earliest).days))), luck)


def across_the_sound(story: Story, luck: Random, member: Member) -> Course:
    """Home days every day, at an address in Sweden."""
    return replace(in_force(story, luck, member), abroad=True)


def paused(story: Story, luck: Random, member: Member) -> Course:
    """No home days for the time being."""
    return _signed(story.ago(luck.randint(120, 250)), luck, paused=story.ago(luck.randint(6, 25)))


def resumed(story: Story, luck: Random, member: Member) -> Course:
    """There was a pause, and it is over."""
    return _signed(story.ago(luck.randint(160, 300)), luck, paused=story.ago(80), resumed=story.ago(50))


def closed(story: Story, luck: Random, member: Member) -> Course:
    """Over."""
    return _signed(story.ago(luck.randint(200, 330)), luck, closed=story.ago(luck.randint(10, 90)))


def _sent(day: date, *, by_right: bool = False) -> Course:
    return Course(begun=day, applied=day, by_right=by_right)


def _approved(day: date, **further: Any) -> Course:
    asked = day - timedelta(days=6)
    return Course(begun=asked, applied=asked, approved=day, **further)


def _signed(day: date, luck: Random, **further: Any) -> Course:
    """Asked for on a day, approved and signed soon after, in force from the first of a month."""
    approved = day + timedelta(days=luck.randint(3, 10))
    signed = approved + timedelta(days=luck.randint(1, 4))
    return Course(
        begun=day,
        applied=day,
        approved=approved,
        effective=add_months(approved.replace(day=1), 1),
        signed=signed,
        countersigned=signed + timedelta(days=luck.randint(1, 4)),
        **further,
    )


def _next_month(story: Story) -> date:
    return add_months(story.today.replace(day=1), 1)


@dataclass(frozen=True, slots=True)
class Part:
    """A state that somebody's application is in: so many per thousand employees, in large companies at least one.

    `served`: how many days the person must have been employed; `outdoors`: for those whose work suits home days badly;
    `awaited`: the manager still has to answer.
    """

    make: Make
    per_thousand: int
    served: int
    outdoors: bool = False
    awaited: bool = False

    def suits(self, member: Member) -> bool:
        """Whether the member's work makes this part likely."""
        return (member.position.work == FIELD) is self.outdoors


PARTS = (
    Part(nearly_due, 8, 40, awaited=True),
    Part(unsigned, 8, 40),
    Part(half_signed, 12, 45),
    Part(unread, 8, 40),
    Part(in_force, 0, 120),
    Part(refused, 35, 430, outdoors=True),
    Part(overdue, 4, 50, awaited=True),
    Part(agreed, 16, 50),
    Part(by_right, 8, 40, awaited=True),
    Part(paused, 10, 280),
    Part(withdrawn, 12, 230),
    Part(across_the_sound, 5, 120),
    Part(closed, 16, 360),
    Part(declined, 6, 190),
    Part(taken_back, 4, 190),
    Part(resumed, 8, 330),
    Part(expired, 4, 60),
    Part(started_over, 4, 80),
    Part(draft, 8, 20),
    Part(fresh, 16, 30),
    Part(refused_lately, 4, 60),
)
"""In the order in which a small company gets them."""
