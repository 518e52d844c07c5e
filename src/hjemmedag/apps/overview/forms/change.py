"""Another pattern for an arrangement: asked for, and answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.agreements.actions import Wanted
from hjemmedag.apps.overview.forms.application import GroundField, PatternForm
from hjemmedag.apps.overview.forms.decision import DecisionForm
from hjemmedag.core.law import Law


class ChangeForm(PatternForm):
    """The new pattern, from when, in which words; outside the window also why it can't wait.

    The employee can use the right to ask for flexible work, which knows no window: the action asks why without it.
    """

    words = forms.CharField(
        label=gettext_lazy("What would you like to say?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    exception = forms.CharField(
        label=gettext_lazy("Why can’t it wait for the window?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
    ground = GroundField()

    def __init__(self, *args: Any, window_open: bool, law: Law, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].ask(law)  # type: ignore[attr-defined]
        if window_open:
            del self.fields["exception"]
        if not own:
            del self.fields["ground"]

    def wanted(self) -> Wanted:
        """What is asked for."""
        said = self.cleaned_data
        return Wanted(
            said["pattern"], said["wanted_from"], said["words"], said.get("exception", ""), said.get("ground", "")
        )


class ChangeAnswerForm(DecisionForm):
    """A reason either way, and the first day when the answer is yes."""

    def __init__(self, *args: Any, first: date | None = None, **kwargs: Any) -> None:
        """`first` is the day of a proposal, which is agreed to as it is or not at all."""
        super().__init__(*args, **kwargs)
        self.first = first
        self.fields["reason"].help_text = _("The other side will read it.")
        if first is not None:
            del self.fields["effective_on"]
        else:
            self.fields["effective_on"].label = _("First day of the new pattern, if you say yes")

    def first_day(self) -> date:
        """The first day of the new pattern, when the answer is yes."""
        first: date = self.first or self.cleaned_data["effective_on"]
        return first
