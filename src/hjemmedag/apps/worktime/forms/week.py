"""Working hours as people write them, and what is said to a week."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from hjemmedag.apps.worktime.actions import Worked
from hjemmedag.apps.worktime.models import Entry
from hjemmedag.apps.worktime.queries import Found, ShownDay, ShownDraft, ShownWeek
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.norm import Lunch
from hjemmedag.core.worktime.typed import DAY, Span, Unreadable, instants, read, written
from hjemmedag.ui.fields import needed_sometimes


def names() -> dict[Place | Kind | None, str]:
    """The words that places, kinds and breaks are written with in the reader's language."""
    return {
        Place.HOME: _("home"),
        Place.OFFICE: _("office"),
        Place.OTHER: _("elsewhere"),
        Kind.ON_CALL: _("on call"),
        Kind.CALL_OUT: _("called out"),
        None: _("break"),
    }


def as_typed(day: ShownDay, spans: Iterable[Span], lunch: Lunch) -> str:
    """Spans of a day as its person would type them: without the place it was planned for and the usual lunch."""
    return written([_short(span, day, lunch) for span in spans], names(), _("hours"))


def _short(span: Span, day: ShownDay, lunch: Lunch) -> Span:
    usual = span.break_minutes == lunch.within(span.end - span.start)
    return replace(
        span,
        place=None if span.place is day.agreed.place else span.place,
        break_minutes=None if usual else span.break_minutes,
    )


def proposed(week: ShownWeek, more: Mapping[date, Span], *, only: Collection[date] | None = None) -> dict[str, Any]:
    """The week as it stands with one more span on some days, as its form takes it: nothing is saved by it.

    `only`: no other days than these.
    """
    said: dict[str, Any] = {"revision": week.revision}
    for number, day in enumerate(week.days):
        if only is not None and day.agreed.day not in only:
            continue
        added = [more[day.agreed.day]] if day.agreed.day in more else []
        said[f"day_{number}"] = as_typed(day, [*day.spans, *added], week.lunch)
    return said


def short_answer(week: ShownWeek, moment: datetime) -> dict[date, Span]:
    """The last few minutes at home as work, up to `moment` in local time; nothing where work is registered already."""
    today = next((day for day in week.days if day.agreed.day == moment.date()), None)
    now = moment.hour * 60 + moment.minute
    worked = max((span.end for span in today.spans if span.timed), default=0) if today else DAY
    begun = max(now - ANSWERING, worked, 0)
    return {moment.date(): Span(begun, now, Place.HOME, break_minutes=0)} if begun < now else {}


ANSWERING = 5
"""Minutes that a short answer takes, unless the person writes something else."""


class WeekForm(forms.Form):
    """Seven days; `worked` has what was meant, for each day that was changed. `drafts` are suggestions by day."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Why do you change it?"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Stands beside the change, for you and your manager."),
    )

    because = forms.CharField(
        label=gettext_lazy("What was the reason?"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Only you and your manager read it."),
    )

    def __init__(
        self,
        *args: Any,
        week: ShownWeek,
        drafts: Mapping[date, Sequence[ShownDraft]] = MappingProxyType({}),
        **kwargs: Any,
    ) -> None:
        self.week, self.drafts = week, drafts
        self.short: Sequence[Found] = ()
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = week.revision
        if not week.needs_reason:
            del self.fields["reason"]
        for number, day in enumerate(week.days):
            field = forms.CharField(
                label=date_format(day.agreed.day, "l j. F"),
                max_length=2000,
                required=False,
                initial=as_typed(day, day.spans, week.lunch),
            )
            field.widget.attrs |= {"autocomplete": "off", "inputmode": "text"}
            self.fields[f"day_{number}"] = field

        for name in ("reason", "because"):
            if name in self.fields:
                needed_sometimes(self.fields[name])

    def ask_why(self, short: Sequence[Found]) -> None:
        """These rests were too short: the page shows them, and asks for the reason."""
        self.short = short
        self.fields["because"].required = True
        if NON_FIELD_ERRORS in self.errors:
            # The summary leads to where the answer is written.
            self.errors["because"] = self.errors.pop(NON_FIELD_ERRORS)

    def seen_again(self, week: ShownWeek) -> None:
        """Somebody was first: what was typed stays, beside the week as it is now, and can be saved once it is read."""
        self.week = week
        self.data = {**{name: self.data.get(name, "") for name in self.fields}, "revision": week.revision}

    @property
    def days(self) -> list[tuple[ShownDay, forms.BoundField, Sequence[ShownDraft]]]:
        """Each day beside its field and its suggestions, which wait while something else is to be said first."""
        return [
            (day, self[f"day_{number}"], () if self.is_bound else self._drafts_of(day))
            for number, day in enumerate(self.week.days)
        ]

    def clean(self) -> dict[str, Any]:
        """What each day means; a fault stands at its day."""
        said: dict[str, Any] = super().clean() or {}
        self.worked: dict[date, list[Worked]] = {}
        for number, day in enumerate(self.week.days):
            field = f"day_{number}"
            if field not in self.data or said.get(field) == self.fields[field].initial:
                continue  # what nobody touched stays as it is, to the second; so does what wasn't sent
            try:
                spans = read(said.get(field, ""))
                self.worked[day.agreed.day] = [self._worked(day, span) for span in spans]
            except Unreadable as fault:
                self.add_error(field, fault.message.said(get_language() or "da"))
        return said

    def _worked(self, day: ShownDay, span: Span) -> Worked:
        start, end = instants(day.agreed.day, span)
        pause = span.break_minutes
        if pause is None:
            pause = self.week.lunch.within(span.end - span.start) if span.kind is not Kind.ON_CALL else 0
        suggested = any(one.span.start <= span.start and span.end <= one.span.end for one in self._drafts_of(day))
        method = Entry.Method.DRAFT if suggested and span.timed else Entry.Method.PAGE
        return Worked(start, end, span.place or day.agreed.place, span.kind, pause, span.timed, method)

    def _drafts_of(self, day: ShownDay) -> Sequence[ShownDraft]:
        return self.drafts.get(day.agreed.day, ())


class ReturnForm(forms.Form):
    """Why a week is sent back."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("What should be looked at again?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Your colleague reads these words."),
    )
