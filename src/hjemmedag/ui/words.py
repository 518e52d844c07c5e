"""How dates, times and amounts are said to people, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone
from django.utils.dateformat import format as dated
from django.utils.dates import WEEKDAYS
from django.utils.formats import number_format
from django.utils.translation import get_language

from hjemmedag.core.law.text import Text


def language() -> str:
    """The reader's language: `en` or `da`."""
    return "en" if (get_language() or "da").startswith("en") else "da"


def day_date(day: date, today: date | None = None) -> str:
    """ "26. november", with the year unless it is that of `today`."""
    year = "" if today and today.year == day.year else " Y"
    return dated(day, ("j F" if language() == "en" else "j. F") + year)


def weekday_date(day: date, today: date | None = None) -> str:
    """ "torsdag 26. november", with the year unless it is that of `today`."""
    return f"{dated(day, 'l')} {day_date(day, today)}"


def weekday_name(day: int) -> str:
    """ "torsdag", for 3."""
    return str(WEEKDAYS[day])


def short_day(day: date) -> str:
    """ "man 23.", for tiles."""
    return dated(day, "D j" if language() == "en" else "D j.")


def clock(at: time | datetime) -> str:
    """ "20:00", moments in the company's time zone."""
    return f"{(local(at) if isinstance(at, datetime) else at):%H:%M}"


def moment(at: datetime, today: date | None = None) -> str:
    """ "torsdag 26. november kl. 20:00"."""
    return f"{weekday_date(local(at).date(), today)} {'at' if language() == 'en' else 'kl.'} {clock(at)}"


def when(at: date | datetime, today: date | None = None) -> str:
    """A day, with the clock where it is a moment."""
    return moment(at, today) if isinstance(at, datetime) else weekday_date(at, today)


def local(at: datetime) -> datetime:
    return timezone.localtime(at) if timezone.is_aware(at) else at


def duration(minutes: int) -> str:
    """ "7 t 24 min"; whole hours and minutes alone where the other is nothing."""
    hours, rest = divmod(abs(minutes), 60)
    hour = "h" if language() == "en" else "t"
    said = " ".join(([f"{hours} {hour}"] if hours else []) + ([f"{rest} min"] if rest or not hours else []))
    return f"−{said}" if minutes < 0 else said


def kroner(amount: Decimal | int) -> str:
    """ "1.250 kr." and "1.250,50 kr."; øre only where there are some."""
    whole = amount == int(amount)
    figures = number_format(amount, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)
    return f"DKK {figures}" if language() == "en" else f"{figures} kr."


def said(text: Text) -> str:
    """The words in the reader's language."""
    return text.said(language())
