"""Who answers in a manager's place."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people.forms.fields import Days, PersonField
from hjemmedag.ui.fields import DayField


class StandInForm(Days):
    """Who answers, from which day to which; `seen` is the stand-in that the page showed."""

    by = PersonField(label=_("Stand-in"))
    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty while nobody knows."))
    seen = forms.IntegerField(widget=forms.HiddenInput)
