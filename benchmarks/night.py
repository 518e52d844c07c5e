"""The nightly check of 10,000 employees: a year that nobody has counted yet, and an ordinary night after it."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.process import Process

SIZE, WEEKS = 10_001, 52
"""A company of its own: nothing else is measured in one where everyone has a year."""
LATE, FULL = 50, 9
"""One week in so many has a late evening before an early morning; one person in so many works long days."""


def ask(houses: Houses) -> Iterator[Figure]:
    """CPU time and memory of the worker's task."""
    surroundings, _company = houses.company(SIZE)
    with Process(surroundings) as app:
        rows = app.call("benchmarks.night:year")
    for what in ("a year counted for the first time", "an ordinary night"):
        with Process(surroundings) as app:
            seconds, megabytes, found = app.call("benchmarks.night:checked")
        yield at_most(f"{what}, {rows / 1e6:.1f} million entries", seconds, 60, "s", digits=1, beside=found)
        yield Figure("its memory", f"{megabytes:.0f} MB")


def year() -> int:
    """Inside the app: a year of everyone's entries, written past the actions. Returns how many."""
    from django.db import connection, transaction
    from django.utils import timezone

    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.worktime.models import Entry, Practice, Week
    from hjemmedag.core.worktime.weeks import monday_of

    first = monday_of(timezone.localdate()) - timedelta(days=7 * WEEKS)
    Practice.objects.update_or_create(defaults={"starts": first})
    Entry.objects.all().delete()
    people = list(Employee.objects.order_by("pk").values_list("pk", flat=True))
    mondays = [first + timedelta(days=7 * number) for number in range(WEEKS)]
    Week.objects.bulk_create(
        (Week(employee_id=who, monday=monday) for who in people for monday in mondays), 2_000, ignore_conflicts=True
    )
    weeks = {(who, monday): pk for pk, who, monday in Week.objects.values_list("pk", "employee", "monday")}
    names = ("employee_id", "week_id", "day", "start", "end", "break_minutes", "place", "kind", "method", "removed",
             "timed", "reason", "at")  # fmt: skip
    columns, places = (", ".join(each) for each in ([f'"{name}"' for name in names], ["%s"] * len(names)))
    insert = f"INSERT INTO worktime_entry ({columns}) VALUES ({places})"
    rows = 0
    with transaction.atomic(), connection.cursor() as cursor:
        hours = _hours(people, mondays, weeks)
        while some := list(islice(hours, 10_000)):
            cursor.executemany(insert, some)
            rows += len(some)
    return rows


def _hours(people: list[int], mondays: list[date], weeks: dict[Any, int]) -> Iterator[tuple[Any, ...]]:
    """Eight to four with lunch, an hour on Tuesday evenings; some late evenings, and some who work long."""
    for place, who in enumerate(people):
        for number, monday in enumerate(mondays):
            late = (place + number) % LATE == 0
            for weekday in range(5):
                day = monday + timedelta(days=weekday)
                spans = [(7, 17 if place % FULL == 0 else 15)]
                spans += [(20, 23) if late else (18, 19)] if weekday == 1 else []
                for start, end in spans:
                    pause = 30 if end - start > 6 else 0
                    yield (who, weeks[who, monday], day, _at(day, start), _at(day, end), pause,
                           "home", "work", "page", False, True, "", _at(day, 23))  # fmt: skip


def _at(day: date, hour: int) -> str:
    return f"{day} {hour:02}:00:00"


def checked() -> tuple[float, float, str]:
    """Inside the app: CPU seconds, the process's memory at its highest in megabytes, what was found."""
    from django.utils import timezone

    from hjemmedag.apps.worktime import actions

    now: datetime = timezone.now()
    begun = time.process_time()
    found = actions.check_everyone(now=now)
    seconds = time.process_time() - begun
    breaches = sum(one.daily for rows in found.figures.values() for one in rows)
    told = f"{breaches:,} short rests in {len(found.figures)} months, {len(found.nearing):,} near 48 hours"
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, told
