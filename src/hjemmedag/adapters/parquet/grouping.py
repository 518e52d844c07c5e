"""Whole employees together, some at a time: straight from a file that has them so, else by way of temporary files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hjemmedag.adapters.parquet.batches import ROWS, batches, employees
from hjemmedag.adapters.parquet.regrouping import regrouped
from hjemmedag.core.worktime.bulk.check import groups as cut
from hjemmedag.core.worktime.bulk.intervals import Entries


@dataclass(frozen=True, slots=True)
class Group:
    """Some employees' entries; `names` are those of the numbers in them."""

    names: list[str]
    entries: Entries


def groups(file: Path) -> Iterator[Group]:
    """All entries of the file, each employee in one group. Raises `Unusable` naming row and column, and `OSError`."""
    if _is_together(file):
        yield from _straight(file)
        return
    for names, entries in regrouped(batches(file)):
        for rows in cut(entries.employee, ROWS):
            yield Group(names[int(entries.employee[rows][0]) :], entries.part(rows))


def _is_together(file: Path) -> bool:
    """Whether each employee's rows stand in one place of the file."""
    seen: set[str] = set()
    last = None
    for words in employees(file):
        for code in words.codes[np.concatenate(([0], _turns(words.codes)))].tolist():
            name = words.words[code]
            if name != last and name in seen:
                return False
            seen.add(name)
            last = name
    return True


def _straight(file: Path) -> Iterator[Group]:
    names: list[str] = []
    waiting: list[Entries] = []
    for batch in batches(file):
        turns = _turns(batch.employee)
        for code in batch.employee[np.concatenate(([0], turns))].tolist():
            if not names or names[-1] != batch.names[code]:
                names.append(batch.names[code])
        steps = np.zeros(len(batch.employee), dtype=np.int32)
        steps[turns] = 1
        numbers = np.cumsum(steps, dtype=np.int32) + np.int32(len(names) - 1 - len(turns))
        waiting.append(Entries(numbers, batch.start, batch.end, batch.away))
        if sum(len(part.start) for part in waiting) >= ROWS and len(names) > 1:
            entries = _joined(waiting)
            open_from = int(np.searchsorted(entries.employee, len(names) - 1))
            yield Group(names[:-1], _called(entries.part(slice(0, open_from))))
            names, waiting = names[-1:], [entries.part(slice(open_from, None))]
    yield Group(names, _called(_joined(waiting)))


def _turns(codes: np.ndarray) -> np.ndarray:
    """The rows at which another employee begins."""
    return np.flatnonzero(codes[1:] != codes[:-1]) + 1


def _joined(parts: list[Entries]) -> Entries:
    fields = ([getattr(part, name) for part in parts] for name in ("employee", "start", "end", "on_call"))
    return Entries(*(np.concatenate(field) for field in fields))


def _called(entries: Entries) -> Entries:
    """The entries without the marks of time on call where there is none: they are checked faster."""
    marks = entries.on_call
    return entries if marks is not None and marks.any() else Entries(entries.employee, entries.start, entries.end)
