"""A year of working time: weeks confirmed, written, sent back, corrected and approved, and months closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.agreements.models import Arrangement
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import actions, queries
from hjemmedag.apps.worktime.models import Week
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.norm import Lunch
from hjemmedag.core.worktime.typed import instants, read
from hjemmedag.core.worktime.weeks import days_of, friday_of, monday_of
from hjemmedag.demo.casting import ANNA, BO
from hjemmedag.demo.organisation import DRIFT
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

YEAR, QUARTER, MONTH = 54, 10, 4
"""Weeks that are registered, counted back from the latest: Anna's and two colleagues', the rest of their team's, and
those of everyone with home days. Of all others it is the latest."""
OCTOBER = 5
"""A week whose month is counted already, with an evening that was too long."""
SILENT = 2
"""Weeks back from which on one manager hasn't answered."""
MISSING = 20
"""Of so many people one has not sent the latest week."""
TUESDAY_AFTER = 8
CLOSED_AFTER = 5
"""Days from a month's end until payroll closes it."""
LUNCH = Lunch(30)

EVENING = {1: "8-15, 19:30-20:45 hjemme"}
LATE = {1: "8-15, 20:30-23:30 hjemme", 2: "7:30-15"}
ON_CALL = {5: "8-14 rådighed/hjemme, 14-15:30 tilkaldt, 15:30-20 rådighed/hjemme"}
CALLED = {5: "21-23:30 tilkaldt", 6: "9:30-13 tilkaldt"}
BUSY = dict.fromkeys(range(4), "7-17:45")
LONGER = {3: "8-18:15"}
OTHER_HOURS = {2: "8-12, 13-16:30"}
BROKEN = "Pumpen stod stille, og vagten måtte ud to gange."
BECAUSE = "Den nye version skulle ud om aftenen, og kunden ringede tidligt."
DOUBTED = "Var du ikke til tandlæge onsdag formiddag?"
ASSESSED = "Direktøren tilrettelægger selv hele sin arbejdstid og bestemmer selv dens længde."
CLAUSE = "Direktørkontraktens § 3"
REMEMBERED = "Jeg glemte mødet torsdag eftermiddag."


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    last = monday_of(story.today) - timedelta(days=7)
    starts = last - timedelta(days=7 * YEAR)
    story.on(starts - timedelta(days=19), partial(_choose, staff, starts))
    register = _Register(story, staff, last)
    for back in range(YEAR + 1):
        register.week(back)
    register.running_week()
    story.on(starts + timedelta(days=14), partial(_plans_alone, staff, story.today), at=time(11, 30))
    story.by_itself(story.today - timedelta(days=1), _check, at=time(23, 55))
    month = add_months(story.today.replace(day=1), -2)
    while month >= starts:
        closed = story.next_workday(add_months(month, 1) + timedelta(days=CLOSED_AFTER))
        story.by_itself(closed, partial(_close, staff, month), at=time(10, 20))
        month = add_months(month, -1)


def _choose(staff: Staff, starts: date, now: datetime) -> None:
    """HR says from when hours are written here."""
    choices = actions.Choices(starts=starts, lunch_minutes=LUNCH.minutes)
    actions.choose(choices=choices, revision=queries.practice().revision, actor=staff.hr.pk, now=now)


def _plans_alone(staff: Staff, today: date, now: datetime) -> None:
    """Whoever leads the company plans their own time: HR has assessed it, and looks at it again these days."""
    director = next(one for one in staff.present if one.position.leader is None)
    way = actions.Way(self_organiser=True, assessment=ASSESSED, clause=CLAUSE, review_on=today - timedelta(days=2))
    actions.set_registration(employee=director.pk, way=way, starts=now.date(), revision=0, actor=staff.hr.pk, now=now)


def _check(now: datetime) -> None:
    """The worker's nightly check."""
    actions.check_everyone(now=now)


