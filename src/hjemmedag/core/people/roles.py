"""The nine roles, and what a person may do with the ones held on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Role(StrEnum):
    """What a person is to the company. Several can be held at once."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    HR = "hr"
    SAFETY = "amr"
    UNION = "tr"
    IT = "it"
    DPO = "dpo"
    PAYROLL = "payroll"
    AUDITOR = "auditor"


GRANTED = (Role.HR, Role.SAFETY, Role.UNION, Role.IT, Role.DPO, Role.PAYROLL, Role.AUDITOR)
"""The roles that someone gives. The others follow: an employment makes an employee, someone to lead a manager."""

LIMITABLE = (Role.HR, Role.SAFETY, Role.UNION)
"""The granted roles that can be limited to a department; the others are for the whole company."""

EVERYWHERE: None = None


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is asking, with the roles held today.

    `units` holds, for each granted role, the departments it is limited to, or `EVERYWHERE`;
    `team` the employees this person manages; `decides` those for whom this person answers wishes: the team, without
    those who have a stand-in, and those whom this person stands in for; `signs` whether addenda may be signed for
    the employer.
    """

    employee: int
    roles: frozenset[Role] = frozenset()
    units: dict[Role, frozenset[int] | None] = field(default_factory=dict)
    team: frozenset[int] = frozenset()
    decides: frozenset[int] = frozenset()
    signs: bool = False

    def has(self, *roles: Role) -> bool:
        """Whether at least one of these roles is held."""
        return not self.roles.isdisjoint(roles)

    def only(self, *roles: Role) -> Viewer:
        """The same person with none but these roles: what the others open stays shut."""
        units = {role: reach for role, reach in self.units.items() if role in roles}
        return replace(self, roles=self.roles & frozenset(roles), units=units)

    def everywhere(self, role: Role) -> bool:
        """Whether this role is held for the whole company."""
        return role in self.roles and self.units.get(role, frozenset()) is EVERYWHERE

    def covers(self, role: Role, departments: Collection[int]) -> bool:
        """Whether this role is held for at least one of these departments."""
        if role not in self.roles:
            return False
        units = self.units.get(role, frozenset())
        return units is EVERYWHERE or not units.isdisjoint(departments)
