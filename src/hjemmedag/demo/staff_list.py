"""The staff list as the payroll system writes it: Danish headings, semicolons, Windows' own letters."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from hjemmedag.core.people.stafflist import Field
from hjemmedag.demo.staff import Member, Staff


def staff_list(staff: Staff, members: Iterable[Member], *, agreement: str = "") -> bytes:
    """These members in a file. `agreement` names the one they are all under, else that of their positions."""
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