def _close(staff: Staff, month: date, now: datetime) -> None:
    payroll = staff.holder(Role.PAYROLL)
    assert payroll is not None, "every company is cast with one"
    actions.lock(month=month, actor=payroll.pk, today=now.date(), now=now)


class _Register:
    """Everyone's weeks. `last` is the Monday of the latest week that is over; weeks are counted back from it."""

    def __init__(self, story: Story, staff: Staff, last: date) -> None:
        self.story, self.staff, self.last, self.luck = story, staff, last, story.luck("worktime")
        self.bo = next(one for one in staff.present if one.star is BO)
        self.team = [one for one in staff.present if staff.leader(one) is self.bo]
        self.anna = next(one for one in self.team if one.star is ANNA)
        mates = [one for one in self.team if one is not self.anna and one.starts < story.founded]
        one, two, three = (*mates, self.anna, self.anna, self.anna)[:3]
        self.longest = [self.anna, *mates[:2]]
        others = [one for one in staff.present if one.star is None and one not in self.team]
        late = self.luck.sample(others, min(len(others), 1 + len(staff.present) // MISSING))
        self.unsent = {id(self.anna), *map(id, late)}
        self.unusual = {(self.anna, back): EVENING for back in range(3, YEAR, 4)}
        self.unusual |= {(self.anna, 9): LATE, (two, 0): LATE, (two, OCTOBER): LATE}
        self.unusual |= {(busy, back): BUSY for busy in mates[3:4] for back in range(QUARTER)}
        self.doubted = {2: two, 8: three}
        self.silent: int | None = None
        self._afterwards(one, three)
        self._called_out()

    def _afterwards(self, one: Member, three: Member) -> None:
        """What is written once the week is sent: a weekend on call, hours that were forgotten, others on request."""
        for member, back, days, said, reason in (
            (three, 5, 7, ON_CALL, ""),
            (three, 8, TUESDAY_AFTER + 1, OTHER_HOURS, ""),
            (one, 3, 17, LONGER, REMEMBERED),
        ):
            monday = self._monday(back)
            act = partial(self._write, member, monday, said, reason=reason)
            self.story.by_itself(self.story.next_workday(monday + timedelta(days=days)), act, at=time(8, 41))

    def _called_out(self) -> None:
        """Someone whose agreement lets rest be shorter was called out twice in the last weekend."""
        on_duty = [one for one in self.staff.present if one.position.agreement == DRIFT and id(one) not in self.unsent]
        if on_duty:
            write = partial(self._write, on_duty[-1], self._monday(0), CALLED, because=BROKEN)
            self.story.by_itself(days_of(self.last)[-1], write, at=time(13, 20))

    def week(self, back: int) -> None:
        """One week of everyone who registers it: sent on Friday afternoon, answered on Tuesday."""
        monday = self._monday(back)
        self.story.by_itself(friday_of(monday), partial(self._sending, back), at=time(16, 58))
        tuesday = self.story.next_workday(monday + timedelta(days=TUESDAY_AFTER))
        self.story.by_itself(tuesday, partial(self._answering, back), at=time(8, 3))
        if back in self.doubted:
            again = self.story.next_workday(tuesday + timedelta(days=2))
            self.story.by_itself(again, partial(self._answering, back), at=time(8, 3))

    def running_week(self) -> None:
        """Anna confirms each day of the week that runs, to Thursday; the week before is left to the visitor."""
        for day in (one for one in days_of(monday_of(self.story.today))[:4] if one == self.story.workday(one)):
            self.story.by_itself(day, partial(self._confirm, self.anna, monday_of(day)), at=time(17, 4))

    def _sending(self, back: int, now: datetime) -> None:
        monday, friday = self._monday(back), now.date()
        away = set(people.away_throughout(monday, friday).values_list("employee", flat=True))
        for member in self._who(back, friday):
            if member.pk not in away and member.serves(monday, friday):
                at = time(17, self.luck.randint(1, 58))
                self.story.by_itself(friday, partial(self._send, member, back), at=at)

    def _who(self, back: int, friday: date) -> Iterable[Member]:
        """Whoever's week this far back is told."""
        if back == 0:
            return (one for one in self.staff.present if id(one) not in self.unsent)
        if back >= QUARTER:
            return self.longest
        if back >= MONTH:
            return self.team
        running = agreements.of_status(Arrangement.objects.all(), Status.IN_FORCE, friday)
        at_home = set(running.values_list("employee", flat=True))
        return (one for one in self.staff.present if one in self.team or one.pk in at_home)

    def _send(self, member: Member, back: int, now: datetime) -> None:
        monday = self._monday(back)
        if said := self.unusual.get((member, back)):
            self._write(member, monday, said, now, because=BECAUSE if said is LATE else "")
        self._confirm(member, monday, now)

    def _confirm(self, member: Member, monday: date, now: datetime) -> None:
        """The other days were as agreed."""
        actions.confirm(employee=member.pk, monday=monday, revision=_revision(member, monday), now=now)

    def _write(
        self,
        member: Member,
        monday: date,
        said: Mapping[int, str],
        now: datetime,
        *,
        because: str = "",
        reason: str = "",
    ) -> None:
        """Hours as they are typed, by weekday; a week that was sent back is sent again."""
        days = {}
        for weekday, words in said.items():
            day = days_of(monday)[weekday]
            days[day] = [
                actions.Worked(
                    *instants(day, span),
                    place=span.place or Place.OFFICE,
                    kind=span.kind,
                    break_minutes=LUNCH.within(span.end - span.start),
                )
                for span in read(words)
            ]
        before = queries.week_of(member.pk, monday)
        actions.register(
            employee=member.pk,
            monday=monday,
            days=days,
            revision=_revision(member, monday),
            actor=member.pk,
            now=now,
            because=because,
            reason=reason,
        )
        if before is not None and before.returned_because:
            actions.send(employee=member.pk, monday=monday, revision=_revision(member, monday), now=now)

    def _answering(self, back: int, now: datetime) -> None:
        """Managers approve what was sent, each at their own hour; Bo is behind with the latest week."""
        weeks = list(queries.sent(Week.objects.filter(monday=self._monday(back))))
        managers = people.managers_of({week.employee_id for week in weeks}, now.date())
        doubted = self.doubted.get(back)
        seen: dict[int, dict[int, int]] = {}
        for week in weeks:
            manager = managers.get(week.employee_id)
            if self.silent is None and back == SILENT and manager != self.bo.pk:
                self.silent = manager
            if manager in (None, self.silent) or (manager == self.bo.pk and back == 0):
                continue
            if doubted is not None and week.employee_id == doubted.pk and week.revision == 1:
                self._at_some_hour(now, partial(self._send_back, week, manager))
            else:
                seen.setdefault(manager, {})[week.pk] = week.revision
        for manager, revisions in seen.items():
            self._at_some_hour(now, partial(_approve, manager, revisions))

    def _send_back(self, week: Week, manager: int, now: datetime) -> None:
        actions.answer(week=week.pk, approved=False, reason=DOUBTED, revision=week.revision, actor=manager, now=now)

    def _at_some_hour(self, now: datetime, act: partial[None]) -> None:
        self.story.by_itself(now.date(), act, at=time(self.luck.randint(9, 15), self.luck.randint(0, 59)))

    def _monday(self, back: int) -> date:
        return self.last - timedelta(days=7 * back)


def _approve(manager: int, revisions: Mapping[int, int], now: datetime) -> None:
    actions.approve_all(weeks=Week.objects.all(), revisions=revisions, actor=manager, now=now)


def _revision(member: Member, monday: date) -> int:
    revision: int | None = (
        Week.objects.filter(employee=member.pk, monday=monday).values_list("revision", flat=True).first()
    )
    return revision or 0
