"""A job function."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.core.people.names import legible


class FunctionForm(forms.Form):
    """A job function's name; `was` is the name on the page that the person saw."""

    name = forms.CharField(label=_("Name of the job function"), max_length=120)
    was = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def clean_name(self) -> str:
        """By the rule of every name here: what can't be seen is refused."""
        line = legible(self.cleaned_data["name"])
        if line is None:
            raise forms.ValidationError(_("There is an invisible character or a line break in this. Write it again."))
        return line
