"""What is asked about an arrangement: the day of a notice, and what one from before lacks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.sealing.legible import LARGEST, MEGABYTES
from hjemmedag.apps.agreements.actions import Missing
from hjemmedag.apps.overview.forms.application import PlaceForm
from hjemmedag.core.agreements.pattern import Window
from hjemmedag.core.people.homes import Address
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import FileDrop, TimeInput

YEARS_AHEAD = 10
TIMES = ["%H:%M", "%H.%M", "%H"]


class NoticeForm(forms.Form):
    """The day on which notice would be given."""

    given_on = DayField(label=gettext_lazy("If notice is given on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_given_on(self) -> date:
        given_on: date = self.cleaned_data["given_on"]
        if given_on < self.today:
            raise forms.ValidationError(_("That day has passed. Choose today or a later day."))
        if given_on.year > self.today.year + YEARS_AHEAD:
            raise forms.ValidationError(_("That day is too far away. Choose one within ten years."))
        return given_on


class CompletionForm(PlaceForm):
    """A field for each gap; none has to be filled in now, but an address is whole or left out."""

    paper = forms.FileField(
        label=gettext_lazy("The signed addendum"),
        widget=FileDrop(accept=".pdf"),
        required=False,
        error_messages={"empty": gettext_lazy("The file is empty. Choose the signed addendum.")},
    )
    start = forms.TimeField(
        label=gettext_lazy("Earliest start, Monday to Friday"),
        widget=TimeInput(),
        input_formats=TIMES,
        error_messages={"invalid": gettext_lazy("Write a time, such as 08:00.")},
    )
    end = forms.TimeField(
        label=gettext_lazy("Latest end, Monday to Friday"),
        widget=TimeInput({"placeholder": "16:00"}),
        input_formats=TIMES,
        error_messages={"invalid": gettext_lazy("Write a time, such as 16:00.")},
    )
    field_order = ("paper", "street", "postcode", "city", "country", "room", "start", "end")

    OF = {
        "paper": ("paper",),
        "home": ("street", "postcode", "city", "country"),
        "room": ("room",),
        "hours": ("start", "end"),
    }

    def __init__(self, *args: Any, gaps: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper"].help_text = _("A PDF, at most %(most)s MB. We keep it as it is.") % {"most": MEGABYTES}
        kept = {name for gap in gaps for name in self.OF[gap]}
        for name in list(self.fields):
            if name in kept:
                self.fields[name].required = False
            else:
                del self.fields[name]

    def clean_paper(self) -> Any:
        file = self.cleaned_data["paper"]
        if file is not None and file.size > LARGEST:
            words = _("The file is larger than %(most)s MB. Scan it in lower quality.")
            raise forms.ValidationError(words % {"most": MEGABYTES})
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        address = [name for name in ("street", "postcode", "city") if name in self.fields]
        if any(cleaned.get(name) for name in address):
            for name in address:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Write the whole address."))
        start, end = cleaned.get("start"), cleaned.get("end")
        if (start is None) != (end is None) and not {"start", "end"} & set(self.errors):
            self.add_error("end" if end is None else "start", _("Write both start and end."))
        elif start is not None and end is not None and end <= start:
            self.add_error("end", _("A working day must end after it starts."))
        return cleaned

    def missing(self) -> Missing:
        """What was found."""
        said = self.cleaned_data
        home = Address(said["street"], said["postcode"], said["city"], said["country"]) if said.get("street") else None
        return Missing(
            paper=said["paper"].read() if said.get("paper") else None,
            home=home,
            room=said.get("room", ""),
            hours=Window(said["start"], said["end"]) if said.get("start") else None,
        )
