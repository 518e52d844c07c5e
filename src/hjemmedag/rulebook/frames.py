"""Reads what the agreement areas say about home working."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.law import Certainty
from hjemmedag.core.people.frames import Area, Demand, Frame, Point, Subject
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "people" / "frames.toml"


@cache
def load(file: Path = FILE) -> dict[Area, Frame]:
    """The frame of each area. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    frames: dict[Area, Frame] = {}
    for table in content.tables("frame"):
        frame = _frame(table)
        if frame.area in frames:
            raise table.fault("area", f'"{frame.area}" has an earlier frame')
        frames[frame.area] = frame
    content.close()
    if lacking := [area for area in Area if area not in frames]:
        raise content.fault("frame", f'none is about "{lacking[0]}"; add one')
    return frames


def _frame(table: Table) -> Frame:
    frame = Frame(
        area=table.choice("area", Area),
        title=text(table, "title"),
        rule=table.text("rule"),
        points=tuple(_point(each) for each in table.tables("point")),
    )
    table.close()
    silent = set(Subject) - {point.subject for point in frame.points}
    if silent:
        raise table.fault("point", f'none is about "{min(silent)}"; say so where nothing is known')
    return frame


def _point(table: Table) -> Point:
    point = Point(
        subject=table.choice("subject", Subject),
        text=text(table, "text"),
        certainty=table.choice("certainty", Certainty),
        rule=table.text("rule"),
        demand=table.optional_choice("demand", Demand),
    )
    table.close()
    return point
