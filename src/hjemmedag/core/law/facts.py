"""From the facts of a question, as they come in JSON, to the typed facts that a rule takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from hjemmedag.core.instants import NoSuchTime, local
from hjemmedag.core.law.text import Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Facts = TypeVar("Facts", bound="DataclassInstance")
Moment = TypeVar("Moment", date, datetime)

FIRST_YEAR, LAST_YEAR = 1900, 2199
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NUMBER = re.compile(r"0|[1-9]\d{0,5}", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)


class FactsError(ValueError):
    """The facts given to a rule can't be used; `field` names which, `message` says why."""

    def __init__(self, field: str, message: Text) -> None:
        super().__init__(f"{field}: {message.en}")
        self.field = field
        self.message = message


def read(kind: type[Facts], given: Mapping[str, object], inside: str = "") -> Facts:
    """The facts as the dataclass `kind`, checked against its type hints, dataclasses and tuples of them included.

    A field is called as its metadata `written` says, or by its own name; the names in a dict are whole numbers. Raises
    `FactsError` at the first fault, naming the place: `employees[2].entries[1].start`, counted from one; what `kind`
    itself refuses is named the same way.
    """
    wanted = {str(field.metadata.get("written", field.name)): field for field in fields(kind)}
    for name in given:
        if name not in wanted:
            raise FactsError(f"{inside}{name}", _unknown(name, list(wanted)))
    hints = _hints(kind)
    values = {}
    for name, field in wanted.items():
        if name in given:
            values[field.name] = _value(f"{inside}{name}", given[name], hints[field.name])
        elif field.default is MISSING and field.default_factory is MISSING:
            raise FactsError(f"{inside}{name}", Text(da="mangler.", en="is missing."))
    try:
        return kind(**values)
    except FactsError as fault:
        raise FactsError(f"{inside}{fault.field}", fault.message) from None


def check_year(name: str, year: int) -> None:
    """Raises `FactsError` for a year so far off that it must be a typing mistake."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise FactsError(
            name,
            Text(
                da=f"året {year} ligger uden for {FIRST_YEAR}–{LAST_YEAR}.",
                en=f"the year {year} is outside {FIRST_YEAR}–{LAST_YEAR}.",
            ),
        )


def _unknown(name: str, known: list[str]) -> Text:
    if close := get_close_matches(name, known, 1):
        return Text(da=f'findes ikke. Mente du "{close[0]}"?', en=f'does not exist. Did you mean "{close[0]}"?')
    listed = ", ".join(known)
    return Text(da=f"findes ikke. Felterne er: {listed}.", en=f"does not exist. The fields are: {listed}.")


def _value(name: str, value: object, hint: Any) -> object:
    if get_origin(hint) is dict:
        return _numbered(name, value, get_args(hint)[1])
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise FactsError(name, Text(da="skal være en liste, [ … ].", en="must be a list, [ … ]."))
        return tuple(_value(f"{name}[{place}]", each, get_args(hint)[0]) for place, each in enumerate(value, start=1))
    choices = get_args(hint) or (hint,)
    if value is None and NoneType in choices:
        return None
    kinds = [choice for choice in choices if choice is not NoneType]
    kind = next((choice for choice in kinds if type(value) is choice), kinds[0])
    if isinstance(kind, type) and is_dataclass(kind):
        if not isinstance(value, dict):
            raise FactsError(name, Text(da="skal være et objekt, { … }.", en="must be an object, { … }."))
        return read(kind, value, f"{name}.")
    if kind is datetime:
        return _instant(name, value)
    if kind is date:
        return _day(name, value)
    if issubclass(kind, StrEnum):
        return _choice(name, value, kind)
    if kind is Decimal:
        return _number(name, value)
    if type(value) is not kind:
        raise FactsError(name, _WANTED[kind])
    return value


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _numbered(name: str, value: object, hint: Any) -> dict[int, object]:
    """An object whose names are whole numbers."""
    if not isinstance(value, dict):
        raise FactsError(name, Text(da="skal være et objekt, { … }.", en="must be an object, { … }."))
    for key in value:
        if not NUMBER.fullmatch(key):
            raise FactsError(f"{name}.{key}", Text(da="skal være et tal, som 0.", en="must be a number, like 0."))
    return {int(key): _value(f"{name}.{key}", each, hint) for key, each in value.items()}


_WANTED = {
    bool: Text(da="skal være true eller false.", en="must be true or false."),
    int: Text(da="skal være et helt tal.", en="must be a whole number."),
    str: Text(da="skal være tekst.", en="must be text."),
}


def _number(name: str, value: object) -> Decimal:
    """The number as it was written: 7.4 is 7.4, not the nearest binary fraction."""
    written = Decimal(str(value)) if type(value) in (int, float, Decimal) else Decimal("NaN")
    if not written.is_finite():
        raise FactsError(name, Text(da="skal være et tal, som 7.4.", en="must be a number, like 7.4."))
    return written


def _day(name: str, value: object) -> date:
    day = value if type(value) is date else _parsed(value, DAY, date.fromisoformat)
    if day is None:
        raise FactsError(
            name,
            Text(
                da=f"{_quoted(value)} er ikke en dato. Skriv den som 2026-11-30.",
                en=f"{_quoted(value)} is not a date. Write it like 2026-11-30.",
            ),
        )
    check_year(name, day.year)
    return day


def _instant(name: str, value: object) -> datetime:
    moment = value if isinstance(value, datetime) else _parsed(value, INSTANT, datetime.fromisoformat)
    if moment is None:
        raise FactsError(
            name,
            Text(
                da=f"{_quoted(value)} er ikke et tidspunkt. Skriv det som 2026-11-30T16:00.",
                en=f"{_quoted(value)} is not a date and time. Write it like 2026-11-30T16:00.",
            ),
        )
    check_year(name, moment.year)
    try:
        return local(moment)
    except NoSuchTime:
        raise FactsError(
            name,
            Text(
                da=f"{_quoted(value)} findes ikke: uret blev stillet frem den nat.",
                en=f"{_quoted(value)} does not exist: the clocks went forward that night.",
            ),
        ) from None


def _parsed(value: object, shape: re.Pattern[str], parse: Callable[[str], Moment]) -> Moment | None:
    if not isinstance(value, str) or not shape.fullmatch(value):
        return None
    try:
        return parse(value)
    except ValueError:
        return None


def near_miss(name: str, value: str, known: Iterable[str]) -> None:
    """Raises `FactsError` for a word that is free to choose but looks like a slip for one with a meaning."""
    words = list(known)
    if value not in words and (close := get_close_matches(value, words, 1, cutoff=0.75)):
        raise FactsError(
            name,
            Text(
                da=f'{_quoted(value)} bruges ikke. Mente du "{close[0]}"?',
                en=f'{_quoted(value)} is not used. Did you mean "{close[0]}"?',
            ),
        )


def _choice(name: str, value: object, kind: type[StrEnum]) -> StrEnum:
    if isinstance(value, str) and value in list(kind):
        return kind(value)
    listed = ", ".join(kind)
    raise FactsError(
        name,
        Text(
            da=f"{_quoted(value)} kan ikke bruges. Vælg en af: {listed}.",
            en=f"{_quoted(value)} can't be used. Choose one of: {listed}.",
        ),
    )


def _quoted(value: object) -> str:
    shown = str(value)
    return f'"{shown[:40]}…"' if len(shown) > 40 else f'"{shown}"'
