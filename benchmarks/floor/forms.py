"""The form for hours worked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from benchmarks.floor.models import TimeEntry

PLACES = [("home", _("Home")), ("office", _("Office"))]


class EntryForm(forms.ModelForm):  # type: ignore[type-arg]
    """Day, hours, place, a note and a promise."""

    place = forms.ChoiceField(label=_("Place"), choices=PLACES)
    confirmed = forms.BooleanField(label=_("The hours are right"))

    class Meta:
        model = TimeEntry
        fields = ("day", "start", "end", "place", "note")
        labels = {"day": _("Day"), "start": _("From"), "end": _("Until"), "note": _("Note")}
        help_texts = {"note": _("Only if there is something to say.")}

    def clean(self) -> dict[str, Any]:
        """Hours go forward."""
        said = super().clean() or {}
        if "start" in said and "end" in said and said["end"] <= said["start"]:
            self.add_error("end", _("It must be later than the start."))
        return said
