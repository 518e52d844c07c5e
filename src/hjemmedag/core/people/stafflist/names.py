"""Names of places and groups as the company already spells them, whatever the case in the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hjemmedag.core.people.stafflist.company import Company
from hjemmedag.core.people.stafflist.rows import StaffRow, TeamName


@dataclass(frozen=True, slots=True)
class NewNames:
    """What the company has none of yet, in the order of the list."""

    sites: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    teams: tuple[TeamName, ...] = ()
    agreements: tuple[str, ...] = ()


class Spelling:
    """One way to write each name: the company's, else the first in the list."""

    def __init__(self, known: Mapping[str, str] | Iterable[str]) -> None:
        pairs = known.items() if isinstance(known, Mapping) else ((name, name) for name in known)
        self._names = {name.casefold(): spelled for name, spelled in pairs}
        self.new: dict[str, None] = {}

    def of(self, name: str) -> str:
        """The name as it is to be written; empty stays empty."""
        if not name:
            return name
        key = name.casefold()
        if key not in self._names:
            self._names[key] = name
            self.new[name] = None
        return self._names[key]


def spelled(
    rows: Iterable[StaffRow], company: Company, answers: Mapping[str, str]
) -> tuple[tuple[StaffRow, ...], NewNames]:
    """The rows with the company's spelling, and the names that are new.

    `answers` say of agreements in the list which known one they stand for.
    """
    sites, departments = Spelling(company.sites), Spelling(company.departments)
    agreements = Spelling({**answers, **company.agreements})
    teams = {(name.department.casefold(), name.team.casefold()): name for name in company.teams}
    known = set(company.teams)
    new_teams: dict[TeamName, None] = {}
    written = []
    for row in rows:
        terms = replace(row.terms, site=sites.of(row.terms.site), agreement=agreements.of(row.terms.agreement))
        named = TeamName(departments.of(row.team.department), row.team.team)
        team = teams.setdefault((named.department.casefold(), named.team.casefold()), named)
        if team not in known:
            new_teams.setdefault(team)
        written.append(replace(row, terms=terms, team=team))
    new = NewNames(tuple(sites.new), tuple(departments.new), tuple(new_teams), tuple(agreements.new))
    return tuple(written), new
