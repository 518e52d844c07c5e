"""A table of time entries, a row an entry: from headings and text to entries by employee, the first fault named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import DAY
from hjemmedag.core.worktime.entries import Kind, Place, TimeEntry
from hjemmedag.core.worktime.headings import DANISH, danish, meant, named
from hjemmedag.core.worktime.moments import between

NEEDED = ("employee", "start", "end")
OPTIONAL = ("place", "kind", "fold")

Word = TypeVar("Word", Place, Kind)


class Unusable(ValueError):
    """The table can't be used; `message` names the row, as a spreadsheet counts, and the column."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def read(
    headings: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], *, dates_are_midnights: bool = False
) -> dict[str, list[TimeEntry]]:
    """The entries of each employee, in the order of the rows. Raises `Unusable` at the first fault."""
    places = columns(headings)
    found: dict[str, list[TimeEntry]] = {}
    for number, cells in rows:
        try:
            said = words(number, cells, places, len(headings), dates_are_midnights=dates_are_midnights)
            found.setdefault(needed(said, "employee"), []).append(entry(said))
        except FactsError as fault:
            raise Unusable(fault.message.about(headings[places[fault.field]].strip()).about(row(number))) from None
    if not found:
        raise Unusable(NO_ROWS)
    return found


def words(
    number: int, cells: Sequence[str], places: Mapping[str, int], width: int, *, dates_are_midnights: bool
) -> dict[str, str]:
    """What a row says in each column of ours. Raises `Unusable` for one that is wider than the headings."""
    if any(cell.strip() for cell in cells[width:]):
        raise Unusable(TOO_MANY_CELLS.about(row(number)))
    said = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
    if dates_are_midnights:
        said |= {name: f"{said[name]}T00:00" for name in ("start", "end") if DAY.fullmatch(said[name])}
    return said


def columns(
    headings: Sequence[str], needs: Sequence[str] = NEEDED, optional: Sequence[str] = OPTIONAL
) -> dict[str, int]:
    """Where each column of ours stands, by its English name whatever the file calls it.

    Others may stand beside them, unless their name looks like a slip for ours.
    """
    names = [named(heading) for heading in headings]
    for name in (*needs, *optional):
        if names.count(name) > 1:
            raise Unusable(_doubled([said for said, known in zip(headings, names, strict=True) if known == name]))
    for name in needs:
        if name not in names:
            raise Unusable(_missing(name, headings))
    free = [one for one in optional if one not in names]
    ours = [word for column in free for word in (column, *DANISH.get(column, ())) if len(word) > SHORT]
    for name in names:
        close = get_close_matches(name, ours, 1, cutoff=0.75)
        if name not in (*needs, *optional) and close:
            slip = Text(da=f'findes ikke. Mente du "{close[0]}"?', en=f'does not exist. Did you mean "{close[0]}"?')
            raise Unusable(slip.about(name))
    return {name: names.index(name) for name in (*needs, *optional) if name in names}


SHORT = 3
"""Letters of a word that too many others look like."""


def row(number: int) -> Text:
    """What a row is called in messages."""
    return Text(da=f"række {number}", en=f"row {number}")


def _doubled(headings: Sequence[str]) -> Text:
    """The same column more than once, by one name or by two."""
    first, second = (heading.strip() for heading in headings[:2])
    if first.casefold() == second.casefold():
        return Text(da="kolonnen står to gange.", en="the column stands twice.").about(first)
    return Text(
        da=f'er samme kolonne som "{first}". Behold den ene.', en=f'is the same column as "{first}". Keep one of them.'
    ).about(second)


def _missing(name: str, headings: Sequence[str]) -> Text:
    listed = ", ".join(heading.strip() for heading in headings if heading.strip()) or "-"
    missing = Text(da=f"kolonnen mangler. Filen har: {listed}.", en=f"the column is missing. The file has: {listed}.")
    return missing.about(Text(da=f"{name} ({DANISH[name][0]})", en=name))


def entry(said: Mapping[str, str]) -> TimeEntry:
    """The entry that a row says. Raises `FactsError` naming the column."""
    fold = said.get("fold") or "0"
    if fold not in ("0", "1"):
        raise FactsError("fold", Text(da="skal være 0 eller 1.", en="must be 0 or 1."))
    start, end = between(needed(said, "start"), needed(said, "end"), int(fold))
    place, kind = said.get("place", ""), said.get("kind", "")
    return TimeEntry(
        start=start,
        end=end,
        place=_word("place", place, Place) if place else None,
        kind=_word("kind", kind, Kind) if kind else Kind.WORK,
    )


def needed(said: Mapping[str, str], name: str) -> str:
    """What the column says. Raises `FactsError` when that is nothing."""
    if not said[name]:
        raise FactsError(name, Text(da="mangler.", en="is missing."))
    return said[name]


def _word(name: str, said: str, words: type[Word]) -> Word:
    try:
        return words(meant(said))
    except ValueError:
        raise FactsError(name, strange(said, words)) from None


def strange(said: str, words: type[Place] | type[Kind]) -> Text:
    """A word that is no place or kind, with those that are."""
    return Text(
        da=f'"{said}" kan ikke bruges. Vælg en af: {", ".join(danish(words))}.',
        en=f'"{said}" can\'t be used. Choose one of: {", ".join(words)}.',
    )


TOO_MANY_CELLS = Text(
    da="der står flere felter end overskrifter. Er et skilletegn for meget?",
    en="there are more cells than headings. Is there a separator too many?",
)
NO_ROWS = Text(da="filen har ingen rækker med tider.", en="the file has no rows with times.")
