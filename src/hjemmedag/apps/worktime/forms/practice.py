"""The company's choices about working time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hjemmedag.apps.worktime.actions import Choices
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import Short, TimeInput


class PracticeForm(forms.Form):
    """The company's choices about working time."""

    starts = DayField(
        label=gettext_lazy("Working time is registered here from"),
        required=False,
        help_text=gettext_lazy("A Monday. Leave it empty while you register somewhere else."),
    )
    lunch_minutes = forms.IntegerField(
        label=gettext_lazy("Lunch in minutes"), min_value=0, max_value=120, widget=Short(chars=4)
    )
    lunch_paid = forms.BooleanField(label=gettext_lazy("Lunch is working time"), required=False)
    begins = forms.TimeField(
        label=gettext_lazy("An ordinary day begins"),
        widget=TimeInput,
        help_text=gettext_lazy("For those without an arrangement. An arrangement has its own hours."),
    )
    deminimis_minutes = forms.IntegerField(
        label=gettext_lazy("Work this short does not interrupt the rest (minutes)"),
        min_value=0,
        max_value=60,
        widget=Short(chars=4),
        help_text=gettext_lazy("The law names no such limit. More than 0 is your own choice, and is shown as that."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def choices(self) -> Choices:
        """What was chosen, once it is valid."""
        return Choices(**{name: self.cleaned_data[name] for name in Choices.__dataclass_fields__})

    @classmethod
    def written(cls, practice: Any) -> dict[str, Any]:
        """What the form shows of the choices."""
        return {name: getattr(practice, name) for name in cls.base_fields}
