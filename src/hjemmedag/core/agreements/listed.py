"""Single cells of a list of arrangements. Each function raises `Wrong`."""

from __future__ import annotations

import re
from datetime import time

from hjemmedag.core.agreements.pattern import WEEKDAYS, Window
from hjemmedag.core.law.text import Text
from hjemmedag.core.people.countries import CODES
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.stafflist.faults import Wrong, quoted
from hjemmedag.core.policy.notice import MOST_AGREED

REMOTE = {
    **dict.fromkeys(("fuld", "fuldtid", "alle dage", "remote", "full"), True),
    **dict.fromkeys(("hybrid", "delvis", "nogle dage", "partial"), False),
}
DAYS = {
    **dict.fromkeys(("ma", "man", "mandag", "mo", "mon", "monday"), 0),
    **dict.fromkeys(("ti", "tir", "tirsdag", "tu", "tue", "tuesday"), 1),
    **dict.fromkeys(("on", "ons", "onsdag", "we", "wed", "wednesday"), 2),
    **dict.fromkeys(("to", "tor", "torsdag", "th", "thu", "thursday"), 3),
    **dict.fromkeys(("fr", "fre", "fredag", "fri", "friday"), 4),
}
ADDRESS = re.compile(r"(?P<street>.+),\s*(?P<postcode>\d[\w-]*(?: \d+)?)\s+(?P<city>\D.*)")
TIMES = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?", re.ASCII)
LONGEST_STREET, LONGEST_POSTCODE, LONGEST_CITY = 120, 12, 80


def is_remote(cell: str) -> bool:
    """Whether all days are at home."""
    try:
        return REMOTE[cell.casefold()]
    except KeyError:
        raise Wrong(
            Text(
                da=f"{quoted(cell)} kendes ikke. Skriv hybrid eller fuld.",
                en=f"{quoted(cell)} is not known. Write hybrid or remote.",
            )
        ) from None


def pattern_days(cell: str) -> tuple[int, frozenset[int]]:
    """The weeks of the cycle and its days at home: "ma, on" or, where two weeks take turns, "ma, on / fr"."""
    weeks = cell.split("/")
    if len(weeks) > 2:
        raise Wrong(TOO_MANY_WEEKS)
    days = (week * WEEKDAYS + day for week, said in enumerate(weeks) for day in _days(said))
    return len(weeks), frozenset(days)


def _days(said: str) -> set[int]:
    words = re.split(r"[\s,;+.&]+|\bog\b|\band\b", said.casefold())
    found = set()
    for word in filter(None, words):
        first, _, last = word.partition("-")
        if first not in DAYS or (last and last not in DAYS):
            raise Wrong(
                Text(
                    da=f"{quoted(word)} er ikke en ugedag. Skriv fx ma, on.",
                    en=f"{quoted(word)} is not a weekday. Write for instance mon, wed.",
                )
            )
        if DAYS[last or first] < DAYS[first]:
            raise Wrong(
                Text(
                    da=f"{quoted(word)} går baglæns. Begynd med den første dag i ugen, fx ma-on.",
                    en=f"{quoted(word)} runs backwards. Begin with the first day of the week, such as mon-wed.",
                )
            )
        found |= set(range(DAYS[first], DAYS[last or first] + 1))
    return found


def address(cell: str) -> Address | None:
    """ "Prøvevej 1, 8000 Aarhus C"; `None` for an empty cell. The country has its own column."""
    if not cell:
        return None
    found = ADDRESS.fullmatch(cell)
    if found is None or any(
        len(found[part].strip()) > most
        for part, most in (("street", LONGEST_STREET), ("postcode", LONGEST_POSTCODE), ("city", LONGEST_CITY))
    ):
        raise Wrong(
            Text(
                da=f"{quoted(cell)} er ikke en hel adresse. Skriv fx Prøvevej 1, 8000 Aarhus C.",
                en=f"{quoted(cell)} is not a whole address. Write for instance Prøvevej 1, 8000 Aarhus C.",
            )
        )
    return Address(found["street"].strip(), found["postcode"], found["city"].strip())


def country(cell: str) -> str:
    """A country that an arrangement can name; Denmark for an empty cell."""
    try:
        return CODES[cell.casefold() or "dk"]
    except KeyError:
        raise Wrong(
            Text(
                da=f"{quoted(cell)} er ikke et af landene her. Skriv navnet eller koden, fx Sverige eller SE.",
                en=f"{quoted(cell)} is not one of the countries here. Write its name or code, such as Sweden or SE.",
            )
        ) from None


def version(cell: str) -> int | None:
    """The number of a policy version; `None` for an empty cell."""
    return _number(cell.casefold().removeprefix("v").strip(), 9999, cell)


def months(cell: str) -> int | None:
    """Whole months of notice; `None` for an empty cell: not known."""
    return _number(cell, MOST_AGREED, cell)


def _number(digits: str, most: int, cell: str) -> int | None:
    if not cell:
        return None
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 4 and int(digits) <= most):
        raise Wrong(
            Text(
                da=f"{quoted(cell)} er ikke et tal mellem 0 og {most}.",
                en=f"{quoted(cell)} is not a number between 0 and {most}.",
            )
        )
    return int(digits)


def file_name(cell: str) -> str:
    """The bare name of a PDF in the folder; empty where there is no paper."""
    if cell and (set(cell) & set("/\\:\0") or not cell.casefold().endswith(".pdf") or cell.startswith(".")):
        raise Wrong(
            Text(
                da=f"{quoted(cell)} er ikke navnet på en PDF. Skriv navnet uden mappe, fx 0012.pdf.",
                en=f"{quoted(cell)} is not the name of a PDF. Write the name without a folder, such as 0012.pdf.",
            )
        )
    return cell


def window(cell: str) -> Window | None:
    """ "8-16" or "08:00-16:00"; `None` for an empty cell."""
    if not cell:
        return None
    found = TIMES.fullmatch(cell)
    try:
        start, end = (
            (time(int(found[1]), int(found[2] or 0)), time(int(found[3]), int(found[4] or 0)))
            if found
            else (None, None)
        )
    except ValueError:
        start = end = None
    if start is None or end is None or end <= start:
        raise Wrong(
            Text(
                da=f"{quoted(cell)} er ikke en arbejdstid. Skriv fx 8-16.",
                en=f"{quoted(cell)} is not a working time. Write for instance 8-16.",
            )
        )
    return Window(start, end)


TOO_MANY_WEEKS = Text(
    da="Mønstret kan have en eller to uger, med skråstreg imellem.",
    en="The pattern can have one or two weeks, with a stroke between them.",
)
