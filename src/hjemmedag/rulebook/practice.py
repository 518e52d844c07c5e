"""Reads the practice on injuries at home."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.law import Certainty
from hjemmedag.core.workplaces.practice import Outcome, Practice, Precedent
from hjemmedag.rulebook.shapes import source, text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "workplaces" / "practice.toml"


@cache
def load(file: Path = FILE) -> Practice:
    """The practice. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    precedents: dict[str, Precedent] = {}
    for table in content.tables("precedent"):
        precedent = _precedent(table)
        if precedent.key in precedents:
            raise table.fault("key", f'"{precedent.key}" is the key of an earlier precedent')
        precedents[precedent.key] = precedent
    practice = Practice(
        rule=content.text("rule"),
        test=text(content, "test"),
        caution=text(content, "caution"),
        precedents=tuple(precedents.values()),
    )
    content.close()
    return practice


def _precedent(table: Table) -> Precedent:
    precedent = Precedent(
        key=table.text("key"),
        title=text(table, "title"),
        story=text(table, "story"),
        point=text(table, "point"),
        outcome=table.choice("outcome", Outcome),
        source=source(table.table("source")),
        certainty=table.choice("certainty", Certainty),
    )
    table.close()
    return precedent
