"""Another policy tried on 10,000 people, beside asking about them one by one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.process import Process

SIZE, SECONDS, SOME = 10_000, 3, 100


def ask(houses: Houses) -> Iterator[Figure]:
    """Three days instead of two for everyone, and criteria with other numbers."""
    surroundings, _company = houses.company(SIZE)
    with Process(surroundings) as app:
        found: dict[str, Any] = app.call("benchmarks.simulate:simulated")
    ratio = found["loop"] / found["together"]
    yield at_most(
        f"everyone before and after: {found['people']:,}, {found['arrangements']:,} with home days",
        found["together"],
        SECONDS,
        "s",
        digits=2,
        beside=f"one by one {found['loop']:.0f} s = {ratio:.0f}×" if found["same"] else "not the same answers",
    )
    yield Figure("who crosses the screen-work line", f"{found['crossing']:,}", f"{found['lost']:,} lose the criteria")
    yield Figure("the workbook with all lists", f"{found['book']:.1f} s")
    yield Figure("the paper", f"{found['paper']:.1f} s")


def simulated() -> dict[str, Any]:
    """Inside the app: CPU seconds of the whole company, and of some one by one by the pages' own questions."""
    from django.utils import timezone

    from hjemmedag.apps.overview.queries import simulated_files
    from hjemmedag.apps.overview.queries.criteria import of_wish
    from hjemmedag.apps.overview.queries.simulation import simulation, standing
    from hjemmedag.apps.workplaces import queries as workplaces
    from hjemmedag.core.overview.home_days import DayRule, Days
    from hjemmedag.core.overview.simulation import Change

    today, now = timezone.localdate(), timezone.now()
    change = Change(DayRule(Days.MORE, 1))

    def whole() -> Any:
        found = simulation(change, None, standing(today), today)
        return found, found.weekdays, found.cost, found.among("screen"), found.fails_for_all

    whole()
    together, (found, *_rest) = _seconds(whole)
    book, _file = _seconds(lambda: simulated_files.book("x", found, {}))
    paper, _file = _seconds(lambda: simulated_files.paper("x", found, {}, now=now))
    planned = [one for one in found.seen if one.person.pattern]
    some = planned[:: max(1, len(planned) // SOME)]

    def loop() -> list[tuple[Any, Any]]:
        answers = []
        for one in some:
            screen = workplaces.screens([one.person.pk], today).get(one.person.pk)
            for pattern in (one.before.pattern, one.after.pattern):
                explained = of_wish(one.person.pk, pattern, today)
            answers.append((screen.covered if screen else False, bool(explained and explained.result.failing)))
        return answers

    alone, answers = _seconds(loop)
    mine = [(one.before.covered, one.after.fit.holds is False) for one in some]
    return {
        "together": together,
        "loop": alone * len(planned) / max(1, len(some)),
        "people": len(found.seen),
        "arrangements": len(planned),
        "crossing": len(found.among("screen")),
        "lost": len(found.among("lost")),
        "same": answers == mine,
        "book": book,
        "paper": paper,
    }


def _seconds(what: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    answer = what()
    return time.process_time() - begun, answer
