"""Applications and arrangements in every state, through the actions that people themselves use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.agreements.models import SecondLook
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.documents import queries as papers
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.status import begins
from hjemmedag.core.law import Text
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused
from hjemmedag.demo import days, earlier, wishes
from hjemmedag.demo.casting import ANNA, BO, DORTE
from hjemmedag.demo.courses import PARTS, Course, Part, in_force, unsigned
from hjemmedag.demo.organisation import SMALL
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

MORNING = time(6, 5)
PROOFS = ("password", "totp")


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage: a part for everyone who has one."""
    luck = story.luck("agreements")
    for member, part in _parts(story, staff, luck):
        course = part.make(story, luck, member)
        _Run(story, staff, member, course, luck).write()


def _parts(story: Story, staff: Staff, luck: Random) -> Iterator[tuple[Member, Part]]:
    """Who plays which part. Anna is left to ask for herself; whoever leads the company has nobody to ask.

    Those with an arrangement from before have theirs, and one keeps to single days.
    """
    settled = [*earlier.chosen(story, staff), days.habitual(story, staff)]
    there = (one for one in staff.present if one.star not in (ANNA, BO, DORTE) and one not in settled)
    pool = [one for one in there if one.position.leader is not None]
    luck.shuffle(pool)
    for part in PARTS:
        wanted = _number(part, len(staff.present))
        fitting = [one for one in pool if one.serves(story.today - timedelta(days=part.served), story.today)]
        for member in sorted(fitting, key=lambda one: -_likely(part, one, staff))[:wanted]:
            pool.remove(member)
            yield member, part


def _number(part: Part, employees: int) -> int:
    """How many have a part: two in five an arrangement in force where there are few, fewer where there are many."""
    if part.make is in_force:
        return round(min(0.27 * employees, 30 + 0.1 * employees))
    return 1 if employees < SMALL else max(1, round(part.per_thousand * employees / 1000))


def _likely(part: Part, member: Member, staff: Staff) -> int:
    """Eva signs; what waits for an answer waits for Bo as far as his team goes; home days go to those they suit."""
    if part.make is unsigned and member.star is not None and member.star.role is Role.SAFETY:
        return 3
    leader = staff.leader(member)
    for_bo = part.awaited and leader is not None and leader.star is BO
    return 2 * for_bo + part.suits(member) - (member.star is not None)


