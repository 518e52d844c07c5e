"""Made-up entries of office people: two stretches a day around lunch, and an evening now and then.

`python -m benchmarks.working_time.entries FILE PEOPLE` writes a year of so many as Parquet, of any length.
"""

from __future__ import annotations

import sys
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from hjemmedag.core.worktime.bulk.intervals import Entries
from hjemmedag.core.worktime.bulk.wall import Changes

DAY, QUARTER = 86_400, 900
MONDAY = 1_762_124_400
"""3 November 2025 in Denmark."""


def entries(people: int, days: int = 250, *, seed: int = 7) -> Entries:
    """So many workdays of each, in order: some 525 entries a year and person."""
    drawn = np.random.default_rng(seed)
    shape = people, days
    weekend = 2 * (np.arange(days) // 5)
    late = drawn.integers(-4, 5, shape) * QUARTER
    first = MONDAY + (np.arange(days) + weekend)[None, :] * DAY + 8 * 4 * QUARTER + late
    noon = first + 16 * QUARTER
    home = noon + 15 * QUARTER + drawn.integers(-4, 5, shape) * QUARTER
    evening = home + 12 * QUARTER
    start = np.stack([first, noon + 2 * QUARTER, evening], axis=-1)
    end = np.stack([noon, home + 2 * QUARTER, evening + drawn.integers(2, 12, shape) * QUARTER], axis=-1)
    kept = np.ones(start.shape, dtype=bool)
    kept[..., 2] = drawn.random(shape) < 0.1
    employee = np.broadcast_to(np.arange(people, dtype=np.int32)[:, None, None], start.shape)
    return Entries(employee[kept].copy(), start[kept], end[kept])


def table(given: Entries, first: int = 0) -> pa.Table:
    """The entries as Parquet holds them: Danish clocks, employees by number from `first` on."""
    changes = Changes.between(date(2025, 1, 1), date(2028, 1, 1))

    def clocks(seconds: np.ndarray) -> pa.Array:
        ahead = changes.ahead[np.searchsorted(changes.moments, seconds, side="right")]
        return pa.array((seconds + ahead).astype("datetime64[s]"))

    names = pa.array([f"{first + number:07}" for number in range(int(given.employee[-1]) + 1)])
    employee = pa.DictionaryArray.from_arrays(pa.array(given.employee), names).dictionary_decode()
    return pa.table({"employee": employee, "start": clocks(given.start), "end": clocks(given.end)})


def main(file: str, people: int) -> None:
    """Writes the file a part at a time."""
    part = 10_000
    with pq.ParquetWriter(file, table(entries(1, 1)).schema) as writer:
        for first in range(0, people, part):
            writer.write_table(table(entries(min(part, people - first), seed=first), first), row_group_size=1 << 20)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
