"""Reads who provides what, to start a policy from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.policy.provisions import NO_NOTE, Ownership, Provider, Provision
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "policy" / "provisions.toml"


@cache
def load(file: Path = FILE) -> tuple[Provision, ...]:
    """The provisions in order. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    found: dict[str, Provision] = {}
    for table in content.tables("provision"):
        row = _provision(table)
        if row.key in found:
            raise table.fault("key", f'"{row.key}" is the key of an earlier provision')
        found[row.key] = row
    content.close()
    return tuple(found.values())


def _provision(table: Table) -> Provision:
    row = Provision(
        key=table.text("key"),
        item=text(table, "item"),
        provider=table.choice("provider", Provider),
        ownership=table.choice("ownership", Ownership),
        every_months=table.field("every_months", int) if table.holds("every_months") else None,
        note=text(table, "note") if table.holds("note") else NO_NOTE,
        rule=table.optional_text("rule"),
        demanded=table.flag("demanded"),
    )
    table.close()
    if row.every_months is not None and row.every_months < 1:
        raise table.fault("every_months", f"{row.every_months} can't stand here; write a whole number from 1")
    if row.demanded and not row.rule:
        raise table.fault("rule", "is missing; what is demanded names the rule that demands it")
    if row.demanded and row.provider not in (Provider.EMPLOYER, Provider.SHARED):
        raise table.fault("provider", f'"{row.provider}" can\'t stand here; the rule puts it on the employer')
    return row
