"""Form fields that the stages share, and what forms say of fields beyond what the framework knows."""

from __future__ import annotations

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

from hjemmedag.ui.requests import FIRST_DAY, LAST_DAY
from hjemmedag.ui.widgets import DateInput


class DayField(forms.DateField):
    """A day that can be meant, chosen with the browser's own picker."""

    widget = DateInput
    default_validators = [
        MinValueValidator(FIRST_DAY, gettext_lazy("Check the year: %(show_value)s can't be right.")),
        MaxValueValidator(LAST_DAY, gettext_lazy("Check the year: %(show_value)s can't be right.")),
    ]


def needed_sometimes(field: forms.Field) -> None:
    """Call the field neither required nor optional: whether it is needed hangs on what else is said."""
    vars(field)["conditional"] = True
