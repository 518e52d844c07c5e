"""Sentences in the two languages of the product, and the dates and instants written into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Danish and English."""

    da: str
    en: str

    def said(self, language: str) -> str:
        """The words in `language`; Danish for every language but English."""
        return self.en if language.startswith("en") else self.da

    def followed_by(self, other: Text) -> Text:
        """Both texts as consecutive sentences."""
        return Text(da=f"{self.da} {other.da}", en=f"{self.en} {other.en}")

    def about(self, subject: Text | str) -> Text:
        """The text with what it concerns in front: "given_on: mangler."."""
        named = subject if isinstance(subject, Text) else Text(da=subject, en=subject)
        return Text(da=f"{named.da}: {self.da}", en=f"{named.en}: {self.en}")


@lru_cache(maxsize=4096)
def day_text(day: date) -> Text:
    """A day with its weekday: "torsdag 26. november 2026", "Thursday 26 November 2026"."""
    weekday, month = day.weekday(), day.month - 1
    return Text(
        da=f"{WEEKDAYS['da'][weekday]} {day.day}. {MONTHS['da'][month]} {day.year}",
        en=f"{WEEKDAYS['en'][weekday]} {day.day} {MONTHS['en'][month]} {day.year}",
    )


def instant_text(instant: datetime) -> Text:
    """A local instant with its weekday and 24-hour time; seconds only where there are any."""
    day, time = day_text(instant.date()), f"{instant.hour:02}:{instant.minute:02}"
    if instant.second:
        time += f":{instant.second:02}"
    return Text(da=f"{day.da} kl. {time}", en=f"{day.en} at {time}")
