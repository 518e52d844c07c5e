"""Announcing a measure."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.security.models import ControlMeasure
from hjemmedag.ui.fields import DayField

KINDS = [(ControlMeasure.Kind.PLACE_SHARES.value, _("How much of the time is worked at home, by department"))]


class MeasureForm(forms.Form):
    """What is to be seen, why, and from when."""

    kind = forms.ChoiceField(label=_("What you want to see"), choices=KINDS)
    purpose = forms.CharField(
        label=_("Why you need it"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Every employee reads these words. The reason must be about the work."),
    )
    starts = DayField(label=_("From"))
