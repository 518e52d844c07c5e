"""Reads the policy to start from, and refuses it unless every clause and field is in order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from hjemmedag.core.periods import Period
from hjemmedag.core.policy.clauses import ClauseTemplate, Field, PolicyTemplate, open_places
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "policy" / "clauses.toml"


@cache
def load(file: Path = FILE) -> PolicyTemplate:
    """The policy template. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    fields = {name: _field(name, table) for name, table in content.named("field")}
    clauses: list[ClauseTemplate] = []
    for table in content.tables("clause"):
        clause = _clause(table, fields)
        earlier = next((one for one in clauses if one.key == clause.key and one.period.end is None), None)
        if earlier is not None:
            clauses[clauses.index(earlier)] = _until(earlier, clause, table)
        clauses.append(clause)
    content.close()
    used = {place for clause in clauses for place in _places(clause)}
    if unused := [name for name in fields if name not in used]:
        raise content.fault(f"field.{unused[0]}", "stands in no clause; take it out")
    return PolicyTemplate(fields, tuple(clauses))


def _field(name: str, table: Table) -> Field:
    default = text(table, "default") if table.holds("default") else None
    field = Field(name, text(table, "meaning"), default)
    table.close()
    return field


def _clause(table: Table, fields: dict[str, Field]) -> ClauseTemplate:
    clause = ClauseTemplate(
        key=table.text("key"),
        heading=text(table, "heading"),
        text=text(table, "text"),
        required=table.flag("required"),
        in_addendum=table.flag("in_addendum"),
        rule=table.text("rule"),
        period=Period(table.optional_date("from")),
    )
    table.close()
    if strange := sorted(_places(clause) - set(fields)):
        raise table.fault("text", f"holds {{{strange[0]}}}, which is no field; the fields are {', '.join(fields)}")
    if set(open_places(clause.text.da)) != set(open_places(clause.text.en)):
        raise table.fault("text", "has other fields in Danish than in English")
    return clause


def _until(earlier: ClauseTemplate, later: ClauseTemplate, table: Table) -> ClauseTemplate:
    """The earlier words of a clause, until the day from which the later ones are offered."""
    start = later.period.start
    if start is None:
        raise table.fault("key", f'"{later.key}" is the key of an earlier clause; new words for it need a day `from`')
    if earlier.period.start is not None and start <= earlier.period.start:
        raise table.fault("from", f"{start} is not after {earlier.period.start}; entries stand in order of time")
    return replace(earlier, period=Period(earlier.period.start, start))


def _places(clause: ClauseTemplate) -> set[str]:
    return {place.strip("{}") for words in (clause.text.da, clause.text.en) for place in open_places(words)}
