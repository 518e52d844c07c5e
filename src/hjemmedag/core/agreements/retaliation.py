"""What happens soon after someone asked for home or flexible work (repressalier): noticed, never judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hjemmedag.core.periods import add_months

KEY = "agreements.no_retaliation"


@dataclass(frozen=True, slots=True)
class SoonAfter:
    """Something that happened `on` a day, within the months watched after a request, or a no, on the day `asked_on`.

    `what` is "pause" or "close" of the arrangement, or "leave": the end of the employment.
    """

    what: str
    on: date
    asked_on: date


def soon_after(asked: Iterable[date], happened: Iterable[tuple[date, str]], months: int) -> SoonAfter | None:
    """The latest of what happened that follows a request within so many months, with the latest such request.

    The request that led to the arrangement counts like any other.
    """
    requests = sorted(asked, reverse=True)
    for on, what in sorted(happened, reverse=True):
        for asked_on in requests:
            if asked_on <= on <= add_months(asked_on, months):
                return SoonAfter(what, on, asked_on)
    return None
