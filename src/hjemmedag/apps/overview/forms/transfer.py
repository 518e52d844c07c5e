"""Whether addenda still stand after a move to another legal entity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.ui.widgets import RadioCards

OUTCOMES = [
    ("stands", _("The addendum stands as it is")),
    ("new", _("A new addendum is needed")),
]


class TransferForm(forms.Form):
    """For whom, what, and how one came to it."""

    employments = forms.TypedMultipleChoiceField(label=_("For whom"), coerce=int, widget=forms.CheckboxSelectMultiple)
    outcome = forms.ChoiceField(label=_("What follows?"), choices=OUTCOMES, widget=RadioCards)
    note = forms.CharField(
        label=_("How did you come to it?"),
        help_text=_("What you looked at, and whom you asked. It is kept with your name and the day."),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, movers: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["employments"].choices = movers  # type: ignore[attr-defined]
        self.fields["employments"].initial = [employment for employment, _words in movers]
