"""Offering an addendum again, how long offers stand, and addenda for many at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import Short


class FirstDayForm(forms.Form):
    """The first day of what is offered."""

    effective_on = DayField(
        label=gettext_lazy("First day"),
        help_text=gettext_lazy("The addendum must be delivered by then, so not before today."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_effective_on(self) -> date:
        first: date = self.cleaned_data["effective_on"]
        if first < self.today:
            raise forms.ValidationError(_("The first day has passed. Choose today or a later day."))
        return first


class BatchForm(FirstDayForm):
    """The first day, and the departments."""

    units = forms.MultipleChoiceField(
        label=gettext_lazy("Departments"),
        help_text=gettext_lazy("Choose none to offer it to everyone in the company."),
        widget=forms.CheckboxSelectMultiple(),
        required=False,
    )

    def __init__(self, *args: Any, departments: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["units"]
        field.choices = list(departments)
        if not field.choices:
            del self.fields["units"]

    @property
    def chosen(self) -> list[int]:
        """The departments' ids, once the form is valid."""
        return [int(unit) for unit in self.cleaned_data.get("units", [])]


class PracticeForm(forms.Form):
    """How arrangements are agreed: with which paper, how long an offer stands, how long the window for changes."""

    particulars = forms.TypedChoiceField(
        label=gettext_lazy("When a wish is approved"),
        help_text=gettext_lazy("Where a receipt isn’t enough, both sign an addendum, and the page says why."),
        choices=[
            ("addendum", gettext_lazy("both sign an addendum")),
            ("particulars", gettext_lazy("the employee confirms the policy and individual particulars")),
        ],
        coerce=lambda value: value == "particulars",
        widget=forms.RadioSelect(),
    )

    days = forms.IntegerField(
        label=gettext_lazy("Days to sign"),
        help_text=gettext_lazy("From 7 to 90. It counts for offers from now on; those already made keep their time."),
        min_value=7,
        max_value=90,
        widget=Short(chars=4),
    )
    window_days = forms.IntegerField(
        label=gettext_lazy("Days at the beginning of each quarter to ask for another pattern"),
        help_text=gettext_lazy("From 1 to 90. Outside these days a change needs a reason."),
        min_value=1,
        max_value=90,
        widget=Short(chars=4),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
