"""An unforeseen event, as whoever approves writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy

from hjemmedag.apps.worktime.queries import Found
from hjemmedag.ui.widgets import RadioCards


class UnforeseenForm(forms.Form):
    """Which rest it was, and what happened."""

    rest = forms.ChoiceField(label=gettext_lazy("Which rest?"), widget=RadioCards())
    account = forms.CharField(
        label=gettext_lazy("What happened, and why was the work necessary?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "An accident, a breakdown or the like that nobody could foresee. Deadlines and too few people are none."
        ),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, short: Sequence[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.short = {one.start.isoformat(): one for one in short}
        language, field = get_language() or "da", self.fields["rest"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, one.finding.message.said(language)) for key, one in self.short.items()]
        if len(short) == 1:
            field.initial = next(iter(self.short))

    @property
    def chosen(self) -> Found:
        """The rest that was meant, once the form is valid."""
        return self.short[self.cleaned_data["rest"]]
