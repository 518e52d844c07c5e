"""The company itself: founded in the product on its first day, and one that was merged into it since."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from hjemmedag.apps.people import actions, queries
from hjemmedag.apps.people.models import LegalEntity
from hjemmedag.core.people.roles import Role
from hjemmedag.core.periods import add_months
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.staff_list import employer, identity, known, take_in
from hjemmedag.demo.story import Story

COMPANY, CVR = "Fjordlyst A/S", "12345678"
SITES = {
    "København": ("Lyskajen 4, 2300 København S", 0.36),
    "Aarhus": ("Prismevej 18, 8200 Aarhus N", 0.38),
    "Ærøskøbing": ("Skibsværftet 2, 5970 Ærøskøbing", 0.12),
}
"""Addresses, and desks for each employee of the company: fewer than people, as where some work at home."""
BUSY = (0.8, 1.0, 1.0, 0.9, 0.7)

MERGED, MERGED_CVR, MERGED_SITE = "Ærø Lys ApS", "87654321", "Ærøskøbing"
MERGER_FROM, MERGER_MONTHS_AGO = 60, 8
"""A company of this size took over another one, with a site of its own, so many months ago."""


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    story.on(story.founded, partial(_found, staff), at=time(8, 0))
    story.on(story.founded, partial(_take_in_first_list, staff), at=time(8, 10))
    if len(staff.present) >= MERGER_FROM:
        day = add_months(story.today.replace(day=1), -MERGER_MONTHS_AGO)
        story.on(story.founded, partial(_take_in_other_company, staff), at=time(8, 12))
        story.on(day - timedelta(days=30), partial(_merge, staff, day))


def _found(staff: Staff, now: datetime) -> None:
    """The company, with Dorte as its HR, its settings and its sites."""
    size = len(staff.present)
    actions.found_company(
        name=COMPANY,
        cvr=CVR,
        sector="private",
        size=size,
        language="da",
        hr=identity(staff.hr),
        now=now,
        today=now.date(),
    )
    known(staff)
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


def _contact(staff: Staff, role: Role) -> str:
    """Whom to ask, as the end of every explanation of a rule says it."""
    holder = staff.holder(role)
    return f"{holder.first_name} {holder.last_name}, {holder.email}" if holder else ""


def _take_in_first_list(staff: Staff, now: datetime) -> None:
    """Everyone employed on the day, those who have left since included."""
    listed = [member for member in staff.everyone() if member.starts <= now.date()]
    own = [member for member in listed if not _elsewhere(staff, member)]
    take_in(staff, "medarbejdere.csv", own, now, employer=employer(CVR))


def _take_in_other_company(staff: Staff, now: datetime) -> None:
    """Those who were employed by the company that was merged into this one since."""
    actions.add_entity(name=MERGED, cvr=MERGED_CVR, starts=LegalEntity.ALWAYS, actor=staff.hr.pk, now=now)
    listed = [member for member in staff.everyone() if member.starts <= now.date()]
    theirs = [member for member in listed if _elsewhere(staff, member)]
    take_in(staff, "medarbejdere-aeroe.csv", theirs, now, employer=employer(MERGED_CVR))


def _elsewhere(staff: Staff, member: Member) -> bool:
    """Whether someone worked at the other company's site, where there is another company."""
    ordinary = member.star is None and not member.position.leads
    return len(staff.present) >= MERGER_FROM and member.position.site == MERGED_SITE and ordinary


def _merge(staff: Staff, day: date, now: datetime) -> None:
    """The other company goes up in this one from a day."""
    actions.merge_entities(entity=employer(MERGED_CVR), into=employer(CVR), on=day, actor=staff.hr.pk, now=now)
