"""Reads the notes on tax."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.equipment.tax import Benefit, Notes, NoteTemplate, Treatment
from hjemmedag.core.law import Certainty
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "equipment" / "notes.toml"


@cache
def load(file: Path = FILE) -> Notes:
    """The notes, one for each benefit. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    templates: dict[Benefit, NoteTemplate] = {}
    for table in content.tables("note"):
        template = _note(table)
        if template.benefit in templates:
            raise table.fault("benefit", f'"{template.benefit}" has an earlier note')
        templates[template.benefit] = template
    notes = Notes(text(content, "disclaimer"), tuple(templates.values()))
    content.close()
    if lacking := [benefit for benefit in Benefit if benefit not in templates]:
        raise content.fault("note", f'none is about "{lacking[0]}"; add one')
    return notes


def _note(table: Table) -> NoteTemplate:
    template = NoteTemplate(
        benefit=table.choice("benefit", Benefit),
        title=text(table, "title"),
        text=text(table, "text"),
        treatment=table.choice("treatment", Treatment),
        rule=table.text("rule"),
        certainty=table.choice("certainty", Certainty),
        value=table.optional_text("value") or None,
    )
    table.close()
    return template
