"""Columns of a few words: who, where and what kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pyarrow as pa

from hjemmedag.adapters.parquet.faults import Fault
from hjemmedag.core.law import Text
from hjemmedag.core.worktime.bulk.intervals import Marks, Rows
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.headings import meant
from hjemmedag.core.worktime.timelist import strange


@dataclass(frozen=True, slots=True)
class Words:
    """A column: each row's place among the words that occur."""

    words: list[str]
    codes: Rows


def said(column: Any) -> Words:
    """The words of an Arrow array; what is null is the empty word. Numbers are words too."""
    encoded = column if isinstance(column, pa.DictionaryArray) else column.dictionary_encode()
    words = ["" if word is None else str(word) for word in encoded.dictionary.to_pylist()]
    codes = encoded.indices.fill_null(len(words)) if encoded.indices.null_count else encoded.indices
    return Words([*words, ""], np.asarray(codes.to_numpy(zero_copy_only=False), dtype=np.intp))


def away(place: Words | None, kind: Words | None, rows: int) -> tuple[Marks, list[Fault]]:
    """Which rows are on call away from the workplace, and the words that can't be used."""
    faults = [_strange("place", place, Place), _strange("kind", kind, Kind)]
    if kind is None:
        return np.zeros(rows, dtype=bool), faults
    called = _is(kind, Kind.ON_CALL)
    return called if place is None else called & ~_is(place, Place.OFFICE), faults


def _is(column: Words, word: StrEnum) -> Marks:
    return np.array([meant(each) == word for each in column.words], dtype=bool)[column.codes]


def _strange(name: str, column: Words | None, known: type[Place] | type[Kind]) -> Fault:
    """The rows with the first word that isn't known; the empty one is."""
    unknown = [] if column is None else [each for each in column.words if meant(each) not in ("", *known)]
    if column is None or not unknown:
        return Fault(name, np.zeros(0, dtype=bool), Text(da="", en=""))
    used = np.isin(column.codes, [place for place, each in enumerate(column.words) if each in unknown])
    word = column.words[column.codes[int(np.argmax(used))]] if used.any() else ""
    return Fault(name, used, strange(word, known))
