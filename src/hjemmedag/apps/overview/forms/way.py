"""What someone says of a step by hand."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.overview.models import StepRecord
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards

STATES = {
    StepRecord.State.NOT_BEGUN: _("Not begun"),
    StepRecord.State.UNDER_WAY: _("Under way"),
    StepRecord.State.IN_ORDER: _("In order"),
}


class StepForm(forms.Form):
    """How far it is, since when, and where that can be seen."""

    state = forms.ChoiceField(
        label=_("How far is it?"), choices=[(key.value, said) for key, said in STATES.items()], widget=RadioCards()
    )
    on = DayField(label=_("Since"))
    evidence = forms.CharField(
        label=_("Where can it be seen?"),
        help_text=_("A folder, the minutes of a meeting, the name of whoever knows."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    number = forms.IntegerField(widget=forms.HiddenInput(), min_value=1, max_value=9999)
