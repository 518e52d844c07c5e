"""A file in any order, brought together by employee through temporary files, so that it may be larger than memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO

import numpy as np

from hjemmedag.adapters.parquet.batches import Batch
from hjemmedag.core.worktime.bulk.intervals import Entries

SHARES = 64
"""Files; each holds the employees whose number has the same remainder. Of half a billion rows one takes 170 MB."""

ROW = np.dtype([("employee", np.int32), ("start", np.int64), ("end", np.int64), ("away", np.bool_)])


def regrouped(batches: Iterable[Batch]) -> Iterator[tuple[list[str], Entries]]:
    """The rows by employee and time, a share of the employees at a time with the names of their numbers."""
    numbers: dict[str, int] = {}
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="hjemmedag-"))
        files = [stack.enter_context(open(f"{folder}/{share}", "w+b")) for share in range(SHARES)]
        for batch in batches:
            _shared_out(batch, numbers, files)
        names = list(numbers)
        for share, file in enumerate(files):
            file.seek(0)
            rows = np.fromfile(file, dtype=ROW)
            if len(rows):
                yield names[share::SHARES], _entries(rows, share)


def _shared_out(batch: Batch, numbers: dict[str, int], files: Sequence[IO[bytes]]) -> None:
    used = set(np.unique(batch.employee).tolist())
    number = np.array(
        [numbers.setdefault(name, len(numbers)) if code in used else 0 for code, name in enumerate(batch.names)],
        dtype=np.int32,
    )
    rows = np.empty(len(batch.start), dtype=ROW)
    rows["employee"], rows["start"], rows["end"], rows["away"] = (
        number[batch.employee],
        batch.start,
        batch.end,
        batch.away,
    )
    share = rows["employee"] % SHARES
    order = np.argsort(share, kind="stable")
    rows, edges = rows[order], np.searchsorted(share[order], np.arange(SHARES + 1))
    for place, file in enumerate(files):
        file.write(rows[edges[place] : edges[place + 1]].tobytes())


def _entries(rows: np.ndarray, share: int) -> Entries:
    """The rows in order, employees numbered from 0: one of each remainder is SHARES apart from the next."""
    employee = (rows["employee"] - share) // SHARES
    order = np.lexsort((rows["start"], employee))
    marks = rows["away"][order]
    return Entries(
        employee[order].astype(np.int32), rows["start"][order], rows["end"][order], marks if marks.any() else None
    )
