"""Pages: CPU beside the floor's page of the same shape, in turns; database queries; bytes."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

from benchmarks.addresses import PAGES, Page
from benchmarks.answers import Figure
from benchmarks.houses import Houses
from benchmarks.process import Process

ROUNDS, TIMES = 7, 3
SIZE = 1_000


def ask(houses: Houses) -> Iterator[Figure]:
    """Each page with 1,000 employees. The ratio is that of the medians of all rounds."""
    surroundings, company = houses.company(SIZE)
    outside, people = houses.floor()
    with Process(surroundings) as ours, Process(outside) as floor:
        for page in PAGES:
            yield measured(page, ours, floor, company, people)


def measured(page: Page, ours: Process, floor: Process, company: dict[str, Any], people: dict[str, Any]) -> Figure:
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
