"""`hjemmedag check`: the rules of working time on the people in a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from hjemmedag.cli.arguments import Language, Unusable, options
from hjemmedag.cli.given import json_object
from hjemmedag.cli.report import JsonReport, Report, TextReport
from hjemmedag.cli.saying import say
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.law import FactsError, Rulebook, Text, UnknownValue
from hjemmedag.core.worktime import timelist
from hjemmedag.core.worktime.check import check as checked
from hjemmedag.core.worktime.entries import Practice, Timesheet
from hjemmedag.core.worktime.situation import Situation, situation
from hjemmedag.rulebook.load import load


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Asked:
    """The file, and from where to where time without entries was rest, where the file itself doesn't say."""

    file: str = ""
    known_from: datetime | None = None
    known_to: datetime | None = None
    format: Form = Form.TEXT


def check(arguments: Sequence[str], language: Language) -> int:
    """Prints the answer; the exit code tells whether anything was found. Raises `Unusable`."""
    asked = options(Asked, ("file", "--known-from", "--known-to", "--format"), arguments)
    if not asked.file:
        raise Unusable(Text(da="filen mangler.", en="the file is missing."))
    if asked.known_from and asked.known_to and asked.known_to <= asked.known_from:
        later = Text(da="skal komme efter --known-from.", en="must come after --known-from.")
        raise Unusable(later.about("--known-to"))
    with JsonReport() if asked.format is Form.JSON else TextReport(language) as report:
        try:
            _fill(report, asked, load(), datetime.now(COPENHAGEN).date())
        except OSError as fault:
            why = os.strerror(fault.errno) if fault.errno else fault
            unread = Text(da=f"filen kan ikke læses ({why}).", en=f"the file can't be read ({why}).")
            raise Unusable(unread.about(asked.file)) from None
        except (timelist.Unusable, UnknownValue) as fault:
            raise Unusable(fault.message.about(asked.file)) from None
        return say(report.parts(), report.code)


def _fill(report: Report, asked: Asked, book: Rulebook, today: date) -> None:
    match Path(asked.file).suffix.lower():
        case ".json":
            _people(_situation(asked.file), asked, book, today, report)
        case ".csv" | ".xlsx":
            _people(_table(asked.file), asked, book, today, report)
        case ".parquet":
            from hjemmedag.cli.parquet import check_parquet

            check_parquet(asked.file, known=(asked.known_from, asked.known_to), law=book.on(today), report=report)
        case _:
            raise Unusable(UNKNOWN_ENDING.about(asked.file))


def _people(given: Situation, asked: Asked, book: Rulebook, today: date, report: Report) -> None:
    for sheet in given.sheets:
        try:
            known = replace(
                sheet, known_from=sheet.known_from or asked.known_from, known_to=sheet.known_to or asked.known_to
            )
        except FactsError as fault:
            raise Unusable(fault.message.about(fault.field).about(sheet.employee).about(asked.file)) from None
        found = checked(known, book, on=given.on or today, practice=given.practice)
        report.add(sheet.employee, found.verdicts, found.findings)


def _situation(file: str) -> Situation:
    where, given = json_object(file)
    try:
        return situation(given)
    except FactsError as fault:
        raise Unusable(fault.message.about(fault.field).about(where)) from None


def _table(file: str) -> Situation:
    from hjemmedag.adapters import spreadsheets

    try:
        table = spreadsheets.read(Path(file).read_bytes(), spreadsheets.SHEET)
    except spreadsheets.Unreadable as fault:
        raise Unusable(fault.text.about(file)) from None
    rows = ((row.number, row.cells) for row in table.rows)
    entries = timelist.read(table.headings, rows, dates_are_midnights=table.encoding in WORKBOOKS)
    people = (Timesheet(employee=employee, entries=tuple(own)) for employee, own in entries.items())
    return Situation(tuple(people), Practice())


WORKBOOKS = ("XLSX", "XLS")
"""Where a moment at midnight reaches us as a date alone."""

UNKNOWN_ENDING = Text(
    da="skal være en fil, der ender på .json, .csv, .xlsx eller .parquet.",
    en="must be a file that ends in .json, .csv, .xlsx or .parquet.",
)
