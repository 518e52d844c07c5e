"""Reading single cells. Each function raises `Wrong`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from hjemmedag.core.law.text import Text
from hjemmedag.core.people.names import legible
from hjemmedag.core.people.stafflist.faults import EMPTY, Wrong, quoted
from hjemmedag.core.people.stafflist.fields import ABOUT, Field

DANISH_DATE = re.compile(r"(?P<day>\d{1,2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})", re.ASCII)
ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
HOURS = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?", re.ASCII)
ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\"\\]{1,64}@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,63}")
MOST_HOURS = 80
YEARS = range(1900, 2200)
LANGUAGES = ("da", "en")


def words(field: Field, cell: str) -> str:
    """Text without odd spaces and invisible characters; empty only where the column may be."""
    text = legible(cell)
    if text is None:
        raise Wrong(INVISIBLE)
    if not text and not ABOUT[field].may_be_empty:
        raise Wrong(EMPTY)
    longest = ABOUT[field].longest
    if len(text) > longest:
        raise Wrong(
            Text(
                da=f"{quoted(text)} er for lang: højst {longest} tegn.",
                en=f"{quoted(text)} is too long: at most {longest} characters.",
            )
        )
    return text


def day(text: str) -> date:
    """A date as dd-mm-yyyy, with hyphens, dots or strokes, or as ISO 8601."""
    found = DANISH_DATE.fullmatch(text) or ISO_DATE.fullmatch(text)
    try:
        read = date(*(int(found[part]) for part in ("year", "month", "day"))) if found else None
    except ValueError:
        read = None
    if read is None:
        raise Wrong(
            Text(
                da=f"{quoted(text)} er ikke en dato. Skriv dd-mm-åååå, fx 01-03-2026.",
                en=f"{quoted(text)} is not a date. Write dd-mm-yyyy, such as 01-03-2026.",
            )
        )
    if read.year not in YEARS:
        raise Wrong(
            Text(
                da=f"Året {read.year} kan ikke passe. Lad en ukendt slutdato stå tom.",
                en=f"The year {read.year} can't be right. Leave an unknown end date empty.",
            )
        )
    return read


def last_day(text: str) -> date | None:
    """A date, or `None` for an empty cell."""
    return day(text) if text else None


def hours(text: str) -> Decimal:
    """Weekly hours above 0 and at most 80, with up to two decimals after a comma or point."""
    number = Decimal(text.replace(",", ".")) if HOURS.fullmatch(text) else None
    if number is None or not 0 < number <= MOST_HOURS:
        raise Wrong(
            Text(
                da=f"{quoted(text)} er ikke et timetal. Skriv timer om ugen over 0 og højst {MOST_HOURS}, fx 37 eller "
                "32,5.",
                en=f"{quoted(text)} is not a number of hours. Write hours a week above 0 and at most {MOST_HOURS}, "
                "such as 37 or 32.5.",
            )
        )
    return number


def address(text: str) -> str:
    """An e-mail address, in small letters."""
    if not ADDRESS.fullmatch(text) or ".." in text:
        raise Wrong(
            Text(
                da=f"{quoted(text)} er ikke en e-mailadresse. Skriv fx navn@firma.dk.",
                en=f"{quoted(text)} is not an e-mail address. Write for instance name@company.dk.",
            )
        )
    return text.lower()


def language(text: str) -> str:
    """`da`, `en`, or empty when the list leaves it open."""
    if text and text.lower() not in LANGUAGES:
        raise Wrong(
            Text(
                da=f"{quoted(text)} er ikke et sprog, vi har. Skriv da eller en.",
                en=f"{quoted(text)} is not a language we have. Write da or en.",
            )
        )
    return text.lower()


INVISIBLE = Text(
    da="Feltet har et usynligt tegn eller et linjeskift i sig. Skriv teksten igen.",
    en="The cell has an invisible character or a line break in it. Write the text again.",
)


def ends_too_early(starts: date, last: date) -> Text:
    """The last day of work lies before the first."""
    return Text(
        da=f"{last:%d-%m-%Y} ligger før ansat_fra, {starts:%d-%m-%Y}. Skriv den sidste arbejdsdag.",
        en=f"{last:%d-%m-%Y} is before employed_from, {starts:%d-%m-%Y}. Write the last day of work.",
    )
