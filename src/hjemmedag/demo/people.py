"""The company and its people: founded, taken in from the staff list, and coming and going since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import partial

from hjemmedag.apps.people import actions, queries
from hjemmedag.apps.people.actions.imports import Choices, StaffFile, take_in
from hjemmedag.apps.people.models import Employee, LegalEntity, Team
from hjemmedag.apps.people.queries.imports import preview
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import add_months
from hjemmedag.demo.staff import HOST, Member, Staff
from hjemmedag.demo.staff_list import staff_list
from hjemmedag.demo.story import Story

COMPANY, CVR = "Fjordlyst A/S", "12345678"
MERGED, MERGED_CVR, MERGED_SITE = "Ærø Lys ApS", "87654321", "Ærøskøbing"
MERGER_FROM, MERGER_MONTHS_AGO = 60, 8
"""A company of this size took over another one, with a site of its own, so many months ago."""
SITES = {
    "København": ("Lyskajen 4, 2300 København S", 0.36),
    "Aarhus": ("Prismevej 18, 8200 Aarhus N", 0.38),
    "Ærøskøbing": ("Skibsværftet 2, 5970 Ærøskøbing", 0.12),
}
"""Addresses, and desks for each employee of the company: fewer than people, as where some work at home."""
BUSY = (0.8, 1.0, 1.0, 0.9, 0.7)

LATEST_LIST = 21
"""Days since the last staff list: it brought those who are coming, and an agreement that nobody knew."""
NEW_AGREEMENT = "Lokalaftale om flekstid"


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    people, luck = _People(staff), story.luck("people")
    latest = story.ago(LATEST_LIST)
    story.on(story.founded, people.found, at=time(8, 0))
    if len(staff.present) >= MERGER_FROM:
        merged = add_months(story.today.replace(day=1), -MERGER_MONTHS_AGO)
        story.on(story.founded, people.take_in_other_company, at=time(8, 12))
        story.on(merged - timedelta(days=30), partial(people.merge, merged))
    story.on(story.founded, people.take_in_first_list, at=time(8, 10))
    story.on(story.founded, people.welcome_outsiders, at=time(8, 20))
    for member in staff.everyone():
        if story.founded < member.starts <= latest:
            signed = max(member.starts - timedelta(days=luck.randint(3, 25)), story.founded + timedelta(days=1))
            story.on(signed, partial(people.hire, member))
    story.on(latest, people.take_in_latest_list, at=time(9, 40))
    for member in staff.leavers:
        if member.last_day is not None:
            told = max(member.last_day - timedelta(days=luck.randint(20, 60)), story.founded + timedelta(days=10))
            story.on(told, partial(people.end, member))


class _People:
    """What HR does with the staff, with the names it needs for that."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff

    def found(self, now: datetime) -> None:
        """The company, with Dorte as its HR, its settings and its sites."""
        staff, size = self.staff, len(self.staff.present)
        actions.found_company(
            name=COMPANY,
            cvr=CVR,
            sector="private",
            size=size,
            language="da",
            hr=_identity(staff.hr),
            now=now,
            today=now.date(),
        )
        self._know()
        company = queries.company()
        settings = actions.Settings(
            name=COMPANY,
            sector="private",
            expected_size=size,
            language="da",
            messages_from=time(8),
            messages_until=time(16),
            union_contact=_contact(staff, Role.UNION),
            safety_contact=_contact(staff, Role.SAFETY),
            adviser_contact=_contact(staff, Role.HR),
            features=company.features if company else (),
        )
        actions.change_company(settings=settings, revision=1, actor=staff.hr.pk, now=now)
        used = {member.position.site for member in staff.everyone()}
        for name, (address, share) in SITES.items():
            if name in used:
                desks = [max(2, round(size * share * day)) for day in BUSY]
                actions.add_site(name=name, address=address, desks=desks, actor=staff.hr.pk, now=now)

    def take_in_first_list(self, now: datetime) -> None:
        """Everyone employed on the day, those who have left since included."""
        listed = [member for member in self.staff.everyone() if member.starts <= now.date()]
        own = [member for member in listed if not self._elsewhere(member)]
        self._take_in("medarbejdere.csv", own, now)

    def take_in_other_company(self, now: datetime) -> None:
        """Those who were employed by the company that was merged into this one since."""
        other = actions.add_entity(
            name=MERGED, cvr=MERGED_CVR, starts=LegalEntity.ALWAYS, actor=self.staff.hr.pk, now=now
        )
        listed = [member for member in self.staff.everyone() if member.starts <= now.date()]
        theirs = [member for member in listed if self._elsewhere(member)]
        self._take_in("medarbejdere-aeroe.csv", theirs, now, employer=other.pk)

    def _elsewhere(self, member: Member) -> bool:
        """Ordinary people of the other company's site, where there is another company."""
        job = member.position
        ordinary = member.star is None and not job.leads
        return len(self.staff.present) >= MERGER_FROM and job.site == MERGED_SITE and ordinary

    def merge(self, day: date, now: datetime) -> None:
        """The other company goes up in this one from a day."""
        entities = {entity.cvr: entity.pk for entity in queries.entities()}
        actions.merge_entities(entity=entities[MERGED_CVR], into=entities[CVR], on=day, actor=self.staff.hr.pk, now=now)

    def take_in_latest_list(self, now: datetime) -> None:
        """Those who begin after the day."""
        listed = [member for member in self.staff.everyone() if member.starts > now.date()]
        self._take_in("nye-medarbejdere.csv", listed, now, agreement=NEW_AGREEMENT)

    def _take_in(
        self, name: str, members: Iterable[Member], now: datetime, *, agreement: str = "", employer: int | None = None
    ) -> None:
        """As in the browser: look at the list, then take in what was seen."""
        content = staff_list(self.staff, members, agreement=agreement)
        seen = preview(content=content, today=now.date())
        take_in(
            file=StaffFile(name, content, f"demo:{name}"),
            choices=Choices(digest=seen.plan.digest, employer=employer or self._employer()),
            actor=self.staff.hr.pk,
            now=now,
            today=now.date(),
        )
        self._know()

    def welcome_outsiders(self, now: datetime) -> None:
        """The auditor and, in a small company, the data protection officer."""
        for star in self.staff.outsiders:
            who = actions.Identity(
                number=None, first_name=star.first_name, last_name=star.last_name, email=f"{star.mailbox}@{HOST}"
            )
            person = actions.welcome(who=who, actor=self.staff.hr.pk, now=now)
            actions.grant_role(employee=person.pk, role=star.role, starts=now.date(), actor=self.staff.hr.pk, now=now)

    def hire(self, member: Member, now: datetime) -> None:
        """Someone new, a while before the first day."""
        job, leader = member.position, self.staff.leader(member)
        person = actions.hire(
            who=_identity(member),
            legal_entity=LegalEntity.objects.get(pk=self._employer()),
            conditions=conditions(member, now),
            starts=member.starts,
            team=team_of(job.department, job.team),
            manager=leader.pk if leader else None,
            actor=self.staff.hr.pk,
            now=now,
        )
        member.pk = person.pk

    def end(self, member: Member, now: datetime) -> None:
        """Someone who has given notice."""
        employment = queries.terms_of(member.pk)[0].employment_id
        actions.set_last_day(
            employment=employment,
            last_day=member.last_day,
            successor=None,
            actor=self.staff.hr.pk,
            now=now,
            today=now.date(),
        )

    def _employer(self) -> int:
        return LegalEntity.objects.get(cvr=CVR).pk

    def _know(self) -> None:
        known = dict(Employee.objects.exclude(number=None).values_list("number", "pk"))
        for member in self.staff.everyone():
            member.pk = known.get(member.number, 0)


def conditions(member: Member, now: datetime) -> actions.Conditions:
    """What the member's position brings."""
    job = member.position
    sites = {site.name: site for site in queries.sites()}
    agreements = {agreement.name: agreement for agreement in queries.agreements(now.date())}
    return actions.Conditions(
        title=member.title,
        weekly_hours=member.hours,
        site=sites[job.site],
        agreement=agreements[job.agreement] if job.agreement else None,
    )


def team_of(department: str, team: str) -> Team:
    """The team by the department it was made in and its name."""
    found = Team.objects.filter(name=team, placements__department__name=department).order_by("id").first()
    assert found is not None
    return found


def _identity(member: Member) -> actions.Identity:
    return actions.Identity(
        number=member.number,
        first_name=member.first_name,
        last_name=member.last_name,
        email=member.email,
        language=member.language,
    )


def _contact(staff: Staff, role: Role) -> str:
    """Whom to ask, as the end of every explanation of a rule says it."""
    holder = staff.holder(role)
    return f"{holder.first_name} {holder.last_name}, {holder.email}" if holder else ""
