"""What may be wrong with rows of a Parquet file, and which row to name first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from hjemmedag.core.law import Text
from hjemmedag.core.worktime.bulk.intervals import Marks
from hjemmedag.core.worktime.timelist import Unusable, row


@dataclass(frozen=True, slots=True)
class Fault:
    """A column, the rows of it that have the fault, and what to say."""

    column: str
    rows: Marks
    text: Text


@contextmanager
def legible() -> Iterator[None]:
    """Turns what Arrow says of a file that is damaged or no Parquet into `Unusable`; a missing file stays `OSError`."""
    try:
        yield
    except (pa.ArrowException, UnicodeError, OSError) as fault:
        if isinstance(fault, OSError) and fault.errno:
            raise
        why = next(iter(str(fault).splitlines()), type(fault).__name__)
        raise Unusable(
            Text(da=f"filen kan ikke læses som Parquet ({why}).", en=f"the file can't be read as Parquet ({why}).")
        ) from None


def missing(column: str, values: Any) -> Fault:
    """The rows of an Arrow array without a value."""
    rows = np.asarray(values.is_null()) if values.null_count else np.zeros(0, dtype=bool)
    return Fault(column, rows, Text(da="mangler.", en="is missing."))


def first_fault(faults: Iterable[Fault], before: int) -> None:
    """Raises `Unusable` naming the first row with a fault and its column. `before` rows stand before them."""
    found = [(int(np.argmax(fault.rows)), fault) for fault in faults if fault.rows.any()]
    if found:
        place, fault = min(found, key=lambda each: each[0])
        raise Unusable(fault.text.about(fault.column).about(row(before + place + 1)))
