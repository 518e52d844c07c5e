"""Hours in the form that a payroll system reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hjemmedag.adapters.payroll.profile import HOLDS, Column, Profile, Setting
from hjemmedag.adapters.spreadsheets.risky import guarded
from hjemmedag.core.law.text import Text
from hjemmedag.core.periods import end_of_month


@dataclass(frozen=True, slots=True)
class Line:
    """A person's month: employee number, name, the employer's CVR number, and minutes at home and elsewhere."""

    number: str
    name: str
    cvr: str
    home: int
    elsewhere: int


class Unwritable(ValueError):
    """Something can't stand in such a file; `text` says what."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def lacking(profile: Profile, settings: Mapping[str, str]) -> list[Setting]:
    """The settings without which no file is made."""
    return [one for one in profile.settings if not settings.get(one.name)]


def write(profile: Profile, settings: Mapping[str, str], month: date, lines: Iterable[Line]) -> bytes:
    """The file of a month, begun on its first day, by the profile and the company's settings, all of them there.

    Raises `Unwritable`.
    """
    made = _decided(profile, settings)
    if made.decimal == made.delimiter and not made.quoted:
        raise Unwritable(SAME_SIGN)
    rows = [[column.heading for column in made.columns]] if made.heading else []
    for line in lines:
        for code, minutes in _coded(made, settings, line):
            rows.append([_cell(made, settings, column, line, month, code, minutes) for column in made.columns])
    file = io.StringIO(newline="")
    if made.quoted:
        csv.writer(file, delimiter=made.delimiter, lineterminator="\r\n").writerows(rows)
    else:
        file.write("".join(f"{made.delimiter.join(row)}\r\n" for row in rows))
    try:
        return file.getvalue().encode(made.encoding)
    except UnicodeEncodeError as fault:
        sign = fault.object[fault.start]
        raise Unwritable(
            Text(da=f'Filen kan ikke indeholde tegnet "{sign}".', en=f'The file can\'t hold the character "{sign}".')
        ) from None


def columns_in(said: str) -> list[str]:
    """The columns that someone listed, in order. Raises `Unwritable` for one that is not known."""
    names = [name.strip().lower() for name in said.replace(";", ",").split(",") if name.strip()]
    for name in names:
        if name not in HOLDS:
            known = ", ".join(HOLDS)
            raise Unwritable(
                Text(
                    da=f'"{name}" kendes ikke. Vælg mellem {known}.', en=f'"{name}" is not known. Choose from {known}.'
                )
            )
    return names


def _decided(profile: Profile, settings: Mapping[str, str]) -> Profile:
    """The profile with the parts that the company decides."""
    own = {name: settings[name] for name in ("delimiter", "encoding", "decimal") if name in settings}
    if "columns" in settings:
        columns = tuple(Column(name, name) for name in columns_in(settings["columns"]))
        profile = replace(profile, columns=columns)
    if "heading" in settings:
        profile = replace(profile, heading=settings["heading"] == "yes")
    return replace(profile, **own)  # type: ignore[arg-type]


def _coded(profile: Profile, settings: Mapping[str, str], line: Line) -> Iterator[tuple[str, int]]:
    """The codes of a person's month with their minutes, two that are the same together; none of nothing."""
    if not profile.by_code:
        yield "", line.home + line.elsewhere
        return
    summed: dict[str, int] = {}
    for code, minutes in ((settings["code_home"], line.home), (settings["code_elsewhere"], line.elsewhere)):
        summed[code] = summed.get(code, 0) + minutes
    yield from ((code, minutes) for code, minutes in summed.items() if minutes)


def _cell(
    profile: Profile, settings: Mapping[str, str], column: Column, line: Line, month: date, code: str, minutes: int
) -> str:
    said = {
        "number": line.number,
        "name": line.name,
        "cvr": line.cvr,
        "month": f"{month:%Y-%m}",
        "code": code,
        "hours": _hours(profile, minutes),
        "home": _hours(profile, line.home),
        "elsewhere": _hours(profile, line.elsewhere),
        "first": month.strftime(profile.dates),
        "last": end_of_month(month).strftime(profile.dates),
        "empty": "",
        **{one.name: settings[one.name] for one in profile.settings},
    }[column.holds]
    if column.holds in ("hours", "home", "elsewhere"):
        return said
    return guarded(said) if profile.quoted else _plain(profile, said, line)


def _hours(profile: Profile, minutes: int) -> str:
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return str(int(hours * 100)) if profile.decimal == "hundredths" else str(hours).replace(".", profile.decimal)


def _plain(profile: Profile, said: str, line: Line) -> str:
    for sign in (profile.delimiter, '"', "\r", "\n", *profile.forbidden):
        if sign in said:
            raise Unwritable(
                Text(
                    da=f'{line.number} {line.name}: "{said}" kan ikke stå i filen: {sign} må ikke bruges.',
                    en=f'{line.number} {line.name}: "{said}" can\'t stand in the file: {sign} may not be used.',
                )
            )
    return said


SAME_SIGN = Text(
    da="Skilletegn og decimaltegn må ikke være det samme.", en="The delimiter and the decimal sign must differ."
)
