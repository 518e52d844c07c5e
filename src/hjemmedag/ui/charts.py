"""Charts as plain geometry: drawn on the server, styled by classes, readable as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Literal

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 480, 230, 44, 14, 36


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one set of bars; `None` where there is no figure (and none may be shown)."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says: `desc` is the conclusion in one sentence, for those who don't see it and those who do."""

    title: str
    desc: str
    labels: Sequence[str]
    series: Sequence[Series]
    unit: str = ""
    kind: Literal["line", "bar"] = "line"

    @property
    def top(self) -> float:
        """The end of the scale: the first round number at or above the highest value."""
        highest = max((value for one in self.series for value in one.values if value is not None), default=0) or 1
        power = 10.0 ** (ceil(log10(highest)) - 1)
        return next(step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * power >= highest)

    def x(self, place: int) -> float:
        """The middle of a label's column."""
        return round(LEFT + (place + 0.5) * (WIDTH - LEFT) / max(1, len(self.labels)), 1)

    def y(self, value: float) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / self.top), 1)

    @property
    def ticks(self) -> list[tuple[float, float]]:
        """Height and value of the five lines of the scale."""
        return [(self.y(self.top * step / 4), self.top * step / 4) for step in range(5)]

    @property
    def columns(self) -> list[tuple[float, str, bool]]:
        """Place and words below the chart, as many as there is room for; the last tells which a phone leaves out."""
        every = ceil(len(self.labels) / 13) or 1
        shown = [(self.x(place), label) for place, label in enumerate(self.labels) if place % every == 0]
        return [(x, label, len(shown) > 6 and place % 2 == 1) for place, (x, label) in enumerate(shown)]

    @property
    def lines(self) -> list[tuple[str, list[str], list[tuple[float, float]]]]:
        """Each series' name, its unbroken lines, and its points; a missing value breaks the line."""
        return [(one.name, runs(points := self._points(one)), [p for p in points if p]) for one in self.series]

    @property
    def bars(self) -> list[tuple[int, float, float, float, float]]:
        """Series number, x, y, width and height of every bar."""
        column = (WIDTH - LEFT) / max(1, len(self.labels)) * 0.7
        width = round(min(44, column / max(1, len(self.series))), 1)
        start = -width * len(self.series) / 2
        return [
            (number, round(x + start + number * width, 1), y, round(width - 2, 1), round(self.y(0) - y, 1))
            for number, one in enumerate(self.series)
            for x, y in filter(None, self._points(one))
        ]

    @property
    def rows(self) -> list[tuple[str, list[float | None]]]:
        """The table: a label and one value a series."""
        return [(label, [one.values[place] for one in self.series]) for place, label in enumerate(self.labels)]

    def _points(self, one: Series) -> list[tuple[float, float] | None]:
        return [None if value is None else (self.x(place), self.y(value)) for place, value in enumerate(one.values)]


def runs(points: Sequence[tuple[float, float] | None]) -> list[str]:
    """SVG paths through neighbouring points."""
    paths: list[str] = []
    fresh = True
    for point in points:
        if point is None:
            fresh = True
        elif fresh:
            paths.append(f"M{point[0]} {point[1]}")
            fresh = False
        else:
            paths[-1] += f"L{point[0]} {point[1]}"
    return paths
