"""What is wrong with a staff list, said so that it can be mended."""

from __future__ import annotations

from dataclasses import dataclass

from hjemmedag.core.law.text import Text

HEADINGS = 0
"""The `line` of a fault in the headings."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the row as a spreadsheet shows it, the column as the file calls it, what is wrong and what to do."""

    line: int
    column: str
    text: Text

    @property
    def row(self) -> Text:
        """ "række 5"."""
        if self.line == HEADINGS:
            return Text(da="overskrifter", en="headings")
        return Text(da=f"række {self.line}", en=f"row {self.line}")


class Wrong(Exception):
    """A cell can't be used; `text` says why and what to write instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def quoted(text: str) -> str:
    """What someone wrote, in quotation marks, no longer than a line needs."""
    return f'"{text}"' if len(text) <= 40 else f'"{text[:39]}…"'


def is_missing(heading: Text) -> Text:
    """A column that isn't there."""
    return Text(
        da=f"Kolonnen {heading.da} mangler. Tilføj den, også hvis den er tom.",
        en=f"The column {heading.en} is missing. Add it, even if it is empty.",
    )


def is_unknown(heading: str) -> Text:
    """A column that we have no place for."""
    return Text(
        da=f"Kolonnen {quoted(heading)} kendes ikke. Slet den, eller ret navnet.",
        en=f"The column {quoted(heading)} is not known. Delete it or correct its name.",
    )


def is_doubled(first: str, second: str) -> Text:
    """Two columns for one thing."""
    return Text(
        da=f"Kolonnerne {quoted(first)} og {quoted(second)} siger det samme. Behold den ene.",
        en=f"The columns {quoted(first)} and {quoted(second)} say the same. Keep one of them.",
    )


EMPTY = Text(da="Feltet er tomt. Udfyld det.", en="The cell is empty. Fill it in.")
NO_HEADING = Text(
    da="En kolonne med indhold har ingen overskrift. Giv den en, eller slet kolonnen.",
    en="A column that holds something has no heading. Give it one or delete the column.",
)
NO_ROWS = Text(da="Listen har ingen medarbejdere.", en="The list has no employees.")
TOO_MANY_CELLS = Text(
    da="Rækken har flere felter end overskrifter. Sæt anførselstegn om tekst med skilletegn i.",
    en="The row has more cells than there are headings. Put quotation marks around text with separators in it.",
)
