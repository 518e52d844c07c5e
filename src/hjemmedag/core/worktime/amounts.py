"""Lengths of time as people write them."""

from __future__ import annotations

from functools import lru_cache

from hjemmedag.core.law import Text
from hjemmedag.core.law.units import value_text
from hjemmedag.core.worktime.clock import HOUR, MINUTE


@lru_cache(maxsize=4096)
def duration(seconds: int) -> Text:
    """Hours and minutes, rounded down: "10 timer og 59 minutter", "1 hour", "40 minutes"."""
    hours, minutes = seconds // HOUR, seconds % HOUR // MINUTE
    if not hours or not minutes:
        return value_text(minutes, "minutes") if minutes or not hours else value_text(hours, "hours")
    whole, rest = value_text(hours, "hours"), value_text(minutes, "minutes")
    return Text(da=f"{whole.da} og {rest.da}", en=f"{whole.en} and {rest.en}")


def decimal(number: float, digits: int) -> Text:
    """A number with so many decimals, as each language writes it: "6,458", "6.458"."""
    written = f"{number:.{digits}f}"
    return Text(da=written.replace(".", ","), en=written)
