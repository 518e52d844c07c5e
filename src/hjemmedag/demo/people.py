"""People who came and went: the auditor from outside, those who were hired, those who left, those who are coming."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial

from hjemmedag.apps.people import actions, queries
from hjemmedag.apps.people.models import LegalEntity, Team
from hjemmedag.demo.company import CVR
from hjemmedag.demo.staff import HOST, Member, Staff
from hjemmedag.demo.staff_list import employer, identity, take_in
from hjemmedag.demo.story import Story

LATEST_LIST = 21
"""Days since the last staff list: it brought those who are coming, and an agreement that nobody knew."""
NEW_AGREEMENT = "Lokalaftale om flekstid"


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    luck, latest = story.luck("people"), story.ago(LATEST_LIST)
    story.on(story.founded, partial(_welcome_outsiders, staff), at=time(8, 20))
    for member in staff.everyone():
        if story.founded < member.starts <= latest:
            signed = max(member.starts - timedelta(days=luck.randint(3, 25)), story.founded + timedelta(days=1))
            story.on(signed, partial(_hire, staff, member))
    story.on(latest, partial(_take_in_latest_list, staff), at=time(9, 40))
    for member in staff.leavers:
        if member.last_day is not None:
            told = max(member.last_day - timedelta(days=luck.randint(20, 60)), story.founded + timedelta(days=10))
            story.on(told, partial(_end, staff, member))


def _welcome_outsiders(staff: Staff, now: datetime) -> None:
    """The auditor and, in a small company, the data protection officer."""
    for star in staff.outsiders:
        who = actions.Identity(
            number=None, first_name=star.first_name, last_name=star.last_name, email=f"{star.mailbox}@{HOST}"
        )
        person = actions.welcome(who=who, actor=staff.hr.pk, now=now)
        actions.grant_role(employee=person.pk, role=star.role, starts=now.date(), actor=staff.hr.pk, now=now)


def _hire(staff: Staff, member: Member, now: datetime) -> None:
    """Someone new, a while before the first day."""
    job, leader = member.position, staff.leader(member)
    person = actions.hire(
        who=identity(member),
        legal_entity=LegalEntity.objects.get(pk=employer(CVR)),
        conditions=conditions(member, now),
        starts=member.starts,
        team=team_of(job.department, job.team),
        manager=leader.pk if leader else None,
        actor=staff.hr.pk,
        now=now,
    )
    member.pk = person.pk


def _take_in_latest_list(staff: Staff, now: datetime) -> None:
    """Those who begin after the day."""
    listed = [member for member in staff.everyone() if member.starts > now.date()]
    take_in(staff, "nye-medarbejdere.csv", listed, now, employer=employer(CVR), agreement=NEW_AGREEMENT)


def _end(staff: Staff, member: Member, now: datetime) -> None:
    """Someone who has given notice."""
    actions.set_last_day(
        employment=queries.terms_of(member.pk)[0].employment_id,
        last_day=member.last_day,
        successor=None,
        actor=staff.hr.pk,
        now=now,
        today=now.date(),
    )


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
