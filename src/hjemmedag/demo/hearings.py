"""Who was heard about the policy, and the meetings at which Bo and the team agreed on a frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from hjemmedag.apps.policy import actions, queries
from hjemmedag.apps.policy.models import Dialogue, Hearing, Minutes
from hjemmedag.core.law import Text
from hjemmedag.core.policy.dialogues import Adjusted, Frame
from hjemmedag.core.policy.hearings import Outcome, Seat
from hjemmedag.demo.casting import BO
from hjemmedag.demo.policy import DRAFT_BEGUN, SECOND_PUBLISHED
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

DAY = timedelta(days=1)
OUTSIDE = "Fagforeningen Fjord"
TIME_TO_ANSWER = timedelta(days=14)
HELD, CORRECTED, NEXT = 70, 66, 3
"""Days back to the meeting that was held and to the correction of its minutes, and days until the next one."""
SHORTER = ("availability", "Telefontiden er for lang, når man har en dag uden møder.")
ANSWERED = "Det er vi enige i. Tiden er kortet af til kl. 09:30–14:30."
WHOLE = "Vi savner en fast dag, hvor man kan mødes med tillidsrepræsentanten."
NOT_NOW = "Det hører til i den lokale aftale. Vi tager det op ved næste forhandling."
SUMMER = "Gælder sommerhuset også for dem, der arbejder på deltid?"
BETTER = Text(
    da="Hvert team aftaler en dag om ugen, hvor alle er på kontoret. Den gælder et kvartal og må gerne flyttes.",
    en="Each team agrees on one day a week when everyone is in the office. It stands for a quarter, and may move.",
)
AGENDA = "Telefontid og svartid\nDagen, hvor vi alle er på kontoret\nHvor tit vi justerer det, vi aftaler"
SPOKEN = "Vi vil gerne kunne ringe til hinanden om formiddagen. Onsdag er dagen på kontoret."
POINTS = (("Skriv telefontiden på teamets side", 14), ("Tag rammen op igen", 90))


def write(story: Story, staff: Staff) -> None:
    """The scenes of this part."""
    second = story.ago(SECOND_PUBLISHED)
    opened = story.next_workday(story.next_workday(second - 12 * DAY) + DAY)
    said = story.next_workday(opened + DAY)
    heard = _Heard(staff)
    story.on(opened, partial(heard.begin, second - DAY), at=time(9, 30))
    story.on(said, heard.say, at=time(11, 15))
    story.on(said, heard.answer, at=time(14, 30))
    story.on(second, heard.close, at=time(9, 0))
    later = _Heard(staff)
    begun = story.ago(DRAFT_BEGUN)
    story.on(begun, partial(later.begin, story.today + TIME_TO_ANSWER), at=time(15, 0))
    story.on(story.ago(1), later.say_outside, at=time(15, 20))
    story.on(story.ago(1), later.go_on_writing, at=time(15, 40))
    if bo := next((one for one in staff.present if one.star is BO), None):
        _meet(story, staff, bo)
    others = (
        one
        for one in map(staff.leader, staff.present)
        if one and one.star is None and one.serves(story.founded, story.today)
    )
    if other := next(others, None):
        _forget(story, staff, other)


class _Heard:
    """One hearing: begun, commented on, answered and closed."""

    hearing: Hearing

    def __init__(self, staff: Staff) -> None:
        self.staff, self.hr = staff, staff.hr

    def begin(self, answer_by: date, now: datetime) -> None:
        """Everyone who represents colleagues is asked, and one party outside."""
        draft = queries.draft()
        assert draft is not None
        self.hearing = actions.open_hearing(
            version=draft.pk,
            revision=draft.revision,
            parties=actions.Heard(representatives=list(queries.representatives(now.date())), outside=[OUTSIDE]),
            answer_by=answer_by,
            words="Se især på telefontiden, og på hvem der leverer hvad.",
            actor=self.hr.pk,
            today=now.date(),
            now=now,
        )

    def say(self, now: datetime) -> None:
        """A safety representative comments, the others have nothing to say, and the party outside has one wish."""
        parties = list(self.hearing.parties.all())
        safety = next((one for one in parties if one.seat == Seat.SAFETY), None)
        for party in parties:
            when: dict[str, Any] = {"hearing": self.hearing.pk, "party": party.pk, "today": now.date(), "now": now}
            if party.employee_id is None:
                actions.comment(text=WHOLE, received_on=now.date(), actor=self.hr.pk, **when)
            elif party == safety:
                actions.comment(clause=SHORTER[0], text=SHORTER[1], actor=party.employee_id, **when)
            else:
                actions.say_nothing(actor=party.employee_id, **when)

    def say_outside(self, now: datetime) -> None:
        """The party outside has asked something that HR has not answered yet."""
        party = self.hearing.parties.get(employee=None)
        actions.comment(
            hearing=self.hearing.pk,
            party=party.pk,
            text=SUMMER,
            received_on=now.date(),
            actor=self.hr.pk,
            today=now.date(),
            now=now,
        )

    def answer(self, now: datetime) -> None:
        """HR follows what concerns a clause, and says no to the rest."""
        for one in queries.heard(self.hearing).comments:
            outcome, text = (Outcome.FOLLOWED, ANSWERED) if one.clause else (Outcome.DECLINED, NOT_NOW)
            actions.reply(comment=one.pk, outcome=outcome, text=text, actor=self.hr.pk, now=now)

    def go_on_writing(self, now: datetime) -> None:
        """A clause is changed while the hearing lasts: the heard see the difference."""
        draft = queries.draft()
        assert draft is not None
        for clause in queries.clauses_of(draft):
            if clause.text.da.startswith("Hvert team aftaler"):
                actions.change_clause(
                    clause=replace(clause, text=BETTER),
                    version=draft.pk,
                    revision=draft.revision,
                    actor=self.hr.pk,
                    now=now,
                )

    def close(self, now: datetime) -> None:
        """On the morning of the day of publication."""
        actions.close_hearing(hearing=self.hearing.pk, actor=self.hr.pk, today=now.date(), now=now)


def _meet(story: Story, staff: Staff, bo: Member) -> None:
    """One meeting with minutes that were corrected, and one to come."""
    held = story.ago(HELD)
    team = [one for one in staff.present if staff.leader(one) is bo and one.serves(held, story.today)]
    if not team:
        return
    meetings = _Meetings(bo, team)
    story.on(story.workday(held - 8 * DAY), partial(meetings.invite, held), at=time(13, 0))
    story.on(held, meetings.write, at=time(14, 0))
    story.on(story.ago(CORRECTED), meetings.correct, at=time(9, 0))
    story.on(story.ago(2), partial(meetings.invite, story.next_workday(story.today + NEXT * DAY)), at=time(10, 0))


def _forget(story: Story, staff: Staff, leader: Member) -> None:
    """A meeting in another team, of which nobody has written the minutes."""
    held = story.ago(4)
    if team := [one for one in staff.present if staff.leader(one) is leader and one.serves(story.ago(30), story.today)]:
        story.on(story.workday(held - 7 * DAY), partial(_Meetings(leader, team).invite, held), at=time(13, 30))


class _Meetings:
    """What a manager and the team talk of."""

    held: Dialogue
    first: int

    def __init__(self, host: Member, team: list[Member]) -> None:
        self.host, self.team = host, team

    def invite(self, on: date, now: datetime) -> None:
        """At nine, for an hour."""
        who = {one.pk for one in self.team}
        meeting = actions.Meeting(on=on, starts=time(9, 0), ends=time(10, 0), place="Mødelokale Havn", agenda=AGENDA)
        row = actions.invite(meeting=meeting, employees=who, host=self.host.pk, team=who, today=now.date(), now=now)
        self.held = getattr(self, "held", row)

    def write(self, now: datetime) -> None:
        """The minutes, with one day too few."""
        self.first = self._written(1, now).pk

    def correct(self, now: datetime) -> None:
        """The right number of days; the old minutes stay."""
        self._written(2, now, replaces=self.first, reason="Vi aftalte to dage, ikke en.")

    def _written(self, days: int, now: datetime, *, replaces: int | None = None, reason: str = "") -> Minutes:
        points = [
            actions.AgreedPoint(text, one.pk, self.held.on + within * DAY)
            for (text, within), one in zip(POINTS, (self.team[-1], self.host), strict=True)
        ]
        return actions.write_minutes(
            dialogue=self.held.pk,
            written=actions.Written(text=SPOKEN, points=points, frame=Frame(days, Adjusted.QUARTERLY)),
            replaces=replaces,
            reason=reason,
            actor=self.host.pk,
            today=now.date(),
            now=now,
        )
