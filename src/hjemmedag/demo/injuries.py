"""A year of injuries and near misses in every state, and the insurance register with a review to come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Injury
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.injuries import Clock
from hjemmedag.demo.casting import ANNA
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

DAY = timedelta(days=1)
SINCE, EVERY = 340, 28
"""Days back to where people are first asked about their contents insurance, and how often some of them look."""
INSURED, CHANGED = 350, 100
"""Days back to the first lines of the register, and to a change in one."""
FALL = ("Jeg faldt over ledningen til skærmen", "Jeg var på vej tilbage fra printeren i gangen", "Håndled", "Forstuvet")
CHAIR = ("Stolen gled, da jeg satte mig", "Jeg satte mig ved skrivebordet efter et møde", "Lænd", "Et slag")
CUT = ("Jeg skar mig på en papkasse", "Jeg pakkede den nye skærm ud", "Finger", "Et snit")
HEAD = ("Jeg slog hovedet mod skabslågen", "Jeg hentede kaffe mellem to opkald", "Pande", "En bule")
NEAR = (
    (200, "Skærmen vippede ud over bordkanten", "En arm, der spændes fast på bordet", "plan"),
    (90, "Jeg gled på det våde gulv i gangen", "", "answer"),
    (4, "Strømskinnen blev meget varm", "En ny strømskinne", ""),
)
PLAN = "Skærmen skal spændes fast, så den ikke kan vippe ned fra bordet."
ANSWER = "Tak. Der er kommet en skridsikker måtte i pakken til hjemmet."
REASON = "Kun én fraværsdag, og der ventes ikke krav. Grænsen er under ændring."


def write(story: Story, staff: Staff) -> None:
    """The scenes of this part."""
    long_here = [one for one in staff.present if one.star is None and one.serves(story.ago(SINCE), story.today)]
    hurt = _Hurt(story, staff)
    one, two, three, four, five, six = (long_here[number % len(long_here)] for number in range(6))
    hurt.injure(one, 300, FALL, away=3, filed=6, corrected=True)
    hurt.injure(two, 115, CHAIR, away=1, filed=5, reason=REASON)
    hurt.injure(three, 45, HEAD, by=staff.leader(three))
    hurt.injure(four, 11, CUT, claim=True)
    hurt.injure(five, 8, CHAIR, away=1)
    story.on(story.ago(2), partial(_begin, six))
    for back, what, prevent, settled in NEAR:
        _near_miss(story, staff, long_here[back % len(long_here)], back, what, prevent, settled)
    _insure(story, staff)
    looks = _Looks(story, staff)
    for back in range(SINCE, 0, -EVERY):
        story.by_itself(story.ago(back), looks.look, at=time(12, 20))


class _Hurt:
    """Injuries: told, perhaps corrected, with absence or a claim, and reported or looked into by HR."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.staff = story, staff

    def injure(
        self,
        member: Member,
        back: int,
        words: tuple[str, str, str, str],
        *,
        away: int = 0,
        claim: bool = False,
        filed: int = 0,
        reason: str = "",
        corrected: bool = False,
        by: Member | None = None,
    ) -> None:
        told = _Told(member, self.story.ago(back), words, by or member)
        self.story.on(told.on, told.tell, at=time(14, 30))
        if corrected:
            self.story.on(told.on + DAY, told.correct, at=time(9, 15))
        if away or claim:
            self.story.on(told.on + (away + 1) * DAY, partial(told.after, away, claim), at=time(10, 5))
        if filed:
            self.story.on(told.on + filed * DAY, partial(told.file, self.staff, reason), at=time(11, 0))


