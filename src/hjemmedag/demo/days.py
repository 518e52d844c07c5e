"""Single days, moved days and places that closed, in every state, over the last year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import cycle
from random import Random

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import possible_moves
from hjemmedag.core.law import Text
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.refusals import Refused
from hjemmedag.demo.casting import ANNA, BO
from hjemmedag.demo.organisation import FIELD
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

DAY, WEEK, SOON = timedelta(days=1), timedelta(days=7), timedelta(minutes=40)
WHY = (
    Text(da="Ro til en rapport", en="Quiet for a report"),
    Text(da="Håndværker om formiddagen", en="A craftsman in the morning"),
    Text(da="", en=""),
    Text(da="Kursus på nettet", en="An online course"),
)
NO = Text(da="Vi har kundebesøg den dag. Tag gerne dagen efter.", en="We have clients in that day. Take the day after.")
ANSWERS = ("yes", "no", "yes", "back", "yes", "", "no")
BURST_PIPE = "Vandskade på anden sal"


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage. Anna has asked for tomorrow; Bo has it on his list."""
    luck = story.luck("days")
    asking = [one for one in staff.present if one.position.leader is not None and one.star is not ANNA]
    luck.shuffle(asking)
    few = max(4, len(asking) // 12)
    _year(story, staff, luck, asking[:few])
    if member := habitual(story, staff):
        _habit(story, staff, member)
    _lately(story, staff, luck, asking[-few:])
    moved_back = cycle((False, True))
    for member in asking[: 2 * few]:
        story.on(story.ago(luck.randint(1, 5)), _Mover(story, member, moved_back).move)
    _closures(story, staff)


def habitual(story: Story, staff: Staff) -> Member | None:
    """Who keeps to single days until they are a habit: one who answers to Bo, so that it stands on his page."""
    there = (one for one in reversed(staff.present) if one.star is None and one.serves(story.ago(9 * 7), story.today))
    return next((one for one in there if (leader := staff.leader(one)) and leader.star is BO), None)


def _year(story: Story, staff: Staff, luck: Random, members: list[Member]) -> None:
    """Days asked for over the year: most approved, some refused, taken back, or never answered."""
    for number, member in enumerate(members * 4):
        asked = story.ago(luck.randint(20, 330))
        answered = ANSWERS[number % len(ANSWERS)]
        _Asked(story, staff, member, asked + luck.randint(2, 9) * DAY, luck.choice(WHY), answered).write(asked)


def _habit(story: Story, staff: Staff, member: Member) -> None:
    """The same weekday, seven weeks in a row: nobody has settled it."""
    first = story.today - 2 * DAY - 7 * WEEK
    for week in range(7):
        day = story.next_workday(first + week * WEEK)
        _Asked(story, staff, member, day, WHY[2], "yes").write(story.workday(day - 3 * DAY))


def _lately(story: Story, staff: Staff, luck: Random, members: Sequence[Member]) -> None:
    """Days to come: some approved, some that wait for the manager; Anna's waits for Bo. A few ran out unanswered."""
    for member in members[:3]:
        _Asked(story, staff, member, story.ago(4), WHY[0], "").write(story.ago(8))
    anna = [one for one in staff.present if one.star is ANNA]
    for number, member in enumerate([*anna, *members]):
        day = story.next_workday(story.today + (1 + number % 6) * DAY)
        answered = "" if number % 3 == 0 else ("yes", "no")[number % 2]
        _Asked(story, staff, member, day, luck.choice(WHY), answered).write(story.ago(1))


class _Asked:
    """One day asked for, and what came of it."""

    def __init__(self, story: Story, staff: Staff, member: Member, day: date, why: Text, answered: str) -> None:
        self.story, self.staff, self.member = story, staff, member
        self.day, self.why, self.answered = story.next_workday(day), why, answered
        self.pk = 0

    def write(self, asked: date) -> None:
        """Asked for on a day, answered on the same one."""
        self.story.on(asked, self.ask)

    def ask(self, now: datetime) -> None:
        """Nothing happens where the day can't be had; what follows comes a little later."""
        me, why = self.member.pk, self.why.said(self.member.language)
        today = now.date()
        with suppress(Refused):
            row = actions.ask_for_day(employee=me, day=self.day, reason=why, now=now, today=today, rulebook=load())
            self.pk = row.pk
            if self.answered:
                act = self.take_back if self.answered == "back" else self.answer
                self.story.on(today, act, at=(now + SOON).time())

    def take_back(self, now: datetime) -> None:
        """The employee thinks better of it."""
        actions.withdraw_day(ad_hoc_day=self.pk, employee=self.member.pk, now=now, today=now.date())

    def answer(self, now: datetime) -> None:
        """The manager says yes, or no with a reason."""
        approved, today = self.answered == "yes", now.date()
        actions.answer_day(
            ad_hoc_day=self.pk,
            actor=people.managers_of([self.member.pk], today)[self.member.pk],
            approved=approved,
            reason="" if approved else NO.said(self.member.language),
            now=now,
            today=today,
        )


class _Mover:
    """Somebody with an arrangement moves a day of this week; one in two moves it back."""

    def __init__(self, story: Story, member: Member, moved_back: Iterator[bool]) -> None:
        self.story, self.member, self.moved_back, self.pk = story, member, moved_back, 0

    def move(self, now: datetime) -> None:
        """The first move that the two weeks allow, if there is one."""
        me, today = self.member.pk, now.date()
        days = [today + DAY * number for number in range(12)]
        closed = set(people.days_away(me, days)) | set(public_holidays(today.year, load()))
        found = possible_moves(agreements.placed([me], days)[me], today=today, closed_to=closed)
        if not found:
            return
        row = actions.move_day(employee=me, move=found[-1], now=now, today=today, rulebook=load())
        if next(self.moved_back):
            self.pk = row.pk
            self.story.on(today, self.undo, at=(now + SOON).time())

    def undo(self, now: datetime) -> None:
        """It was better as it was."""
        actions.undo_move(moved_day=self.pk, employee=self.member.pk, now=now, today=now.date())


def _closures(story: Story, staff: Staff) -> None:
    """A burst pipe last spring, a day that was called off, and a day to come."""
    for asked, ahead, days, undone in ((210, 1, 3, False), (95, 6, 1, True), (2, 13, 1, False)):
        story.on(story.ago(asked), _Closing(story, staff, ahead, days, undone).close)


class _Closing:
    """HR closes a place of work."""

    def __init__(self, story: Story, staff: Staff, ahead: int, days: int, undone: bool) -> None:
        self.story, self.staff, self.ahead, self.days, self.undone = story, staff, ahead, days, undone
        self.pk = 0

    def close(self, now: datetime) -> None:
        """The smallest of the places; whoever works in the field can't work from home."""
        hr, today = self.staff.hr.pk, now.date()
        first = self.story.next_workday(today + self.ahead * DAY)
        staffed = people.people_by_site(first)
        row = actions.close_site(
            site=min(staffed, key=lambda site: (staffed[site], site)),
            first=first,
            last=first + (self.days - 1) * DAY,
            reason=BURST_PIPE,
            not_at_home=sorted({one.title for one in self.staff.present if one.position.work == FIELD}),
            actor=hr,
            now=now,
            today=today,
            rulebook=load(),
        )
        if self.undone:
            self.pk = row.pk
            self.story.on(today, self.undo, at=(now + SOON).time())

    def undo(self, now: datetime) -> None:
        """The pipe is mended before anybody had to go home."""
        actions.undo_closure(closure=self.pk, actor=self.staff.hr.pk, now=now, today=now.date())
