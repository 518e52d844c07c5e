"""Near misses, and what is made of them."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.ui.fields import DayField


class NearMissForm(forms.Form):
    """What nearly happened, where and when, and what would prevent it."""

    on = DayField(label=_("Which day did it happen?"))
    place = forms.CharField(label=_("Where?"), max_length=200)
    what = forms.CharField(
        label=_("What could have hurt you?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Write about the place and the things, not about your health."),
    )
    prevent = forms.CharField(
        label=_("What would prevent it?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AnswerForm(forms.Form):
    """What the plan says, or why nothing more is needed."""

    words = forms.CharField(
        label=_("What is to be put right"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The manager may read it in the action plan. Write of place and things, in your own words."),
    )
    answer = forms.CharField(
        label=_("Your answer, if nothing more is needed"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
