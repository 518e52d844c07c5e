"""Forventningsafstemning: the frame that a team agrees on for its work at home."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hjemmedag.core.law import Text

MOST_DAYS = 5
"""Working days of a week."""


class Adjusted(StrEnum):
    """How often a frame is taken up again."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALFYEAR = "halfyear"
    YEARLY = "yearly"

    @property
    def words(self) -> Text:
        """How often, as one adds it to a sentence."""
        return _ADJUSTED[self]


@dataclass(frozen=True, slots=True)
class Frame:
    """So many fixed days at home in a week, taken up again so often."""

    days: int
    adjusted: Adjusted

    def holds(self, days_per_week: float) -> bool:
        """Whether so many home days a week, on average, lie within it."""
        return days_per_week <= self.days

    @property
    def words(self) -> Text:
        """ "to faste hjemmedage, justeres hvert kvartal"."""
        often = self.adjusted.words
        counted_da = "ingen faste hjemmedage" if not self.days else f"{_DA[self.days]} fast hjemmedag"
        counted_en = "no fixed home days" if not self.days else f"{_EN[self.days]} fixed home day"
        if self.days > 1:
            counted_da, counted_en = f"{_DA[self.days]} faste hjemmedage", f"{counted_en}s"
        return Text(da=f"{counted_da}, justeres {often.da}", en=f"{counted_en}, adjusted {often.en}")


_DA = ("ingen", "en", "to", "tre", "fire", "fem")
_EN = ("no", "one", "two", "three", "four", "five")
_ADJUSTED = {
    Adjusted.MONTHLY: Text(da="hver måned", en="every month"),
    Adjusted.QUARTERLY: Text(da="hvert kvartal", en="every quarter"),
    Adjusted.HALFYEAR: Text(da="hvert halve år", en="every half year"),
    Adjusted.YEARLY: Text(da="hvert år", en="every year"),
}
