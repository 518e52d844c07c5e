"""Homes as places of work, 10,000 of them: figures by unit, the action plan, and a year of weeks judged."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Any

from benchmarks.addresses import Page, Shape
from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.pages import TIMES
from benchmarks.process import Process

SIZE, WEEKS, ROUNDS, SOME = 10_000, 52, 7, 200
TIMES_THE_FLOOR, SECONDS = 3, 2
PAGES = (
    Page("/arbejdsmiljoe/hjemme/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/handlingsplan/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/handlingsplan/?vis=late&afdeling={department}", "hr", Shape.LIST),
)


def ask(houses: Houses) -> Iterator[Figure]:
    """Pages beside the floor's list, the monthly count, and the verdicts beside a plain loop."""
    surroundings, company = houses.company(SIZE)
    outside, people = houses.floor()
    with Process(surroundings) as ours, Process(outside) as floor:
        for page in PAGES:
            yield _page(page, ours, floor, company, people)
        yield Figure("the figures counted, once a month", f"{ours.call('benchmarks.homes:counted'):.1f} s")
        entries = ours.call("benchmarks.night:year")
        found = ours.call("benchmarks.homes:judged")
    what = f"today’s verdicts each night, {entries / 1e6:.1f} million entries to read"
    beside = f"one by one {found['loop']:.0f} s" if found["same"] else "not the same verdicts"
    yield Figure(what, f"{found['together']:.1f} s", beside)
    beside = f"plain loop {found['plain']:.0f} s" if found["same_weeks"] else "not the same verdicts"
    yield at_most(
        f"every one of so many weeks on arrays: {SIZE:,} × {WEEKS}",
        found["arrays"],
        SECONDS,
        "s",
        digits=2,
        beside=beside,
    )


def _page(page: Page, ours: Process, floor: Process, company: dict[str, Any], people: dict[str, Any]) -> Figure:
    address, person = page.address(company), company[page.who]
    found: dict[str, Any] = ours.call("benchmarks.asking:cost", url=address, person=person)
    mine, its = [], []
    for _ in range(ROUNDS):
        mine += ours.call("benchmarks.asking:timed", url=address, person=person, times=TIMES)
        its += floor.call("benchmarks.asking:timed", url=page.shape.floor, person=people["employee"], times=TIMES)
    ratio = median(mine) / median(its)
    return Figure(
        what=page.url,
        ours=f"{median(mine) * 1000:.1f} ms {found['queries']} q",
        beside=f"{median(its) * 1000:.1f} ms = {ratio:.2f}×",
        bound=f"≤ {TIMES_THE_FLOOR}×",
        met=found["status"] == 200 and ratio <= TIMES_THE_FLOOR,
    )


def _seconds(what: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    answer = what()
    return time.process_time() - begun, answer


def counted() -> float:
    """Inside the app: CPU seconds of counting everyone's homes."""
    from django.utils import timezone

    from hjemmedag.apps.workplaces import queries

    return _seconds(lambda: queries.figures(timezone.localdate()))[0]


def judged() -> dict[str, Any]:
    """Inside the app: everyone at once, and some one by one, by the same queries; and a year of weeks on arrays."""
    from django.utils import timezone

    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.workplaces import queries

    today = timezone.localdate()
    people = list(Employee.objects.order_by("pk").values_list("pk", flat=True))
    some = people[:: len(people) // SOME]
    queries.screens(some, today)
    together, found = _seconds(lambda: queries.screens(people, today))
    alone, one_by_one = _seconds(lambda: {who: one for pk in some for who, one in queries.screens([pk], today).items()})
    arrays, plain, covered, same = _weeks_of(len(people), today)
    return {
        "together": together,
        "loop": alone * len(people) / len(some),
        "found": sum(one.covered for one in found.values()),
        "same": one_by_one == {who: one for who, one in found.items() if who in set(some)},
        "arrays": arrays,
        "plain": plain,
        "covered": covered,
        "same_weeks": same,
    }


def _weeks_of(number: int, today: date) -> tuple[float, float, int, bool]:
    """Made-up weeks: seconds on arrays and in a plain loop, how many weeks are covered, whether they agree."""
    import numpy as np

    from hjemmedag.core.workplaces import crowd, screen
    from hjemmedag.core.workplaces.rules.screen_work import limits
    from hjemmedag.rulebook.load import load

    line, luck = limits(load().on(today)), np.random.default_rng(7)
    home, fixed = (luck.integers(0, 5, (number, WEEKS)) * 444 for _ in range(2))
    weeks = crowd.Weeks(home, fixed, np.zeros_like(home), luck.random(home.shape) < 0.1)
    desks = luck.random(number) < 0.5
    arrays, many = _seconds(lambda: crowd.judged(weeks, line, desks))

    def loop() -> list[bool]:
        found = []
        for person in range(number):
            hours = [
                screen.Week(Decimal(int(at_home)) / 60, Decimal(int(there)) / 60, Decimal(0), leave=bool(off))
                for at_home, there, off in zip(home[person], fixed[person], weeks.leave[person], strict=True)
            ]
            for week in range(WEEKS):
                because = screen.by_weeks(hours[: week + 1], line, bool(desks[person]))
                found.append(because is not None and because.covers)
        return found

    plain, each = _seconds(loop)
    return arrays, plain, int(many.covered.sum()), many.covered.ravel().tolist() == each
