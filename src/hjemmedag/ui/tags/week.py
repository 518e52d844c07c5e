"""Where someone is: a week, a pattern, a day on its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from django import template
from django.template.context import Context
from django.utils.dateformat import format as dated
from django.utils.translation import gettext_lazy

from hjemmedag.ui.widgets import MONDAY

register = template.Library()

PLACES = {
    "home": ("home", gettext_lazy("Home")),
    "office": ("office", gettext_lazy("Office")),
    "away": ("away", gettext_lazy("Away")),
    "holiday": ("sun", gettext_lazy("Holiday")),
    "": ("minus", gettext_lazy("Free")),
}


@register.inclusion_tag("ui/parts/week_strip.html", takes_context=True)
def week_strip(context: Context, days: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Five to seven day tiles with dates."""
    tiles = [{"words": "", "lines": (), "note": "", **day} for day in days]
    return {"days": tiles, "today": context.get("today")}


@register.inclusion_tag("ui/parts/pattern_strip.html")
def pattern_strip(pattern: Sequence[Any]) -> dict[str, Any]:
    """A weekly pattern of one or two weeks."""
    weeks = pattern if pattern and not isinstance(pattern[0], str | None) else split_weeks(pattern)
    names = [dated(MONDAY + timedelta(days=day), "D") for day in range(7)]
    rows = [[(names[place], *named(where)) for place, where in enumerate(week)] for week in weeks]
    return {"weeks": rows}


def split_weeks(pattern: Sequence[str | None]) -> list[Sequence[str | None]]:
    """Weeks of seven days where that divides evenly, of five otherwise."""
    size = 7 if len(pattern) % 7 == 0 and len(pattern) else 5
    return [pattern[start : start + size] for start in range(0, len(pattern), size)]


def named(where: str | None) -> tuple[str, str, str]:
    """A place, its icon and its word."""
    sign, word = PLACES[where or ""]
    return where or "free", sign, str(word)


@register.filter
def place_icon(where: str | None) -> str:
    return named(where)[1]


@register.filter
def place_word(where: str | None) -> str:
    return named(where)[2]


@register.inclusion_tag("ui/parts/day_line.html")
def day_line(spans: Iterable[Mapping[str, Any]], until: int | None = None) -> dict[str, Any]:
    """One day on a 24-hour line; places are shares of the day, so that the words keep their size at any width."""
    drawn = []
    for span in spans:
        start, end = span["from_minute"], span["to_minute"]
        width = share(end - start)
        letters = len(str(span["words"]))
        # A letter takes about 8 pixels: room for the words on a wide line (1), on a middling (2), on a phone's (3).
        room = sum(width > letters * needed for needed in (0.9, 1.3, 2.9))
        place = {"x": share(start), "width": width, "middle": share((start + end) / 2), "room": room}
        drawn.append({**span, **place, "from": hour(start), "to": hour(end)})
    return {"spans": drawn, "until_said": until is not None and hour(until), "until_x": share(until or 0)}


def share(minutes: float) -> float:
    """Minutes as a percentage of the day."""
    return round(minutes / 14.4, 2)


def hour(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
