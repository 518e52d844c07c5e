"""What a question answers: one measured thing a line, beside what it is compared with and its bound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

COLUMNS = ("", "ours", "beside", "bound", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing, in words with units; `met` is `None` where there is no bound."""

    what: str
    ours: str
    beside: str = ""
    bound: str = ""
    met: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The line's cells; only a missed bound says so."""
        return (self.what, self.ours, self.beside, self.bound, "MISSED" if self.met is False else "")


def table(figures: Iterable[Figure]) -> str:
    """The figures in columns, the first one left-aligned, the others to the right."""
    rows = [COLUMNS, *(one.cells for one in figures)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def at_most(what: str, value: float, bound: float, unit: str, *, beside: str = "", digits: int = 0) -> Figure:
    """A value with its upper bound, both in the same unit."""
    return Figure(what, f"{value:,.{digits}f} {unit}", beside, f"≤ {bound:,.{digits}f} {unit}", value <= bound)


def at_least(what: str, value: float, bound: float, unit: str, *, beside: str = "", digits: int = 0) -> Figure:
    """A value with its lower bound, both in the same unit."""
    return Figure(what, f"{value:,.{digits}f} {unit}", beside, f"≥ {bound:,.{digits}f} {unit}", value >= bound)
