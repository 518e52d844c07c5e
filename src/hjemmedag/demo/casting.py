"""The nine people that a visitor can be, and the positions they fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmedag.core.people.roles import GRANTED, Role
from hjemmedag.demo.organisation import Position


@dataclass(frozen=True, slots=True)
class Star:
    """A person known by first name. In a small company some hold further roles: `beside`."""

    role: Role
    first_name: str
    last_name: str
    title: str = ""
    beside: tuple[Role, ...] = ()

    @property
    def mailbox(self) -> str:
        """Easy to remember: anna@…"""
        return self.first_name.lower()

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles, the first one first."""
        return (self.role, *self.beside)

    @property
    def granted(self) -> tuple[Role, ...]:
        """The roles that someone gives; employee and manager follow from the employment."""
        return tuple(role for role in self.roles if role in GRANTED and role is not Role.HR)


ANNA = Star(Role.EMPLOYEE, "Anna", "Lind")
BO = Star(Role.MANAGER, "Bo", "Friis")
DORTE = Star(Role.HR, "Dorte", "Holm")
EVA = Star(Role.SAFETY, "Eva", "Krogh")
FINN = Star(Role.UNION, "Finn", "Dahl")
GRY = Star(Role.IT, "Gry", "Vang", "It-sikkerhedsansvarlig")
HANS = Star(Role.DPO, "Hans", "Mørk", "Jurist")
IDA = Star(Role.PAYROLL, "Ida", "Storm", "Lønkonsulent")
JENS = Star(Role.AUDITOR, "Jens", "Aagaard")

SMALL_EVA = Star(Role.SAFETY, "Eva", "Krogh", beside=(Role.UNION,))
SMALL_IDA = Star(Role.PAYROLL, "Ida", "Storm", "Bogholder", beside=(Role.IT,))


def cast(jobs: Sequence[Position], *, small: bool) -> dict[int, Star]:
    """Who is a star, by the position's identity. In a small company the director is HR, and the DPO an outsider."""
    by_department: dict[str, list[Position]] = {}
    for job in jobs[1:]:
        by_department.setdefault(job.department, []).append(job)
    development = by_department["Udvikling"]
    bo = [job for job in development if job.leads and job.team == development[0].team][-1]
    anna = next(job for job in development if job.leader is bo)
    roles = [(anna, ANNA), (bo, BO)]
    if small:
        roles += [(jobs[0], DORTE), (_last(by_department["Salg og service"]), SMALL_EVA)]
        roles += [(_last(by_department["Kontor"]), SMALL_IDA)]
    else:
        roles += [(by_department["HR"][0], DORTE), (_last(by_department["Kundeservice"]), EVA)]
        roles += [(_last(by_department["Drift"]), FINN), (by_department["It"][0], GRY)]
        roles += [(by_department["Økonomi"][-2], HANS), (by_department["Økonomi"][-1], IDA)]
    return {id(job): star for job, star in roles}


def _last(jobs: Sequence[Position]) -> Position:
    """The last to be placed is an ordinary member, where there is one."""
    return jobs[-1]
