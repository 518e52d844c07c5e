"""Changed patterns: one signed and begun, one that waits for its answer; and since HR prefers particulars, one whose
particulars wait for the receipt and one that is confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.documents import queries as papers
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.pattern import WEEKDAYS
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.law import Text
from hjemmedag.core.refusals import Refused
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

PROOFS = ("password", "totp")
WORDS = Text(da="Vores teammøde er flyttet, så dagene passer bedre sådan.", en="Our team meeting has moved.")
EXCEPTION = Text(da="Teamets mødedag flytter allerede i næste måned.", en="The team’s meeting day moves next month.")
YES = Text(da="Det passer med teamets nye mødedag.", en="It fits the team’s new meeting day.")
DAYS_AGO = (40, 9, 3, 10)
"""When each of them is asked for."""
PREFERRED, CONFIRMED = 11, 3
"""Days ago that HR chose particulars; the number of the change that is confirmed."""


def write(story: Story, staff: Staff) -> None:
    """HR’s choice, and changes by some of those whose arrangement is in force when they ask, one after the other."""
    story.on(story.ago(PREFERRED), partial(_prefer, staff))
    for number, days in enumerate(DAYS_AGO):
        story.on(story.ago(days), _Change(story, staff, number).ask)


def _prefer(staff: Staff, now: datetime) -> None:
    """Particulars where they suffice, and three weeks a quarter to ask for another pattern."""
    actions.choose_practice(days=21, window_days=21, particulars=True, revision=0, actor=staff.hr.pk, now=now)


class _Change:
    """One change and how far it comes."""

    def __init__(self, story: Story, staff: Staff, number: int) -> None:
        self.story, self.staff, self.number = story, staff, number
        self.amendment = 0
        self.member: Member | None = None

    def ask(self, now: datetime) -> None:
        """The first whose arrangement can be changed asks for the same days a weekday later."""
        for member in self.staff.present:
            standing = agreements.latest_standing(member.pk, now.date())
            if (
                standing is None
                or standing.status is not Status.IN_FORCE
                or agreements.changes_in(standing.arrangement.pk).exists()
            ):
                continue
            pattern = agreements.pattern_of(standing.terms)
            if pattern.remote or not pattern.hours or pattern.cycle_weeks != 1:
                continue
            later = replace(pattern, home_days=frozenset((day + 1) % WEEKDAYS for day in pattern.home_days))
            if later.faults():
                continue
            wanted = actions.Wanted(
                later,
                now.date() + timedelta(days=14),
                WORDS.said(member.language),
                EXCEPTION.said(member.language),
            )
            with suppress(Refused):
                self.amendment = actions.ask_for_change(
                    arrangement=standing.arrangement.pk,
                    wanted=wanted,
                    actor=member.pk,
                    now=now,
                    today=now.date(),
                    rulebook=load(),
                ).pk
                self.member = member
                break
        if self.member and self.number != 2:
            self.story.on(now.date() + timedelta(days=2), self.approve)

    def approve(self, now: datetime) -> None:
        """The manager says yes."""
        assert self.member is not None
        today = now.date()
        terms = actions.approve_change(
            amendment=self.amendment,
            actor=people.managers_of([self.member.pk], today)[self.member.pk],
            reason=YES.said(self.member.language),
            effective_on=today + timedelta(days=14),
            now=now,
            today=today,
            rulebook=load(),
        )
        document = terms.addendum.document_id
        if self.number in (0, CONFIRMED) and document is not None:
            self.story.on(today + timedelta(days=3), self._sign(document))

    def _sign(self, document: int) -> Callable[[datetime], None]:
        def sign(now: datetime) -> None:
            while (signer := papers.state(document).signer) is not None:
                seen = papers.turn(document, signer, now).revision.sha256
                documents.read(document=document, reader=signer, now=now)
                documents.sign(document=document, signer=signer, expected_sha256=seen, authenticated=PROOFS, now=now)
            actions.record_receipts(on=now.date())

        return sign
