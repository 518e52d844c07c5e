"""A stock of equipment and a year of its life: handed over, mended, lost, brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.equipment import actions, queries
from hjemmedag.apps.equipment.models import Item, Kind, Loan, Repair
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.equipment.item_list import Listed
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import add_months
from hjemmedag.core.refusals import Stale
from hjemmedag.demo.casting import ANNA, BO, DORTE, GRY, IDA, SMALL_IDA
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

PROOFS = ("password", "totp")
KINDS = (
    actions.KindFacts(name="Bærbar computer", price=Decimal(9500), benefit="computer", lasts_months=48),
    actions.KindFacts(
        name="Skærm 27 tommer", price=Decimal(2200), benefit="computer", remedy="screen", lasts_months=72
    ),
    actions.KindFacts(name="Headset", benefit="computer", remedy="headset", lasts_months=36),
    actions.KindFacts(name="Kontorstol", price=Decimal(2800), benefit="furniture", remedy="chair", service_months=24),
    actions.KindFacts(
        name="Hævesænkebord", price=Decimal(3600), benefit="furniture", remedy="table", service_months=36
    ),
    actions.KindFacts(name="Arbejdslampe", price=Decimal(450), benefit="furniture", remedy="lamp"),
)
PREFIX = ("PC", "SK", "HS", "ST", "BO", "LA")
MODELS = ("Lenovo ThinkPad T14", "Dell U2723QE", "Jabra Evolve2 65", "HÅG Capisco", "Linak DL6", "Luxo L-1")
PACKAGE = (1, 2, 3)
"""The kinds that belong to every function, by their place in `KINDS`: a screen, a headset and a chair."""
LATER = "Kundekonsulent"
"""Those with this title get theirs when they begin at home, so that the desk has something to do."""
MOST_OUT = 24
"""Hand-overs of the year: each is signed and sealed, which takes its time."""


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    desk = _Desk(story, staff)
    story.on(story.founded + timedelta(days=26), desk.fill, at=time(9, 0))
    story.on(story.founded + timedelta(days=27), desk.pack, at=time(9, 30))
    courses = [*_states(desk), *([desk.had] * min(MOST_OUT, len(staff.present) // 4))]
    for place, (member, course) in enumerate(zip(desk.borrowers(), courses, strict=False)):
        course(member, story.ago(350 - 12 * (place % 26)))
    for leaver in [one for one in staff.leavers if one.last_day and one.last_day > story.ago(300)][:3]:
        desk.left(leaver)
    story.on(story.ago(20), desk.look_after, at=time(14, 0))


def _states(desk: _Desk) -> Iterator[Callable[[Member, date], None]]:
    """What becomes of the first loans: every state there is."""
    yield desk.mended  # Anna's
    yield from (desk.unsigned, desk.due_back, desk.brought, desk.missing, desk.waiting)
    yield from (desk.declined, desk.begun, desk.taken_back, desk.stolen)


class _Desk:
    """Whoever keeps the stock, and the hand-over desk."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.staff = story, staff
        self.keeper = staff.holder(Role.IT) or staff.hr
        self.kinds: list[Kind] = []

    def borrowers(self) -> list[Member]:
        """Anna first, then those who have been there the whole year, but for the stars who keep other things."""
        others = (BO, DORTE, GRY, IDA, SMALL_IDA)
        there = [one for one in self.staff.present if one.serves(self.story.ago(365), self.story.today)]
        fitting = [one for one in there if one.star not in others and one is not self.keeper and one.title != LATER]
        return sorted(fitting, key=lambda one: one.star is not ANNA)

    def actor(self, member: Member) -> int:
        """Whoever hands over to a member: never that member."""
        return (self.keeper if member is not self.keeper else self.staff.hr).pk

    def fill(self, now: datetime) -> None:
        """The stock, taken in on the first day: a screen, a headset and a chair for all, fewer of the rest."""
        keeper, site = self.keeper.pk, people.sites()[0].pk
        self.kinds = [actions.add_kind(kind=one, actor=keeper, now=now) for one in KINDS]
        number = len(self.staff.present) + MOST_OUT
        bought = [add_months(now.date().replace(day=15), -back) for back in (2, 14, 33)]
        rows = [
            (
                Listed(
                    line=0,
                    number=f"{PREFIX[place]}-{count:04}",
                    kind=kind.name,
                    site="",
                    model=MODELS[place],
                    serial=f"{PREFIX[place]}{self.story.seed:02}{count:06}" if place < 3 else "",
                    bought_on=bought[count % 3],
                ),
                kind,
                site,
            )
            for place, kind in enumerate(self.kinds)
            for count in range(1, 1 + (number if place in PACKAGE else max(3, number // 3)))
        ]
        actions.take_in(plan=queries.Plan(items=tuple(rows)), actor=keeper, now=now)

    def pack(self, now: datetime) -> None:
        """Every job function gets a screen, a headset and a chair."""
        counts = {self.kinds[place].pk: 1 for place in PACKAGE}
        for function in policy.functions():
            actions.set_package(
                function=function.pk,
                counts=counts,
                starts=now.date(),
                seen=queries.digest([]),
                actor=self.keeper.pk,
                now=now,
            )

    def hand_over(self, member: Member, now: datetime) -> list[Loan]:
        """A free one of each kind of the package."""
        free: dict[int, Item] = {}
        for item in queries.free_items():
            free.setdefault(item.kind_id, item)
        items = [free[self.kinds[place].pk].pk for place in PACKAGE]
        made = actions.hand_over(
            employee=member.pk, items=items, return_on=None, actor=self.actor(member), today=now.date(), now=now
        )
        return list(made.loans.order_by("item__number"))

    def had(self, member: Member, day: date, then: Callable[[list[Loan]], None] = lambda _loans: None) -> None:
        """Handed over and signed the same day; `then` what comes later."""

        def given(now: datetime) -> None:
            loans = self.hand_over(member, now)
            self.story.on(now.date(), partial(signed, loans), at=time(15, 10))

        def signed(loans: list[Loan], now: datetime) -> None:
            handover = loans[0].handover
            documents.read(document=handover.document_id, reader=member.pk, now=now)
            documents.sign(
                document=handover.document_id,
                signer=member.pk,
                expected_sha256=handover.document.sha256,
                authenticated=PROOFS,
                now=now,
            )
            then(loans)

        self.story.on(day, given, at=time(9, 20))

    def later(self, days_ago: int, act: Callable[[datetime], object], after: datetime | None = None) -> None:
        """What somebody does so many days before today; `after` something else, some minutes later where need be."""
        day = self.story.ago(days_ago)
        if after is not None and day <= after.date():
            self.story.on(after.date(), act, at=(after + timedelta(minutes=20)).time())
        else:
            self.story.on(day, act)

    def unsigned(self, member: Member, _day: date) -> None:
        """Handed over the day before yesterday, and not signed for."""
        self.later(2, partial(self.hand_over, member))

    def declined(self, member: Member, _day: date) -> None:
        """Somebody did not get what the receipt says."""

        def given(now: datetime) -> None:
            [loan, *_others] = self.hand_over(member, now)
            say = partial(documents.decline, document=loan.handover.document_id, actor=member.pk)
            self.later(6, lambda later: say(reason="Stolen var ikke med.", now=later), now)

        self.later(8, given)

    def taken_back(self, member: Member, _day: date) -> None:
        """The wrong things were packed, and taken back before anyone signed."""

        def given(now: datetime) -> None:
            [loan, *_others] = self.hand_over(member, now)
            self.later(38, lambda later: self._take_back(loan, member, later), now)

        self.later(40, given)

    def _take_back(self, loan: Loan, member: Member, now: datetime) -> None:
        reason, actor = "Forkert størrelse stol.", self.actor(member)
        actions.take_back(handover=loan.handover_id, reason=reason, actor=actor, today=now.date(), now=now)

    def due_back(self, member: Member, day: date) -> None:
        """Everything is to be back in a week."""
        on = self.story.today + timedelta(days=7)

        def ask(now: datetime) -> None:
            actions.ask_back(employee=member.pk, on=on, actor=self.actor(member), today=now.date(), now=now)

        self.had(member, day, lambda _loans: self.later(5, ask))

    def brought(self, member: Member, day: date) -> None:
        """One thing is received, another waits for the keeper."""
        self.had(member, day, lambda loans: self._bring(member, loans[:2], 3, receive=1))

    def _bring(self, member: Member, loans: list[Loan], days_ago: int, *, receive: int) -> None:
        def bring(now: datetime) -> None:
            actions.bring_back(
                loans=[loan.pk for loan in loans],
                employee=member.pk,
                on=now.date(),
                words="Afleveret i receptionen.",
                today=now.date(),
                now=now,
            )
            for loan in loans[:receive]:
                self.later(max(days_ago - 1, 1), partial(self._receive, loan, member), now)

        self.later(days_ago, bring)

    def _receive(self, loan: Loan, member: Member, now: datetime) -> None:
        actions.receive(
            loan=loan.pk,
            condition="worn",
            erased=True,
            words="",
            actor=self.actor(member),
            today=now.date(),
            now=now,
        )

    def missing(self, member: Member, day: date) -> None:
        """A headset was forgotten in a train."""
        self.had(member, day, lambda loans: self.later(4, partial(self._lose, member, loans[0], "lost")))

    def stolen(self, member: Member, day: date) -> None:
        """A screen was stolen, and is written off."""

        def gone(loans: list[Loan]) -> None:
            self.later(90, partial(self._lose, member, loans[1], "stolen"))
            self.later(80, partial(self._write_off, loans[1], member))

        self.had(member, day, gone)

    def _lose(self, member: Member, loan: Loan, kind: str, now: datetime) -> None:
        words = "Glemt i toget til Aalborg." if kind == "lost" else "Indbrud i kælderen. Anmeldt til politiet."
        today = now.date()
        actions.report_loss(loan=loan.pk, employee=member.pk, kind=kind, on=today, words=words, today=today, now=now)

    def _write_off(self, loan: Loan, member: Member, now: datetime) -> None:
        words, actor = "Anmeldt til politiet og forsikringen.", self.actor(member)
        actions.write_off(pk=loan.item_id, why="stolen", on=now.date(), words=words, actor=actor, now=now)

    def mended(self, member: Member, day: date) -> None:
        """A fault was reported, begun and mended."""
        self.had(member, day, lambda loans: self._fault(member, loans[1], 120, steps=2))

    def begun(self, member: Member, day: date) -> None:
        """Somebody is helping."""
        self.had(member, day, lambda loans: self._fault(member, loans[0], 2, steps=1))

    def waiting(self, member: Member, day: date) -> None:
        """Nobody has helped yet."""
        self.had(member, day, lambda loans: self._fault(member, loans[2], 1, steps=0))

    def _fault(self, member: Member, loan: Loan, days_ago: int, *, steps: int) -> None:
        way = "remote" if steps else "onsite"
        words = "Skærmen bliver sort, når jeg kobler den til." if steps else "Stolen kan ikke hæves."

        def ask(now: datetime) -> None:
            row = actions.ask_for_repair(loan=loan.pk, employee=member.pk, way=way, damaged=False, words=words, now=now)
            if steps > 0:
                self.later(days_ago - 1, partial(self._step, row, "begun", "Prøv et andet kabel først."), now)
            if steps > 1:
                self.later(days_ago - 3, partial(self._step, row, "done", "Nyt kabel. Virker igen."), now)

        self.later(days_ago, ask)

    def _step(self, row: Repair, kind: str, words: str, now: datetime) -> None:
        with suppress(Stale):  # around a holiday two steps fall on one day, in either order
            actions.step(repair=row.pk, kind=kind, words=words, actor=self.keeper.pk, now=now)

    def left(self, leaver: Member) -> None:
        """Whoever left had brought everything back."""
        assert leaver.last_day is not None
        ago = (self.story.today - leaver.last_day).days
        brought = partial(self._bring, leaver, days_ago=ago + 3, receive=len(PACKAGE))
        self.had(leaver, self.story.ago(ago + 40), brought)

    def look_after(self, now: datetime) -> None:
        """A chair was looked after; and another is due in some days."""
        chairs = queries.items(queries.Wanted(kind=self.kinds[3].pk, where=queries.Where.STOCK))
        today = now.date()
        for chair, due in zip(chairs, (add_months(today, 24), self.story.today + timedelta(days=6)), strict=False):
            actions.serviced(pk=chair.pk, on=today, next_on=due, actor=self.keeper.pk, now=now)
