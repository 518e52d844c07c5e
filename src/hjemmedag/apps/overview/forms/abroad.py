"""A period abroad: asked for, answered, told of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.agreements.actions import WantedStay
from hjemmedag.apps.people.queries import COUNTRIES
from hjemmedag.ui.fields import DayField

ELSEWHERE = "ZZ"
"""A country that isn't listed."""


class StayForm(forms.Form):
    """The country, the days, and why, for whoever wants to say so."""

    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        choices=[*(one for one in COUNTRIES if one[0] != "DK"), (ELSEWHERE, gettext_lazy("Another country"))],
    )
    first = DayField(label=gettext_lazy("First day"))
    last = DayField(label=gettext_lazy("Last day"))
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("A few words, if you like. Nothing about health. IT security doesn’t read it."),
        max_length=200,
        required=False,
    )

    def wanted(self) -> WantedStay:
        """The period asked for."""
        said = self.cleaned_data
        return WantedStay(said["country"], said["first"], said["last"], said["reason"])


class StayAnswerForm(forms.Form):
    """Conditions of a yes, or the reason of a no."""

    words = forms.CharField(
        label=gettext_lazy("Conditions or reason"),
        help_text=gettext_lazy("The employee will read it. A no needs a reason."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, approving: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.approving = approving

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].strip()
        if not self.approving and not words:
            raise forms.ValidationError(_("Write why not. The employee will read it."))
        return words


class ToldForm(forms.Form):
    """The day on which the employee got it in writing."""

    on = DayField(label=gettext_lazy("Told in writing on"))
