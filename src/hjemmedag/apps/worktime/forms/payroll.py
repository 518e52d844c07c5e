"""Choosing a payroll system's file, and saying what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.payroll import Profile, profiles
from hjemmedag.ui.words import said


class ProfileForm(forms.Form):
    """Which system the file is for."""

    profile = forms.ChoiceField(label=gettext_lazy("Payroll system"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["profile"].choices = [(one.name, one.title) for one in profiles().values()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Profile:
        """The profile, once it is valid."""
        return profiles()[self.cleaned_data["profile"]]


class ChoicesForm(forms.Form):
    """A field for each setting of a profile."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, profile: Profile, values: Mapping[str, str], revision: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = revision
        for one in profile.settings:
            about: dict[str, Any] = {"label": said(one.title), "initial": values.get(one.name, "")}
            self.fields[one.name] = (
                forms.ChoiceField(choices=[("", "—"), *one.choices], **about)
                if one.choices
                else forms.CharField(max_length=100, **about)
            )

    @property
    def values(self) -> dict[str, str]:
        """What was said, by setting."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}
