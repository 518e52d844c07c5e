"""Choosing a spreadsheet of one's hours, and what is to be said before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets import LARGEST_FILE
from hjemmedag.apps.worktime.forms.week import WeekForm
from hjemmedag.apps.worktime.queries import FilePlan, Found
from hjemmedag.ui.files import FileForm


class HoursFileForm(FileForm):
    """A file of hours."""

    label = gettext_lazy("Spreadsheet with your hours")
    help_text = gettext_lazy("CSV or Excel: at most 60 weeks, 5,000 rows and 20 MB.")
    accept = ".csv,.txt,.xlsx,.xls"
    largest = LARGEST_FILE


class FileReasonForm(forms.Form):
    """The reasons that a file asks for: of a correction, and of a rest that was too short."""

    digest = forms.CharField(widget=forms.HiddenInput)
    reason = WeekForm.base_fields["reason"]
    because = WeekForm.base_fields["because"]

    def __init__(self, *args: Any, plan: FilePlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.short: Sequence[Found] = ()
        self.fields["digest"].initial = plan.digest
        if not plan.needs_reason:
            del self.fields["reason"]

    def ask_why(self, short: Sequence[Found]) -> None:
        """These rests were too short: the page shows them, and asks for the reason."""
        self.short = short
