"""What is read in a calendar file, its limits, and what may be wrong with the file as a whole."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from hjemmedag.core.law import Text
from hjemmedag.core.worktime.drafts import Brought

MEGABYTES = 10
LARGEST_FILE = MEGABYTES * 1024**2
MOST_EVENTS = 2000
"""Events within the weeks that are asked for: fifty on each working day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: events that begin between two instants, and whose they are, by e-mail address."""

    since: datetime
    until: datetime
    addresses: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The events that may have been work; `faulty` counts those that can't be understood and are left out."""

    events: tuple[Brought, ...]
    faulty: int = 0


class Unreadable(Exception):
    """The file is no calendar we can read; nothing of it was used. `text` says what is wrong and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


EMPTY = Text(da="Filen er tom. Eksportér kalenderen igen.", en="The file is empty. Export the calendar once more.")
TOO_LARGE = Text(
    da=f"Kalenderen er for stor: højst {MEGABYTES} MB kan læses. Eksportér kun de seneste otte uger.",
    en=f"The calendar is too large: at most {MEGABYTES} MB can be read. Export the last eight weeks only.",
)
NOT_A_CALENDAR = Text(
    da="Filen er ikke en kalender. Eksportér kalenderen som iCalendar (.ics), og prøv igen.",
    en="The file is not a calendar. Export the calendar as iCalendar (.ics) and try again.",
)
BROKEN = Text(
    da="Kalenderen er beskadiget: den slutter midt i en begivenhed eller har linjer, der ikke kan læses. "
    "Eksportér den igen.",
    en="The calendar is damaged: it ends in the middle of an event or has lines that can't be read. "
    "Export it once more.",
)
TOO_MANY = Text(
    da=f"Kalenderen har over {MOST_EVENTS:,} begivenheder på otte uger.".replace(",", ".")
    + " Så mange kan vi ikke vise. Vælg den kalender, du arbejder i.",
    en=f"The calendar has over {MOST_EVENTS:,} events in eight weeks. We can't show so many. "
    "Choose the calendar that you work in.",
)
BUSY = Text(
    da="Der bliver læst en anden kalender lige nu. Prøv igen om et øjeblik.",
    en="Another calendar is being read just now. Try again in a moment.",
)
TOO_SLOW = Text(
    da="Kalenderen tager for lang tid at læse. Måske gentages en begivenhed uden ende. "
    "Eksportér kun de seneste otte uger.",
    en="The calendar takes too long to read. Perhaps an event repeats without end. Export the last eight weeks only.",
)
