"""Who works there: a made-up person for every position, those who left, those who are coming, and nine with a role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import add_months
from hjemmedag.demo import names
from hjemmedag.demo.casting import HANS, JENS, Star, cast
from hjemmedag.demo.organisation import SMALL, Position, positions
from hjemmedag.demo.story import Story

HOST = "fjordlyst.example"
FIRST_NUMBER = 1001
FULL_TIME = Decimal("37")
PART_TIME = (Decimal("30"), Decimal("32"), Decimal("25"), Decimal("20"))


@dataclass(slots=True, eq=False)
class Member:
    """Someone of the staff. Number and `pk` come when all are known, and when the staff list has been taken in."""

    first_name: str
    last_name: str
    email: str
    language: str
    position: Position
    starts: date
    last_day: date | None
    hours: Decimal
    title: str
    star: Star | None = None
    number: str = ""
    pk: int = 0

    def serves(self, first: date, last: date) -> bool:
        """Whether the employment holds on all days from the first to the last."""
        return self.starts <= first and (self.last_day is None or last <= self.last_day)


@dataclass(slots=True)
class Staff:
    """Everyone. `present` are the employees of today, the stars first; `leaders` fill positions, by their identity."""

    present: list[Member]
    leavers: list[Member]
    coming: list[Member]
    outsiders: tuple[Star, ...]
    leaders: dict[int, Member]

    def everyone(self) -> Iterator[Member]:
        """Present, gone and coming."""
        yield from (*self.present, *self.leavers, *self.coming)

    def holder(self, role: Role) -> Member | None:
        """The employee with a role, be it a second one; `None` when it is someone from outside, or nobody."""
        return next((one for one in self.present if one.star and role in one.star.roles), None)

    @property
    def hr(self) -> Member:
        """Who holds HR for the whole company."""
        holder = self.holder(Role.HR)
        assert holder is not None, "every company is cast with one"
        return holder

    def leader(self, member: Member) -> Member | None:
        """Who fills the position above."""
        above = member.position.leader
        return self.leaders[id(above)] if above is not None else None


class _People:
    """Fills positions with people who have never been."""

    def __init__(self, luck: Random) -> None:
        self.luck = luck
        taken: set[str] = set()
        self.danish = names.everyone(luck, english=False, taken=taken)
        self.english = names.everyone(luck, english=True, taken=taken)

    def fill(self, position: Position, starts: date, last_day: date | None = None, star: Star | None = None) -> Member:
        """One in eight in an office speaks English; one in six works part-time."""
        english = star is None and position.work == "office" and self.luck.random() < 0.125
        first, last = next(self.english if english else self.danish)
        mailbox = names.mailbox_of(first, last)
        if star is not None:
            first, last, mailbox = star.first_name, star.last_name, star.mailbox
        part_time = star is None and not position.leads and self.luck.random() < 0.17
        return Member(
            first_name=first,
            last_name=last,
            email=f"{mailbox}@{HOST}",
            language="en" if english else "da",
            position=position,
            starts=starts,
            last_day=last_day,
            hours=self.luck.choice(PART_TIME) if part_time else FULL_TIME,
            title=(star.title if star else "") or position.title,
            star=star,
        )


def gather(story: Story, employees: int) -> Staff:
    """A company that has so many employees today."""
    luck = story.luck("staff")
    people, jobs = _People(luck), positions(employees)
    stars = cast(jobs, small=employees < SMALL)
    present = []
    for job in sorted(jobs, key=lambda job: list(stars).index(id(job)) if id(job) in stars else len(stars)):
        star = stars.get(id(job))
        old = star is not None or job.leads or luck.random() < 0.8
        present.append(people.fill(job, _before(luck, story.founded) if old else _since(luck, story), star=star))
    newest = next(one for one in reversed(present) if one.star is None and not one.position.leads)
    newest.starts = story.ago(5)
    ordinary = [job for job in jobs if not job.leads and id(job) not in stars]
    leavers = [
        people.fill(job, _before(luck, story.founded), story.ago(luck.randint(20, 600)))
        for job in luck.choices(ordinary, k=1 + employees // 14)
    ]
    coming = [
        people.fill(job, add_months(story.today.replace(day=1), luck.randint(1, 2)))
        for job in luck.choices(ordinary, k=1 + employees // 60)
    ]
    outsiders = (JENS, HANS) if employees < SMALL else (JENS,)
    leaders = {id(member.position): member for member in present if member.position.leads}
    staff = Staff(present, leavers, coming, outsiders, leaders)
    _number(list(staff.everyone()))
    return staff


def _before(luck: Random, founded: date) -> date:
    """A first of a month before the product, most of them not long before."""
    return add_months(founded.replace(day=1), -round(luck.triangular(1, 170, 8)))


def _since(luck: Random, story: Story) -> date:
    """A first or a middle of a month since."""
    day = story.founded + timedelta(days=luck.randint(30, (story.today - story.founded).days - 4))
    return min(day.replace(day=15 if day.day >= 15 else 1), story.today)


def _number(members: Sequence[Member]) -> None:
    """Numbers in the order in which people came."""
    for number, member in enumerate(sorted(members, key=lambda one: one.starts), start=FIRST_NUMBER):
        member.number = str(number)
