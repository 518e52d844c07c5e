"""Places beside the home and periods abroad: agreed, waiting and ended."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.abroad import Side
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.law import Text
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

DAY = timedelta(days=1)
HOUSE, FLAT = Text(da="Sommerhuset", en="The summer house"), Text(da="Lejligheden", en="The flat")
ROOM = Text(da="stuen", en="the living room")
YES = Text(da="Fint, når der er net.", en="Fine, with a connection.")
WHY = Text(da="Vi besøger familien.", en="We visit family.")
CONDITIONS = Text(da="Kun på firmaets computer.", en="Only on the company’s computer.")
MANY = 40
"""From so many employees on, more of them want to work abroad."""
DAYS_AGO, OPEN = 45, 2
"""When places are asked for, and when the last one is: it waits for its answer."""


def write(story: Story, staff: Staff) -> None:
    """One person has two places, of which one has ended, and asks for a third; another wants to work abroad."""
    scene = _Places(story, staff)
    story.on(story.ago(DAYS_AGO), scene.begin)
    story.on(story.ago(OPEN), scene.ask_for_one_more)
    abroad = _Abroad(story, staff)
    story.on(story.ago(120), abroad.two_weeks_agreed)
    story.on(story.ago(4), abroad.six_weeks_that_wait_for_it)
    if len(staff.present) >= MANY:
        story.on(story.ago(3), abroad.six_weeks_to_be_told_of)
        story.on(story.ago(1), abroad.two_weeks_that_wait_for_both)


def _of_a_team(staff: Staff) -> list[Member]:
    """Those with someone above them, the stars last: they have enough to do."""
    led = [one for one in staff.present if one.position.leader is not None]
    return sorted(led, key=lambda one: one.star is not None)


class _Places:
    """The places of one person."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.staff = story, staff
        self.member: Member | None = None
        self.arrangement = 0

    def begin(self, now: datetime) -> None:
        """The first whose arrangement is in force gets a summer house, and a flat for three weeks."""
        today = now.date()
        for member in _of_a_team(self.staff):
            standing = agreements.latest_standing(member.pk, today)
            if standing is None or standing.status is not Status.IN_FORCE or not people.deciders_of([member.pk], today):
                continue
            self.member, self.arrangement = member, standing.arrangement.pk
            for name, street, days in ((HOUSE, "Strandvejen 9", None), (FLAT, "Nygade 3, 2.", 21)):
                place = self._ask(name, street, now, days)
                if place:
                    actions.approve_place(
                        place=place, actor=self._manager(now), reason=YES.said(member.language), now=now, today=today
                    )
            return

    def ask_for_one_more(self, now: datetime) -> None:
        """It waits for the manager."""
        if self.member is not None:
            self._ask(Text(da="Kolonihaven", en="The allotment"), "Havevej 12", now, None)

    def _ask(self, name: Text, street: str, now: datetime, days: int | None) -> int:
        assert self.member is not None
        today, said = now.date(), self.member.language
        wanted = actions.WantedPlace(
            name.said(said),
            Address(street, "8420", "Knebel"),
            ROOM.said(said),
            today,
            today + days * DAY if days else None,
        )
        with suppress(Refused):
            return actions.ask_for_place(
                arrangement=self.arrangement,
                wanted=wanted,
                actor=self.member.pk,
                now=now,
                today=today,
                rulebook=load(),
            ).pk
        return 0

    def _manager(self, now: datetime) -> int:
        assert self.member is not None
        return people.managers_of([self.member.pk], now.date())[self.member.pk]


class _Abroad:
    """Two periods of one person: one that is over, and one that waits for IT security."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.staff = story, staff

    def two_weeks_agreed(self, now: datetime) -> None:
        """Agreed by both, with conditions."""
        self._ask(now, weeks=2, answers=2)

    def six_weeks_that_wait_for_it(self, now: datetime) -> None:
        """The manager has said yes; IT security has not answered."""
        self._ask(now, weeks=6, answers=1)

    def six_weeks_to_be_told_of(self, now: datetime) -> None:
        """Agreed by both; HR has not told of it yet."""
        self._ask(now, weeks=6, answers=2, who=3)

    def two_weeks_that_wait_for_both(self, now: datetime) -> None:
        """Nobody has answered."""
        self._ask(now, weeks=2, answers=0, who=4)

    def _ask(self, now: datetime, *, weeks: int, answers: int, who: int = 2) -> None:
        today, security = now.date(), self.staff.holder(Role.IT)
        members = _of_a_team(self.staff)
        member = members[len(members) // who]
        if security is None or security is member:
            return
        first = today + 14 * DAY
        wanted = actions.WantedStay("ES", first, first + (7 * weeks - 1) * DAY, WHY.said(member.language))
        with suppress(Refused):
            stay = actions.ask_for_stay(employee=member.pk, wanted=wanted, now=now, today=today, rulebook=load())
            manager = people.managers_of([member.pk], today)[member.pk]
            given = [(Side.MANAGER, manager, ""), (Side.IT, security.pk, CONDITIONS.said(member.language))]
            for side, actor, words in given[:answers]:
                actions.answer_stay(
                    stay=stay.pk, side=side, actor=actor, approved=True, words=words, now=now, today=today
                )