@dataclass(slots=True)
class _Run:
    """One application from its first word to where it stands today, with the records it leads to."""

    story: Story
    staff: Staff
    member: Member
    course: Course
    luck: Random
    application: int = 0
    arrangement: int = 0
    document: int = 0

    def write(self) -> None:
        """A scene for each step of the course, each on a working day of its own."""
        course = self.course
        steps = (
            (course.applied or course.begun, self.apply),
            (course.withdrawn, self.withdraw),
            (course.refused, self.refuse),
            (course.asked_again, self.ask_again),
            (course.approved, self.approve),
            (course.read, self.read),
            (course.signed, self.sign),
            (course.started_over, self.start_over),
            (course.countersigned, self.countersign),
            (course.declined, self.decline),
            (course.taken_back, self.take_back),
            (course.expired, self.expire),
            (course.paused, self.pause),
            (course.resumed, self.resume),
            (course.closed, self.close),
        )
        after = date.min
        for day, act in steps:
            if day is not None:
                after = self.story.next_workday(max(day, after + timedelta(days=1)))
                self.story.on(after, act)

    def apply(self, now: datetime) -> None:
        """Write the application and, unless it stays a draft, send it."""
        me, today = self.member.pk, now.date()
        wanted_from = max(self.course.effective or today + timedelta(days=30), today)
        wish = wishes.wish(self.luck, self.member, wanted_from, parent=self.course.by_right, abroad=self.course.abroad)
        row = actions.save(employee=me, wish=wish, revision=0, now=now)
        if self.course.applied is not None:
            actions.submit(employee=me, revision=row.revision, now=now, today=today, rulebook=load())
        self.application = row.pk

    def withdraw(self, now: datetime) -> None:
        """The employee thinks better of it."""
        actions.withdraw(application=self.application, employee=self.member.pk, now=now)

    def refuse(self, now: datetime) -> None:
        """The manager says no."""
        actions.refuse(
            application=self.application, actor=self._manager(now.date()), reason=self._said(wishes.NO), now=now
        )

    def ask_again(self, now: datetime) -> None:
        """The employee asks HR for a second look; nobody can where HR itself said no."""
        me, today = self.member.pk, now.date()
        words = wishes.AGAIN.said(self.member.language)
        with suppress(Refused):
            actions.ask_again(
                application=self.application, employee=me, words=words, now=now, today=today, rulebook=load()
            )
            answered = self.story.next_workday(today + timedelta(days=6))
            if answered < self.story.today:
                self.story.on(answered, self.look_again)

    def look_again(self, now: datetime) -> None:
        """HR lets most refusals stand; every sixth that asked has taken it back in the meantime and gets no answer."""
        hr, reason = self.staff.hr.pk, wishes.STANDS.said(self.member.language)
        if SecondLook.objects.count() % 6 == 0:
            actions.withdraw_second_look(application=self.application, employee=self.member.pk, now=now)
        else:
            actions.uphold(application=self.application, actor=hr, reason=reason, now=now)

    def approve(self, now: datetime) -> None:
        """The manager says yes, and the addendum is offered."""
        today = now.date()
        row = actions.approve(
            application=self.application,
            actor=self._manager(today),
            reason=self._said(wishes.YES),
            effective_on=self._effective(today),
            now=now,
            today=today,
            rulebook=load(),
        )
        self.arrangement, (self.document,) = row.pk, agreements.documents_of(row)

    def read(self, now: datetime) -> None:
        """The employee opens the addendum."""
        documents.read(document=self.document, reader=self.member.pk, now=now)

    def sign(self, now: datetime) -> None:
        """The employee signs."""
        self.read(now)
        self._sign(self.member.pk, now)

    def countersign(self, now: datetime) -> None:
        """Whoever signs for the employer does so; the worker begins the arrangement on its first day."""
        signer = papers.state(self.document).signer
        assert signer is not None
        documents.read(document=self.document, reader=signer, now=now)
        self._sign(signer, now)
        first = begins(self._effective(now.date()), now.date())
        assert first is not None
        later = (now + timedelta(minutes=9)).time()
        self.story.by_itself(first, self.start, at=MORNING if first > now.date() else later)

    def start(self, now: datetime) -> None:
        """The first day has come."""
        actions.start(arrangement=self.arrangement, on=now.date(), actor=None, now=now)

    def decline(self, now: datetime) -> None:
        """The employee says no to the addendum."""
        documents.decline(document=self.document, actor=self.member.pk, reason=self._said(wishes.DECLINED), now=now)

    def take_back(self, now: datetime) -> None:
        """HR takes the addendum back."""
        documents.withdraw(document=self.document, actor=self.staff.hr.pk, reason=wishes.TAKEN_BACK, now=now)

    def expire(self, now: datetime) -> None:
        """The time to sign is over; the worker says so."""
        assert self.document in agreements.run_out(now.date(), load())
        documents.expire(document=self.document, reason=wishes.EXPIRED, now=now)

    def start_over(self, now: datetime) -> None:
        """A new version of the policy came: the worker starts signing over, and the employee signs again."""
        today = now.date()
        [stale] = [one for one in agreements.stale(today, self.arrangement) if one.document == self.document]
        addendum = actions.start_over(stale=stale, now=now, today=today, rulebook=load())
        assert addendum is not None
        assert addendum.document_id is not None
        self.document = addendum.document_id
        self.story.on(today, self.sign, at=time(15, 30))  # after every other scene of the day

    def pause(self, now: datetime) -> None:
        """HR records a pause."""
        actions.pause(
            arrangement=self.arrangement, on=now.date(), actor=self.staff.hr.pk, reason=wishes.PAUSED, now=now
        )

    def resume(self, now: datetime) -> None:
        """The pause is over."""
        actions.resume(
            arrangement=self.arrangement, on=now.date(), actor=self.staff.hr.pk, reason=wishes.RESUMED, now=now
        )

    def close(self, now: datetime) -> None:
        """The arrangement is over."""
        actions.close(
            arrangement=self.arrangement, on=now.date(), actor=self.staff.hr.pk, reason=wishes.CLOSED, now=now
        )

    def _sign(self, signer: int, now: datetime) -> None:
        seen = papers.turn(self.document, signer, now).revision.sha256
        documents.sign(document=self.document, signer=signer, expected_sha256=seen, authenticated=PROOFS, now=now)

    def _manager(self, today: date) -> int:
        return people.managers_of([self.member.pk], today)[self.member.pk]

    def _effective(self, today: date) -> date:
        return max(self.course.effective or today, today)

    def _said(self, words: Sequence[Text]) -> str:
        return self.luck.choice(words).said(self.member.language)
