"""Reading a command line: split by argparse, its values read as strictly as a rule's facts, faults in two languages."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentError, ArgumentParser
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import read

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)

Options = TypeVar("Options", bound="DataclassInstance")


class Unusable(Exception):
    """The input can't be used; `message` names what and where."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class Language(StrEnum):
    """The languages that people are answered in."""

    DA = "da"
    EN = "en"


@dataclass(frozen=True, slots=True)
class _Asked:
    lang: Language | None = None


def environment_language(environment: Mapping[str, str]) -> Language:
    """The language that the environment asks for: English where it says so, else Danish."""
    chosen = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return Language.EN if chosen.startswith("en") else Language.DA


def asked_language(arguments: Sequence[str]) -> tuple[Language | None, list[str]]:
    """The language of `--lang`, and the command line without it. What follows `manage` stays as it is."""
    own = arguments.index("manage") if "manage" in arguments else len(arguments)
    found, rest = _split(["--lang"], arguments[:own])
    return _read(_Asked, found).lang, [*rest, *arguments[own:]]


def options(kind: type[Options], names: Sequence[str], arguments: Sequence[str]) -> Options:
    """The arguments as the dataclass `kind`; `names` are its positions and its options (`--on`), all free to leave out.
    An option of a field that is false by default takes no value.

    Raises `Unusable` for an argument too many, an option without a value, and a value of the wrong kind.
    """
    flags = {f"--{field.name}" for field in fields(kind) if field.default is False}
    found, extra = _split(names, arguments, flags)
    if extra:
        raise Unusable(
            Text(da=f'argumentet "{extra[0]}" bruges ikke her.', en=f'the argument "{extra[0]}" has no use here.')
        )
    for field in fields(kind):
        if field.name in found and type(field.default) in (int, Decimal):
            found[field.name] = _number(found[field.name])
    return _read(kind, found)


def _number(given: object) -> object:
    """The number that was typed, if it is one."""
    if not isinstance(given, str) or not NUMBER.fullmatch(given):
        return given
    return Decimal(given) if "." in given else int(given)


def _split(
    names: Sequence[str], arguments: Sequence[str], flags: Container[str] = ()
) -> tuple[dict[str, object], list[str]]:
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for name in names:
        if name in flags:
            parser.add_argument(name, default=SUPPRESS, action="store_true")
        else:
            parser.add_argument(name, default=SUPPRESS, nargs=None if name.startswith("--") else "?")
    try:
        found, extra = parser.parse_known_args(arguments)
    except ArgumentError as fault:
        raise Unusable(
            Text(da="mangler en værdi.", en="a value is missing.").about(fault.argument_name or "")
        ) from None
    return vars(found), extra


def _read(kind: type[Options], found: Mapping[str, object]) -> Options:
    try:
        return read(kind, found)
    except FactsError as fault:
        raise Unusable(fault.message.about(f"--{fault.field.replace('_', '-')}")) from None
