"""What changed in the organisation, each from a day: roles, agreements, a new team lead, shorter weeks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hjemmedag.apps.people import actions, queries
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import add_months
from hjemmedag.demo.organisation import DRIFT, HK, SMALL, Position
from hjemmedag.demo.people import conditions, team_of
from hjemmedag.demo.staff import FULL_TIME, Member, Staff
from hjemmedag.demo.story import Story

LIMITED = (
    (Role.HR, "Kundeservice", ("HR", "Økonomi", "Udvikling")),
    (Role.SAFETY, "Lager", ("Lager", "Drift", "Salg")),
)
"""Roles for one department, and the departments in which somebody is looked for to hold them."""

AMR_FROM = 10
"""Employees from which a company has a safety representative."""

DRIFT_LEFT = timedelta(days=38)
"""The local agreement runs out, and nobody has renewed it yet."""


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    changes = _Changes(story, staff)
    story.on(story.founded, changes.give_roles, at=time(8, 30))
    story.on(story.founded + timedelta(days=1), changes.confirm_agreements, at=time(9, 0))
    changes.new_lead()
    changes.coming_move()
    changes.shorter_weeks()


class _Changes:
    """What HR changes, as far as the company is large enough for it."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.staff, self.luck = story, staff, story.luck("changes")
        self.large = len(staff.present) >= SMALL

    def give_roles(self, now: datetime) -> None:
        """Everyone's roles; in a larger company also two that are limited to a department, and a second signer."""
        staff, hr, today = self.staff, self.staff.hr, now.date()
        for member in staff.present:
            for role in member.star.granted if member.star else ():
                if role is not Role.SAFETY or len(staff.present) >= AMR_FROM:
                    actions.grant_role(employee=member.pk, role=role, starts=today, actor=hr.pk, now=now)
        if not self.large:
            return
        departments = {one.name: one for one in queries.departments()}
        for role, unit, homes in LIMITED:
            holder = next(filter(None, (self._ordinary(department=home) for home in homes)), None)
            if holder is not None:
                actions.grant_role(
                    employee=holder.pk, role=role, department=departments[unit], starts=today, actor=hr.pk, now=now
                )
        for signer in (hr, self._director()):
            actions.give_signing_right(employee=signer.pk, starts=today, actor=hr.pk, now=now)

    def confirm_agreements(self, now: datetime) -> None:
        """What the agreements of the first list stand for."""
        limits = {
            HK: actions.Limits(daily_rest_minutes=660, reference_months=6, control_area="da_fh", area="private"),
            DRIFT: actions.Limits(kind="local", daily_rest_minutes=600, rest_reductions_per_week=2),
        }
        for profile in queries.agreements(now.date()):
            if profile.name in limits:
                actions.set_limits(
                    profile=profile.pk,
                    limits=limits[profile.name],
                    starts=now.date(),
                    last=self.story.today + DRIFT_LEFT if profile.name == DRIFT else None,
                    actor=self.staff.hr.pk,
                    now=now,
                )

    def new_lead(self) -> None:
        """Two months ago someone took over a team from its lead, who works on as a specialist."""
        day = add_months(self.story.today.replace(day=1), -2)
        pair = self._succession()
        if pair is None:
            return
        old, new = pair

        def take_over(now: datetime) -> None:
            above, hr = self.staff.leader(old), self.staff.hr.pk
            assert above is not None
            team = [one for one in self.staff.present if one.position.leader is old.position]
            led = [one for one in team if one.serves(now.date(), day)]
            actions.assign_manager(employee=new.pk, manager=above.pk, on=day, actor=hr, now=now)
            for member in (*(one for one in led if one is not new), old):
                actions.assign_manager(employee=member.pk, manager=new.pk, on=day, actor=hr, now=now)
            new.title, old.title = old.title, "Specialkonsulent"
            for member in (new, old):
                self._change_terms(member, day, now)
            self.staff.leaders[id(old.position)] = new

        self.story.on(day - timedelta(days=12), take_over)

    def coming_move(self) -> None:
        """From next month someone is in another team, under another manager."""
        day = add_months(self.story.today.replace(day=1), 1)
        member = self._ordinary(department="Udvikling")
        teams = [one for one in self.staff.leaders.values() if one.position.department == "Salg"]
        if member is None or not teams:
            return
        lead = teams[-1]

        def move(now: datetime) -> None:
            hr, team = self.staff.hr.pk, team_of(lead.position.department, lead.position.team)
            actions.move(employee=member.pk, team=team, on=day, actor=hr, now=now)
            actions.assign_manager(employee=member.pk, manager=lead.pk, on=day, actor=hr, now=now)

        self.story.on(self.story.ago(9), move)

    def shorter_weeks(self) -> None:
        """A few went from full to part time, from the first of a month in the last year."""
        many = 1 + len(self.staff.present) // 50
        old = [one for one in self.staff.present if one.star is None and one.starts < self.story.founded]
        full_time = [one for one in old if one.hours == FULL_TIME]
        for member in self.luck.sample(full_time, min(many, len(full_time))):
            day = add_months(self.story.today.replace(day=1), -self.luck.randint(1, 11))

            def shorten(now: datetime, member: Member = member, day: date = day) -> None:
                member.hours = Decimal("30")
                self._change_terms(member, day, now)

            self.story.on(day - timedelta(days=20), shorten)

    def _change_terms(self, member: Member, day: date, now: datetime) -> None:
        """Title and hours as they now stand in `member`."""
        actions.change_terms(
            employment=queries.terms_of(member.pk)[0].employment_id,
            on=day,
            conditions=conditions(member, now),
            actor=self.staff.hr.pk,
            now=now,
        )

    def _director(self) -> Member:
        return next(one for one in self.staff.present if one.position.leader is None)

    def _ordinary(self, *, department: str = "", under: Position | None = None) -> Member | None:
        """Someone of a department or team without a role, who leads nobody and has been there all along."""
        for one in self.staff.present:
            job = one.position
            there = job.department == department or (under is not None and job.leader is under)
            if there and one.star is None and not job.leads and one.starts < self.story.founded:
                return one
        return None

    def _succession(self) -> tuple[Member, Member] | None:
        """A team lead and the member who takes over; `None` in a company too small for it."""
        for old in reversed(self.staff.leaders.values()):
            if old.star is None and old.position.leader is not None:
                new = self._ordinary(under=old.position)
                if new is not None:
                    return old, new
        return None
