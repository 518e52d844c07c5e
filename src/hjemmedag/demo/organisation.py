"""Which departments, teams and positions a company of a size has: a director, heads of departments, team leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

TEAM = 9
"""Members of a team, its lead included, that a department aims at."""

SMALL = 35
"""Below, one person holds several roles, and departments have no head above their team lead."""

OFFICE, FIELD = "office", "field"
BOARD = "Direktion"
HK, DRIFT = "HK Privat", "Lokalaftale for drift og lager"


@dataclass(frozen=True, slots=True)
class Plan:
    """A department: its share of the company, who leads it, what its people are called, and where they work."""

    name: str
    share: int
    head: str
    titles: tuple[str, ...]
    teams: tuple[str, ...]
    sites: tuple[str, ...]
    agreement: str = ""
    work: str = OFFICE


LARGE_COMPANY = (
    Plan("Udvikling", 24, "Udviklingschef", ("Udvikler", "Udvikler", "Senior udvikler", "Tester", "UX-designer"),
         ("Platform", "App", "Data", "Kvalitet", "Integration"), ("København", "Aarhus", "Aarhus")),
    Plan("Kundeservice", 20, "Kundechef", ("Kundekonsulent", "Kundekonsulent", "Supportkonsulent"),
         ("Erhverv", "Privat", "Teknisk support"), ("Aarhus", "København"), HK),
    Plan("Salg", 14, "Salgschef", ("Sælger", "Salgskonsulent", "Key account manager"),
         ("Nord", "Syd", "Eksport"), ("København", "Aarhus")),
    Plan("Drift", 12, "Driftschef", ("Driftstekniker", "Elektriker", "Montør"),
         ("Vedligehold", "Anlæg", "Overvågning"), ("Ærøskøbing", "Aarhus"), DRIFT, FIELD),
    Plan("Lager", 8, "Lagerchef", ("Lagermedarbejder", "Disponent"),
         ("Forsendelse", "Indgående varer"), ("Aarhus",), DRIFT, FIELD),
    Plan("Økonomi", 8, "Økonomichef", ("Bogholder", "Controller", "Indkøber"),
         ("Regnskab", "Indkøb"), ("København",), HK),
    Plan("Marketing", 5, "Marketingchef", ("Tekstforfatter", "Kampagnekonsulent"),
         ("Kommunikation",), ("København",)),
    Plan("It", 5, "It-chef", ("Systemadministrator", "It-supporter"), ("It-drift",), ("København", "Aarhus")),
    Plan("HR", 4, "HR-chef", ("HR-konsulent",), ("HR",), ("København",)),
)  # fmt: skip

SMALL_COMPANY = (
    Plan("Udvikling", 42, "Teamleder", ("Udvikler", "Tester", "UX-designer"), ("Platform",), ("København",)),
    Plan("Salg og service", 36, "Salgsleder", ("Kundekonsulent", "Sælger"), ("Kunder",), ("København",), HK),
    Plan("Kontor", 22, "Kontorleder", ("Kontorassistent",), ("Kontor",), ("København",), HK),
)


@dataclass(slots=True)
class Position:
    """One job to be filled. `leader` is the position above it; `None` for the director's."""

    title: str
    department: str
    team: str
    site: str
    agreement: str = ""
    work: str = OFFICE
    leader: Position | None = field(default=None, repr=False)
    leads: bool = False


def positions(employees: int) -> list[Position]:
    """A job for each of so many employees, the director's first, every lead before their team."""
    plans = SMALL_COMPANY if employees < SMALL else LARGE_COMPANY
    director = Position("Direktør", BOARD, BOARD, "København", leads=True)
    found = [director]
    for plan, number in zip(plans, shares([plan.share for plan in plans], employees - 1), strict=True):
        found += _department(plan, number, director)
    return found


def shares(weights: Sequence[int], number: int) -> list[int]:
    """`number` divided as the weights say, to the last one, and at least one for each."""
    spare, total = number - len(weights), sum(weights)
    parts = [spare * weight // total for weight in weights]
    rest = sorted(range(len(weights)), key=lambda place: (-(spare * weights[place] % total), place))
    for place in rest[: spare - sum(parts)]:
        parts[place] += 1
    return [part + 1 for part in parts]


def _department(plan: Plan, number: int, director: Position) -> list[Position]:
    """The head leads the members, or the leads of teams where there are several."""
    teams = max(1, round(number / TEAM))
    names = [team_name(plan.teams, place) for place in range(teams)]

    def position(title: str, team: int, leader: Position, *, leads: bool = False, place: int = 0) -> Position:
        site = plan.sites[(team if leads else team + place // 5) % len(plan.sites)]
        return Position(title, plan.name, names[team], site, plan.agreement, plan.work, leader, leads)

    head = position(plan.head, 0, director, leads=True)
    if teams == 1:
        leads, members = [head], number - 1
        found = [head]
    else:
        leads = [position("Teamleder", team, head, leads=True) for team in range(teams)]
        members = number - 1 - teams
        found = [head, *leads]
    for place in range(members):
        team = place % teams
        title = plan.titles[place // teams % len(plan.titles)]
        found.append(position(title, team, leads[team], place=place // teams))
    return found


def team_name(names: Sequence[str], place: int) -> str:
    """The team's own name; when they run out, the same again with a number: "Platform 2"."""
    round_, name = divmod(place, len(names))
    return names[name] if round_ == 0 else f"{names[name]} {round_ + 1}"
