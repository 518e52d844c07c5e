"""What is known of the file that a payroll system reads: `profiles/*.toml`, one a system.

Only what was seen stands there. What a company has agreed with its own payroll system is a setting, and no file is made
before it is filled in. A setting named after a part of the file (`columns`, `delimiter`, `encoding`, `decimal`,
`heading`) decides that part.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hjemmedag.core.law.text import Text

HOLDS = ("number", "name", "cvr", "month", "code", "hours", "home", "elsewhere", "first", "last", "empty")
"""What a column can hold, beside the company's own settings."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and what it holds, one of `HOLDS` or the name of a setting."""

    heading: str
    holds: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the company's own payroll knows; with `choices`, pairs of value and words, one of those."""

    name: str
    title: Text
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """How a payroll system reads hours. `decimal` is a sign, or `hundredths`: times 100 and no sign.

    `by_code`: a line for each code of a person, else one a person. `quoted`: text may hold anything, as in a
    spreadsheet; otherwise neither the delimiter nor quotation marks nor `forbidden` characters.
    """

    name: str
    title: str
    note: Text
    file_name: str
    columns: tuple[Column, ...]
    settings: tuple[Setting, ...]
    delimiter: str
    encoding: str
    decimal: str
    dates: str
    heading: bool
    by_code: bool
    quoted: bool
    forbidden: str


@cache
def profiles() -> Mapping[str, Profile]:
    """All of them by name, the plain one first."""
    folder = files("hjemmedag.adapters.payroll") / "profiles"
    read = [
        _profile(one.name.removesuffix(".toml"), tomllib.loads(one.read_text(encoding="utf-8")))
        for one in folder.iterdir()
        if one.name.endswith(".toml")
    ]
    return {one.name: one for one in sorted(read, key=lambda one: (one.by_code, one.name))}


def _profile(name: str, said: Mapping[str, object]) -> Profile:
    match said:
        case {"title": str(title), "note": dict(note), "file": dict(file), **rest}:
            columns, settings = rest.get("column", []), rest.get("setting", [])
        case _:
            raise ValueError(f"{name}.toml: title, note and file are needed")
    assert isinstance(columns, list)
    assert isinstance(settings, list)
    return Profile(
        name=name,
        title=title,
        note=Text(**note),
        file_name=file["name"],
        columns=tuple(Column(**column) for column in columns),
        settings=tuple(_setting(setting) for setting in settings),
        delimiter=file.get("delimiter", ";"),
        encoding=file.get("encoding", ""),
        decimal=file.get("decimal", ""),
        dates=file.get("dates", "%Y-%m-%d"),
        heading=file.get("heading", False),
        by_code=file.get("by_code", True),
        quoted=file.get("quoted", False),
        forbidden=file.get("forbidden", ""),
    )


def _setting(said: Mapping[str, object]) -> Setting:
    match said:
        case {"name": str(name), "da": str(da), "en": str(en), **rest}:
            choices = rest.get("choices", [])
            assert isinstance(choices, list)
            return Setting(name, Text(da=da, en=en), tuple((value, words) for value, words in choices))
    raise ValueError(f"a setting needs name, da and en: {said}")
