"""What is measured: arrays in memory, and the command on files of ten million entries."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from benchmarks.answers import Figure, at_least, at_most
from benchmarks.houses import Houses
from benchmarks.working_time import loops
from benchmarks.working_time.entries import entries, table
from hjemmedag.core.periods import add_months
from hjemmedag.core.worktime.bulk import daily, weekly
from hjemmedag.core.worktime.bulk.check import check, groups
from hjemmedag.core.worktime.bulk.intervals import Entries, merged
from hjemmedag.core.worktime.bulk.wall import Changes
from hjemmedag.core.worktime.clock import at
from hjemmedag.core.worktime.limits import Limits
from hjemmedag.rulebook.load import load

PEOPLE, MANY = 4_000, 19_050
"""Two million entries in memory, ten million in a file."""

ROWS = 1 << 17
TIMES = 3
LIMITS = Limits.of(load().on(date(2026, 11, 23)))


def ask(houses: Houses) -> Iterator[Figure]:
    """Best of three each, but for the files, which are read once."""
    given = entries(PEOPLE)
    rows = list(zip(given.employee.tolist(), given.start.tolist(), given.end.tolist(), strict=True))
    changes = Changes.between(date(2025, 1, 1), date(2028, 1, 1))
    months = [at(add_months(date(2025, 11, 1), n)) for n in range(13)]
    clock = changes.moments.tolist(), changes.ahead.tolist()
    copied, _ = _best(lambda: [column.copy() for column in (given.employee, given.start, given.end)])
    looped, short = _best(lambda: loops.rest(rows))
    ours, found = _best(lambda: _rest(given))
    assert short == found, (short, found)
    yield _per(f"copying the columns of {len(rows):,} entries", copied, len(rows))
    yield _per("rest rules, plain loop", looped, len(rows))
    yield _per("rest rules, ours", ours, len(rows))
    yield at_least("rest rules, times the loop", looped / ours, 20, "×", digits=1)
    clever, _ = _best(lambda: (loops.shortcut(rows), loops.days_off(rows)))
    yield Figure("rest rules, times a loop with our shortcut", f"{clever / ours:.1f} ×")
    yield at_most("rest rules, times the copy", ours / copied, 10, "×", digits=1)
    looped, short = _best(lambda: loops.everything(rows, *clock, months), 1)
    ours, found = _best(lambda: _everything(given))
    assert short == found, (short, found)
    yield _per("all rules, plain loop", looped, len(rows))
    yield _per("all rules, ours", ours, len(rows))
    yield at_least("all rules, times the loop", looped / ours, 5, "×", digits=1)
    yield from _files(houses.folder)


def _best(work: Callable[[], object], times: int = TIMES) -> tuple[float, object]:
    taken = []
    for _ in range(times):
        begun = time.process_time()
        found = work()
        taken.append(time.process_time() - begun)
    return min(taken), found


def _per(what: str, seconds: float, rows: int) -> Figure:
    return Figure(what, f"{seconds / rows * 1e9:,.1f} ns an entry")


def _rest(given: Entries) -> tuple[int, int, int]:
    short = measured = late = 0
    for rows in groups(given.employee, ROWS):
        work = merged(given.part(rows))
        known = work.start[work.first], work.end[work.last]
        breaches = daily.breaches(work, LIMITS)
        short, measured = short + len(breaches.end), measured + int(breaches.measured.sum())
        late += len(list(weekly.late_ones(work, *known, LIMITS)))
    return short, measured, late


def _everything(given: Entries) -> tuple[int, ...]:
    sums = np.zeros(6, dtype=np.int64)
    for rows in groups(given.employee, ROWS):
        part = given.part(rows)
        begins = np.concatenate(([0], np.flatnonzero(part.employee[1:] != part.employee[:-1]) + 1))
        known = part.start[begins], np.maximum.reduceat(part.end, begins)
        found = check(part, *known, LIMITS)
        counted = found.weekly, found.hours.employee, found.breaks.end, found.nights
        sums += [len(found.daily.end), int(found.daily.measured.sum()), *map(len, counted)]
    return tuple(sums.tolist())


def _files(folder: Path) -> Iterator[Figure]:
    given = entries(MANY)
    for name, shuffled in (("in order", False), ("in any order", True)):
        file = folder / "entries.parquet"
        rows = table(given)
        if shuffled:
            rows = rows.take(np.random.default_rng(1).permutation(len(rows)))
        pq.write_table(rows, file, row_group_size=1 << 20)
        seconds, megabytes = _command(file)
        what = f"hjemmedag check, {len(given.start) / 1e6:.1f} million entries {name}"
        yield at_most(what, seconds, 15, "s", digits=1, beside=f"{file.stat().st_size / 1e6:.0f} MB")
        yield at_most("its memory", megabytes, 1500, "MB")
        file.unlink()


MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A process of its own: a child's memory counts from what its parent has."""


def _command(file: Path) -> tuple[float, float]:
    """Seconds that passed, and megabytes at most."""
    command = [Path(sys.executable).with_name("hjemmedag"), "check", file]
    begun = time.monotonic()
    measured = subprocess.run([sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True)
    return time.monotonic() - begun, int(measured.stdout) / 1024
