"""Reads the rulebook from its folders, once, and refuses whatever isn't in order."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from hjemmedag.core.law import Rule, Rulebook
from hjemmedag.rulebook import shapes
from hjemmedag.rulebook.tables import RulebookError, Table

HERE = Path(__file__).parent
OTHERS = (
    "clauses*.toml",
    "criteria*.toml",
    "frames*.toml",
    "jobs*.toml",
    "notes*.toml",
    "practice*.toml",
    "provisions*.toml",
    "questions*.toml",
)
"""Files that hold no rule; the stages that use them read them."""


@cache
def load(folder: Path = HERE) -> Rulebook:
    """All rules of the folder. Raises `RulebookError` naming file, place and remedy of the first fault."""
    files = [file for file in sorted(folder.rglob("*.toml")) if not any(fnmatch(file.name, other) for other in OTHERS)]
    return Rulebook({rule.key: rule for rule in (_read(file, folder) for file in files)})


def _read(file: Path, folder: Path) -> Rule:
    place = file.relative_to(folder)
    if len(place.parts) != 2:
        raise RulebookError(str(place), "is not in a subject's folder; move it to <subject>/<name>.toml")
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except ValueError as error:
        raise RulebookError(str(place), f"is not TOML in UTF-8: {error}") from error
    return shapes.rule(Table(f"{place}: ", content), ".".join(place.with_suffix("").parts))
