"""Pages: CPU beside the floor's page of the same shape, in turns; database queries; bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from statistics import median
from typing import Any

from benchmarks.answers import Figure
from benchmarks.houses import Houses
from benchmarks.process import Process

ROUNDS, TIMES = 7, 3
SIZE = 1_000
ONE_STAGE, ACROSS, A_STAGE = 12, 8, 2
STAGES = 5
"""People, documents, policy, agreements, and the overview that asks them."""


class Shape(Enum):
    """What a page is like: the floor's page beside it, how many times its CPU it may take, and how many queries.

    A start page holds a week, a to-do page is a list; both gather what several stages say.
    """

    LIST = ("/entries/", 2.0)
    WEEK = ("/", 2.0)
    FORM = ("/entries/new/", 3.0)
    START = ("/", 2.0, True)
    TODO = ("/entries/", 2.0, True)

    def __init__(self, floor: str, times: float, across: bool = False) -> None:
        self.floor, self.times = floor, times
        self.queries = ACROSS + A_STAGE * STAGES if across else ONE_STAGE


@dataclass(frozen=True, slots=True)
class Page:
    """One page as somebody opens it; `{}` in the address stands for what is opened."""

    url: str
    who: str
    shape: Shape

    def address(self, company: dict[str, int]) -> str:
        """The address in one company."""
        return self.url.format(**company)


PAGES = (
    Page("/", "employee", Shape.START),
    Page("/", "newcomer", Shape.START),
    Page("/", "manager", Shape.START),
    Page("/", "hr", Shape.START),
    Page("/pligter/", "employee", Shape.START),
    Page("/pligter/", "hr", Shape.TODO),
    Page("/overblik/", "hr", Shape.TODO),
    Page("/ordning/", "newcomer", Shape.WEEK),
    Page("/ordninger/{arrangement}/", "employee", Shape.WEEK),
    Page("/ordninger/{arrangement}/", "hr", Shape.WEEK),
    Page("/ordninger/", "hr", Shape.LIST),
    Page("/ordninger/?status=paused", "hr", Shape.LIST),
    Page("/ordninger/?q=holm", "hr", Shape.LIST),
    Page("/ordninger/", "manager", Shape.LIST),
    Page("/ansoegninger/", "hr", Shape.LIST),
    Page("/ansoegninger/?state=all", "hr", Shape.LIST),
    Page("/ansoegninger/", "manager", Shape.LIST),
    Page("/ansoegninger/{application}/", "hr", Shape.FORM),
    Page("/ansoegning/moenster/", "newcomer", Shape.FORM),
    Page("/ansoegning/foelger/", "writer", Shape.FORM),
    Page("/ansoegning/send/", "writer", Shape.FORM),
    Page("/mennesker/", "hr", Shape.LIST),
    Page("/mennesker/?q=holm", "hr", Shape.LIST),
    Page("/mennesker/", "manager", Shape.LIST),
    Page("/mennesker/{employee}/", "hr", Shape.WEEK),
    Page("/mennesker/ny/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/oplysninger/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/ansaettelse/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/leder/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/fravaer/", "hr", Shape.FORM),
    Page("/roller/", "hr", Shape.LIST),
    Page("/roller/ny/", "hr", Shape.FORM),
    Page("/organisation/", "hr", Shape.LIST),
    Page("/organisation/teams/ny/", "hr", Shape.FORM),
    Page("/overenskomster/", "hr", Shape.LIST),
    Page("/virksomhed/", "hr", Shape.FORM),
    Page("/mig/", "employee", Shape.WEEK),
    Page("/mig/adresse/", "employee", Shape.FORM),
    Page("/dokumenter/", "hr", Shape.LIST),
    Page("/dokumenter/", "employee", Shape.LIST),
    Page("/dokumenter/{document}/", "employee", Shape.WEEK),
    Page("/dokumenter/{unsigned}/", "hr", Shape.WEEK),
    Page("/dokumenter/segl/", "hr", Shape.FORM),
    Page("/tjek/", "employee", Shape.FORM),
    Page("/politik/", "hr", Shape.LIST),
    Page("/politik/gaeldende/", "employee", Shape.WEEK),
    Page("/politik/3/kvitteringer/", "hr", Shape.LIST),
    Page("/politik/sammenligning/", "hr", Shape.WEEK),
    Page("/jobfunktioner/", "hr", Shape.LIST),
    Page("/regler/", "employee", Shape.LIST),
    Page("/regler/worktime.daily_rest/", "employee", Shape.WEEK),
    Page("/soeg/?q=holm", "hr", Shape.LIST),
    Page("/historik/", "auditor", Shape.LIST),
    Page("/historik/?action=policy.confirm", "auditor", Shape.LIST),
)


def ask(houses: Houses) -> Iterator[Figure]:
    """Each page with 1,000 employees. The ratio is that of the medians of all rounds."""
    surroundings, company = houses.company(SIZE)
    outside, people = houses.floor()
    with Process(surroundings) as ours, Process(outside) as floor:
        for page in PAGES:
            yield measured(page, ours, floor, company, people)


def measured(page: Page, ours: Process, floor: Process, company: dict[str, int], people: dict[str, int]) -> Figure:
    """One page: a few answers of ours, a few of the floor's, and so on."""
    address, person = page.address(company), company[page.who]
    found: dict[str, Any] = ours.call("benchmarks.asking:cost", url=address, person=person)
    floor.call("benchmarks.asking:cost", url=page.shape.floor, person=people["employee"])
    mine, its = [], []
    for _ in range(ROUNDS):
        mine += ours.call("benchmarks.asking:timed", url=address, person=person, times=TIMES)
        its += floor.call("benchmarks.asking:timed", url=page.shape.floor, person=people["employee"], times=TIMES)
    ratio, limit = median(mine) / median(its), page.shape.times
    right = found["status"] == 200
    return Figure(
        what=f"{page.url} ({page.who}, {page.shape.name.lower()})",
        ours=f"{median(mine) * 1000:.1f} ms {found['queries']:>2} q {found['bytes'] // 1024:>3} kB"
        if right
        else f"answers {found['status']}",
        beside=f"{median(its) * 1000:.1f} ms = {ratio:.2f}×",
        bound=f"≤ {limit:.0f}× {page.shape.queries} q",
        met=right and ratio <= limit and found["queries"] <= page.shape.queries,
    )
