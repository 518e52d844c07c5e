"""The same pages with 50, 10,000 and 50,000 employees: as many queries, and tens of milliseconds at most."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median
from typing import Any

from benchmarks.addresses import PAGES, Page
from benchmarks.answers import Figure
from benchmarks.houses import Houses
from benchmarks.process import Process

SIZES = (50, 10_000, 50_000)
TIMES = 5
BOUND = 100
"""Milliseconds of CPU with 10,000 employees."""


def ask(houses: Houses) -> Iterator[Figure]:
    """Every page in the three companies."""
    with ExitStack() as stack:
        places = [houses.company(size) for size in SIZES]
        apps = [(stack.enter_context(Process(surroundings)), company) for surroundings, company in places]
        for page in PAGES:
            yield _compared(page, apps)


def _compared(page: Page, apps: list[tuple[Process, dict[str, int]]]) -> Figure:
    costs, taken = [], []
    for app, company in apps:
        address, person = page.address(company), company[page.who]
        found: dict[str, Any] = app.call("benchmarks.asking:cost", url=address, person=person)
        costs.append(found)
        taken.append(median(app.call("benchmarks.asking:timed", url=address, person=person, times=TIMES)) * 1000)
    queries = {one["queries"] for one in costs}
    return Figure(
        what=f"{page.url} ({page.who})",
        ours=" → ".join(f"{milliseconds:.0f}" for milliseconds in taken) + " ms",
        beside="/".join(str(one["queries"]) for one in costs) + " q",
        bound=f"same q, ≤ {BOUND} ms with 10,000",
        met=len(queries) == 1 and taken[1] <= BOUND and all(one["status"] == 200 for one in costs),
    )