class _Told:
    """One injury on its way; the number of its row comes when it is told."""

    def __init__(self, member: Member, on: date, words: tuple[str, str, str, str], by: Member) -> None:
        self.member, self.on, self.words, self.by = member, on, words, by
        self.pk = self.revision = 0

    def _said(self, place: str) -> actions.Told:
        what, link, _part, _harm = self.words
        return actions.Told(
            on=self.on, clock=time(13, 40), place=place, task=self.member.title, what=what, link=link, seen_by=""
        )

    def tell(self, now: datetime) -> None:
        draft = actions.begin_injury(employee=self.member.pk, writer=self.by.pk, today=now.date(), now=now)
        hurt = actions.Hurt(body_part=self.words[2], harm=self.words[3])
        told = self._said("Gangen" if self.words is FALL else "Hjemmekontoret")
        row = actions.tell_injury(draft=draft.pk, writer=self.by.pk, told=told, hurt=hurt, now=now)
        self.pk, self.revision = row.pk, row.revision

    def correct(self, now: datetime) -> None:
        said = self._said("Døren til arbejdsværelset")
        actions.correct_injury(injury=self.pk, told=said, revision=self.revision, actor=self.member.pk, now=now)
        self.revision += 1

    def after(self, away: int, claim: bool, now: datetime) -> None:
        days: dict[str, Any] = {"first_away": None, "last_away": None}
        if away:
            days = {"first_away": self.on + DAY, "last_away": self.on + away * DAY}
        actions.note_aftermath(
            injury=self.pk,
            **days,
            claim_expected=claim,
            revision=self.revision,
            actor=self.member.pk,
            today=now.date(),
            now=now,
        )
        self.revision += 1

    def file(self, staff: Staff, reason: str, now: datetime) -> None:
        """Where the law of the day is confirmed, even what was to be left is reported."""
        [case] = queries.cases(queries.with_latest(Injury.objects.filter(pk=self.pk)), now.date())
        left = bool(reason) and case.clock is Clock.CHECK
        actions.file_injury(
            injury=self.pk,
            reported=not left,
            on=now.date(),
            reference="" if left else f"{now.year}-{4000 + self.pk}",
            reason=reason if left else "",
            revision=self.revision,
            actor=staff.hr.pk,
            today=now.date(),
            now=now,
        )
        self.revision += 1


def _begin(member: Member, now: datetime) -> None:
    draft = actions.begin_injury(employee=member.pk, writer=member.pk, today=now.date(), now=now)
    said = draft.said | {"what": CUT[0]}
    actions.keep_injury(draft=draft.pk, writer=member.pk, said=said, now=now)


def _near_miss(story: Story, staff: Staff, member: Member, back: int, what: str, prevent: str, settled: str) -> None:
    rows: list[int] = []

    def tell(now: datetime) -> None:
        row = actions.tell_near_miss(
            employee=member.pk,
            on=now.date(),
            place="Hjemmekontoret",
            what=what,
            prevent=prevent,
            today=now.date(),
            now=now,
        )
        rows.append(row.pk)

    def settle(now: datetime) -> None:
        safety = next(one for one in (staff.holder(Role.SAFETY), staff.hr) if one not in (None, member))
        plan = settled == "plan"
        actions.settle_near_miss(
            near_miss=rows[0],
            told=Role.SAFETY if plan else "",
            words=PLAN if plan else "",
            answer="" if plan else ANSWER,
            actor=safety.pk,
            today=now.date(),
            now=now,
        )

    story.on(story.ago(back), tell, at=time(9, 45))
    if settled:
        story.on(story.ago(back) + 3 * DAY, settle, at=time(10, 30))


def _insure(story: Story, staff: Staff) -> None:
    """Work injury with its review in three weeks, property that was clarified later, and liability that isn't yet."""
    kept: list[int] = []

    def write_down(now: datetime) -> None:
        for kind, number, clarified, review in (
            ("work_injury", "AS-204417", "Dækker arbejde hjemme som på kontoret", story.today + 20 * DAY),
            ("property", "LØ-88121", "", story.today + 200 * DAY),
            ("liability", "AN-5530", "", story.today + 200 * DAY),
        ):
            row = _insured(staff, kind, number, clarified, now.date(), review, None, now)
            kept.append(row)

    def clarify(now: datetime) -> None:
        words = "Virksomhedens udstyr er dækket hos medarbejderen, også under transport"
        _insured(staff, "property", "LØ-88121", words, now.date(), story.today + 265 * DAY, kept[1], now)

    story.on(story.ago(INSURED), write_down, at=time(13, 5))
    story.on(story.ago(CHANGED), clarify, at=time(13, 25))


def _insured(
    staff: Staff,
    kind: str,
    number: str,
    clarified: str,
    starts: date,
    review_on: date,
    replaces: int | None,
    now: datetime,
) -> int:
    insured = actions.Insured(
        kind=kind,
        insurer="Fjordens Forsikring",
        policy_number=number,
        clarified=clarified,
        starts=starts,
        ends=None,
        review_on=review_on,
    )
    return actions.insure(insured=insured, replaces=replaces, actor=staff.hr.pk, now=now).pk


class _Looks:
    """Now and then some look at their own contents insurance; Anna does at once."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.luck, self.staff = story.luck("contents"), staff

    def look(self, now: datetime) -> None:
        today = now.date()
        employed = set(people.employed(today).values_list("pk", flat=True))
        anna = next(one.pk for one in self.staff.present if one.star is ANNA)
        for need in list(queries.needs(Scope(), today)):
            if not need.check_contents or need.employee not in employed:
                continue
            if need.employee == anna or self.luck.random() < 0.6:
                actions.check_contents(employee=need.employee, today=today, now=now)
