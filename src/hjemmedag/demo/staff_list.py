"""Staff lists as the payroll system writes them: Danish headings, semicolons, Windows letters; and taking them in."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from io import StringIO

from hjemmedag.apps.people import actions
from hjemmedag.apps.people.actions.imports import Choices, StaffFile
from hjemmedag.apps.people.actions.imports import take_in as take_in_list
from hjemmedag.apps.people.models import Employee, LegalEntity
from hjemmedag.apps.people.queries.imports import preview
from hjemmedag.core.people.stafflist import Field
from hjemmedag.demo.staff import Member, Staff


def take_in(
    staff: Staff, name: str, members: Iterable[Member], now: datetime, *, employer: int, agreement: str = ""
) -> None:
    """As in the browser: look at the list, then take in what was seen. `agreement`: the one all of them are under."""
    content = _written(staff, members, agreement)
    seen = preview(content=content, today=now.date())
    take_in_list(
        file=StaffFile(name, content, f"demo:{name}"),
        choices=Choices(digest=seen.plan.digest, employer=employer),
        actor=staff.hr.pk,
        now=now,
        today=now.date(),
    )
    known(staff)


def known(staff: Staff) -> None:
    """Note the keys of those who are on record by now."""
    keys = dict(Employee.objects.exclude(number=None).values_list("number", "pk"))
    for member in staff.everyone():
        member.pk = keys.get(member.number, 0)


def employer(cvr: str) -> int:
    """The key of the legal entity with this number."""
    return LegalEntity.objects.get(cvr=cvr).pk


def identity(member: Member) -> actions.Identity:
    """Who someone is, for an action."""
    return actions.Identity(
        number=member.number,
        first_name=member.first_name,
        last_name=member.last_name,
        email=member.email,
        language=member.language,
    )


def _written(staff: Staff, members: Iterable[Member], agreement: str) -> bytes:
    file = StringIO(newline="")
    table = csv.writer(file, delimiter=";")
    table.writerow(field.value for field in Field)
    for member in members:
        leader = staff.leader(member)
        row = {
            Field.NUMBER: member.number,
            Field.FIRST_NAME: member.first_name,
            Field.LAST_NAME: member.last_name,
            Field.EMAIL: member.email,
            Field.STARTS: f"{member.starts:%d-%m-%Y}",
            Field.WEEKLY_HOURS: f"{member.hours}".replace(".", ","),
            Field.TITLE: member.title,
            Field.DEPARTMENT: member.position.department,
            Field.TEAM: member.position.team,
            Field.MANAGER: leader.number if leader else "",
            Field.SITE: member.position.site,
            Field.AGREEMENT: agreement or member.position.agreement,
            Field.LANGUAGE: member.language,
        }
        table.writerow(row.get(field, "") for field in Field)
    return file.getvalue().encode("cp1252")
