"""The manager's answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.ui.fields import DayField


class DecisionForm(forms.Form):
    """A reason either way, in words the employee will read, and the first day when the answer is yes."""

    reason = forms.CharField(
        label=gettext_lazy("Your reason"),
        help_text=gettext_lazy("The employee will read it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    effective_on = DayField(
        label=gettext_lazy("First day, if you approve"),
        help_text=gettext_lazy("The addendum must be delivered by then, so not before today."),
        required=False,
    )

    def __init__(self, *args: Any, approving: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.approving = approving

    def clean_effective_on(self) -> date | None:
        first: date | None = self.cleaned_data["effective_on"]
        if self.approving and first is None:
            raise forms.ValidationError(_("Choose the first day."))
        return first
