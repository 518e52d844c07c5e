"""Columns of times: with a zone as they are, without one as Danish clocks, and text that is written as either."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from hjemmedag.adapters.parquet.faults import Fault
from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import FIRST_YEAR, LAST_YEAR
from hjemmedag.core.worktime.bulk.intervals import Marks, Seconds
from hjemmedag.core.worktime.bulk.wall import spans
from hjemmedag.core.worktime.clock import second
from hjemmedag.core.worktime.moments import between
from hjemmedag.core.worktime.timelist import Unusable

Times = tuple[Seconds, Seconds, list[Fault]]

UNITS = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
EARLIEST, LATEST = (int(np.datetime64(f"{year}-01-01", "s").astype(np.int64)) for year in (FIRST_YEAR, LAST_YEAR + 1))


def instants(start: Any, end: Any, fold: Any) -> Times:
    """Starts and ends in UTC seconds, fractions dropped, and the rows that can't be placed in time."""
    start, end = _moments("start", start), _moments("end", end)
    if pa.types.is_string(start.type) or pa.types.is_string(end.type):
        return _written(start, end, fold)
    starts, ends = _seconds(start), _seconds(end)
    faults = [_far("start", starts), _far("end", ends)]
    if any(fault.rows.any() for fault in faults):
        return starts, ends, faults
    zoned = [column.type.tz is not None for column in (start, end)]
    if not all(zoned):
        own, own_end, no_start, no_end = spans(starts, ends, _folded(fold))
        faults += [_skipped("start", no_start & (not zoned[0])), _skipped("end", no_end & (not zoned[1]))]
        starts, ends = starts if zoned[0] else own, ends if zoned[1] else own_end
    return starts, ends, faults


def _moments(name: str, column: Any) -> Any:
    """The column as timestamps; as text where some of it isn't ISO 8601."""
    if pa.types.is_timestamp(column.type):
        return column
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_large_string(column.type):
        column = column.cast(pa.string())
    if not pa.types.is_string(column.type):
        raise Unusable(
            Text(
                da=f"kolonnen har typen {column.type}. Den skal have tidspunkter (timestamp) eller tekst.",
                en=f"the column has the type {column.type}. It must have times (timestamp) or text.",
            ).about(name)
        )
    return column


def _seconds(column: Any) -> Seconds:
    whole = column.cast(pa.int64()).to_numpy(zero_copy_only=False)
    unit = UNITS[column.type.unit]
    return np.asarray(whole if unit == 1 else whole // unit, dtype=np.int64)


def _far(name: str, seconds: Seconds) -> Fault:
    far: Marks = (seconds < EARLIEST) | (seconds >= LATEST)
    return Fault(
        name,
        far,
        Text(da=f"året ligger uden for {FIRST_YEAR}–{LAST_YEAR}.", en=f"the year is outside {FIRST_YEAR}–{LAST_YEAR}."),
    )


def _skipped(name: str, rows: Marks) -> Fault:
    return Fault(
        name,
        rows,
        Text(
            da="tidspunktet findes ikke: uret blev stillet frem den nat.",
            en="the time does not exist: the clocks went forward that night.",
        ),
    )


def _folded(fold: Any) -> Marks | None:
    return None if fold is None else np.asarray(fold.fill_null(0).to_numpy(zero_copy_only=False)).astype(bool)


def _written(start: Any, end: Any, fold: Any) -> Times:
    """Row by row, as in a table; the first that can't be read ends it."""
    folds = [0] * len(start) if (folded := _folded(fold)) is None else folded.astype(int).tolist()
    starts, ends = np.zeros(len(start), dtype=np.int64), np.zeros(len(start), dtype=np.int64)
    for place, (opens, closes, which) in enumerate(zip(start.to_pylist(), end.to_pylist(), folds, strict=True)):
        try:
            first, last = between(str(opens).strip(), str(closes).strip(), which)
        except FactsError as fault:
            rows = np.zeros(len(start), dtype=bool)
            rows[place] = True
            ends[place:] = 1  # what comes after is not looked at
            return starts, ends, [Fault(fault.field, rows, fault.message)]
        starts[place], ends[place] = second(first), second(last)
    return starts, ends, []
