"""Times as people and systems write them: ISO 8601 or as a Danish Excel shows them, clock changes included."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from hjemmedag.core.instants import NoSuchTime, local
from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.facts import check_year

CLOCK = r"(?P<H>\d{1,2})[:.](?P<M>\d\d)([:.](?P<S>\d\d)([.,]\d+)?)?"
ISO = re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)[T ]{CLOCK}(?P<zone>Z|[+-]\d\d:?\d\d)?", re.ASCII)
DANISH = re.compile(rf"(?P<d>\d{{1,2}})[-./](?P<m>\d{{1,2}})[-./](?P<y>\d{{4}}) {CLOCK}(?P<zone>)", re.ASCII)


def between(start: str, end: str, fold: int = 0) -> tuple[datetime, datetime]:
    """Start and end in Danish time. Without offset, an hour that comes twice in October is the one `fold` says.

    If an end without offset would not come after the start, it is the second. Raises `FactsError` naming `start` or
    `end`.
    """
    begins = moment("start", start, fold)
    ends = moment("end", end, fold)
    if ends <= begins and not fold:
        ends = moment("end", end, 1)
    return begins, ends


def moment(name: str, text: str, fold: int = 0) -> datetime:
    """The Danish time that is written; "24:00" is the next midnight. Raises `FactsError` naming the field `name`."""
    found = ISO.fullmatch(text) or DANISH.fullmatch(text)
    if found is None:
        raise FactsError(name, _no_moment(text))
    check_year(name, int(found["y"]))
    late = found["H"] == "24" and int(found["M"]) == int(found["S"] or 0) == 0
    hour = 0 if late else int(found["H"])
    try:
        clock = datetime(int(found["y"]), int(found["m"]), int(found["d"]), hour, int(found["M"]), int(found["S"] or 0))  # noqa: DTZ001 – a wall clock until its zone is known
        clock = clock.replace(fold=fold) + timedelta(days=late)
        if found["zone"]:
            return local(datetime.fromisoformat(f"{clock.isoformat()}{found['zone']}"))
        return local(clock.replace(fold=fold))
    except NoSuchTime:
        raise FactsError(
            name,
            Text(
                da=f'"{text}" findes ikke: uret blev stillet frem den nat.',
                en=f'"{text}" does not exist: the clocks went forward that night.',
            ),
        ) from None
    except ValueError:
        raise FactsError(name, _no_moment(text)) from None


def _no_moment(text: str) -> Text:
    shown = f"{text[:40]}…" if len(text) > 40 else text
    return Text(
        da=f'"{shown}" er ikke et tidspunkt. Skriv det som 02-11-2026 08:00 eller 2026-11-02T08:00.',
        en=f'"{shown}" is not a date and time. Write it like 02-11-2026 08:00 or 2026-11-02T08:00.',
    )
