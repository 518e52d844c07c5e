"""Reads what a company can make a criterion for a fixed arrangement."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.policy.criteria import Kind, Measure, Threshold
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "policy" / "criteria.toml"


@cache
def load(file: Path = FILE) -> dict[str, Kind]:
    """The kinds of criteria by key, in order. Raises `RulebookError` naming file, place and remedy of a fault."""
    content = opened(file)
    kinds: dict[str, Kind] = {}
    for table in content.tables("criterion"):
        kind = _kind(table)
        if kind.key in kinds:
            raise table.fault("key", f'"{kind.key}" is the key of an earlier criterion')
        kinds[kind.key] = kind
    content.close()
    return kinds


def _kind(table: Table) -> Kind:
    kind = Kind(
        key=table.text("key"),
        measure=table.choice("measure", Measure),
        title=text(table, "title"),
        meaning=text(table, "meaning"),
        threshold=_threshold(table.table("threshold")) if table.holds("threshold") else None,
        rule=table.optional_text("rule"),
        risk=text(table, "risk") if table.holds("risk") else None,
        reasoned=table.flag("reasoned"),
    )
    table.close()
    if (kind.risk is None) is not (kind.rule == ""):
        raise table.fault("risk", "a risk names its rule, and a rule its risk; write both or neither")
    return kind


def _threshold(table: Table) -> Threshold:
    threshold = Threshold(
        least=table.field("least", int),
        most=table.field("most", int),
        usual=table.field("usual", int),
        words=text(table, "words"),
    )
    table.close()
    return threshold
