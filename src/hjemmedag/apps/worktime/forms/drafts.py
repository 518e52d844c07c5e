"""Suggestions of working time: the calendar they come from, and how they are put on the week."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy

from hjemmedag.adapters.calendars import LARGEST_FILE
from hjemmedag.apps.worktime.forms.week import as_typed, proposed
from hjemmedag.apps.worktime.queries import ShownDay, ShownDraft, ShownWeek
from hjemmedag.core.worktime.drafts import added
from hjemmedag.core.worktime.typed import Span, Unreadable, read
from hjemmedag.ui.files import FileForm


class CalendarFileForm(FileForm):
    """A calendar as it was exported."""

    label = gettext_lazy("Calendar file")
    help_text = gettext_lazy("iCalendar (.ics) from Outlook, Google or Apple, at most 10 MB.")
    accept = ".ics,.ical,text/calendar"
    largest = LARGEST_FILE


def with_drafts(
    said: Mapping[str, Any], week: ShownWeek, drafts: Mapping[date, Sequence[ShownDraft]], chosen: Collection[int]
) -> dict[str, Any]:
    """What is typed, with the chosen suggestions typed behind it; a day that says nothing yet was as agreed besides.

    A day whose words can't be read keeps them, and its form says why.
    """
    typed = proposed(week, {}) | {name: said.get(name, "") for name in said}
    for number, day in enumerate(week.days):
        picked = [one.span for one in drafts.get(day.agreed.day, ()) if one.key in chosen]
        if picked:
            typed[f"day_{number}"] = _with(typed[f"day_{number}"], picked, day, week)
    return typed


def _with(text: str, picked: Sequence[Span], day: ShownDay, week: ShownWeek) -> str:
    if not text.strip() and day.missing:
        text = as_typed(day, [week.as_agreed[day.agreed.day]], week.lunch)
    try:
        spans = read(text)
    except Unreadable:
        return text
    more: list[Span] = []
    for span in picked:
        more += added([*spans, *more], span)
    words = as_typed(day, more, week.lunch)
    return ", ".join(part for part in (text.strip(), words) if part)


def numbers(said: str) -> set[int]:
    """The keys that a button sends: "12" or "12 15"."""
    return {int(word) for word in said.split() if word.isascii() and word.isdigit() and len(word) < MOST_DIGITS}


MOST_DIGITS = 18
