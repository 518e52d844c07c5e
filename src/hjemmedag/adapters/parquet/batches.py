"""A Parquet file batch by batch: its columns checked and turned into arrays, the first faulty row named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from hjemmedag.adapters.parquet.faults import Fault, first_fault, legible, missing
from hjemmedag.adapters.parquet.times import instants
from hjemmedag.adapters.parquet.words import Words, away, said
from hjemmedag.core.law import Text
from hjemmedag.core.worktime.bulk.intervals import Marks, Rows, Seconds
from hjemmedag.core.worktime.entries import BACKWARDS, LONGEST, TOO_LONG
from hjemmedag.core.worktime.timelist import NEEDED, NO_ROWS, OPTIONAL, Unusable, columns

ROWS = 1 << 17
"""Rows of a batch: what the arrays of one check need stays within a processor's cache."""

BUFFER = 1 << 20
"""Bytes that are read ahead of a column, so that a row group may be larger than memory."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows in the file's order. `employee` is a place in `names`; `away` marks time on call away from the workplace."""

    names: list[str]
    employee: Rows
    start: Seconds
    end: Seconds
    away: Marks


def batches(file: Path) -> Iterator[Batch]:
    """All rows of the file. Raises `Unusable` at the first batch with a fault, and `OSError`."""
    before = 0
    with legible():
        for rows in _rows(file, [*NEEDED, *OPTIONAL]):
            batch = _batch(rows, before)
            before += len(batch.start)
            yield batch
    if not before:
        raise Unusable(NO_ROWS)


def employees(file: Path) -> Iterator[Words]:
    """Who the rows belong to, batch by batch, without looking at anything else. Raises as `batches`."""
    with legible():
        for rows in _rows(file, ["employee"]):
            yield said(rows["employee"])


def _rows(file: Path, asked: list[str]) -> Iterator[dict[str, Any]]:
    """The columns of ours that are asked for and there, as Arrow arrays by name."""
    schema = pq.read_schema(file)
    wanted = {name: schema.names[place] for name, place in columns(schema.names).items() if name in asked}
    words = [wanted[name] for name in ("employee", "place", "kind") if name in wanted]
    coded = [name for name in words if pa.types.is_string(schema.field(name).type)]
    with pq.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False, read_dictionary=coded) as table:
        for rows in table.iter_batches(ROWS, columns=list(wanted.values())):
            if rows.num_rows:
                yield {name: rows.column(named) for name, named in wanted.items()}


def _batch(given: Mapping[str, Any], before: int) -> Batch:
    """The arrays of some rows, of which `before` others stand in the file."""
    faults = [missing(name, given[name]) for name in ("employee", "start", "end")]
    first_fault(faults, before)
    employee = said(given["employee"])
    place, kind = (said(given[name]) if name in given else None for name in ("place", "kind"))
    start, end, more = instants(given["start"], given["end"], given.get("fold"))
    faults = [*more, _blank(employee), *_order(start, end)]
    marked, wrong = away(place, kind, len(start))
    first_fault([*faults, *wrong], before)
    return Batch(employee.words, employee.codes, start, end, marked)


def _blank(employee: Words) -> Fault:
    blank = np.array([not word.strip() for word in employee.words], dtype=bool)
    return Fault("employee", blank[employee.codes], Text(da="mangler.", en="is missing."))


def _order(start: Seconds, end: Seconds) -> Iterator[Fault]:
    yield Fault("end", end <= start, BACKWARDS)
    long: NDArray[np.bool_] = end - start > LONGEST
    yield Fault("end", long, TOO_LONG)
