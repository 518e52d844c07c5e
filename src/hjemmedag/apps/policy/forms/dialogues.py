"""Dialogue meetings: the invitation, and the minutes with what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.actions import AgreedPoint, Meeting, Written
from hjemmedag.core.policy.dialogues import MOST_DAYS, Adjusted, Frame
from hjemmedag.ui.fields import DayField, needed_sometimes
from hjemmedag.ui.widgets import TimeInput
from hjemmedag.ui.words import said

Choices = Sequence[tuple[int, str]]
POINTS = 5
"""As many points as one meeting agrees on: more are hard to remember."""


class DialogueForm(forms.Form):
    """When, where, with whom and about what."""

    employees = forms.TypedMultipleChoiceField(
        label=_("Who is invited"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    on = DayField(label=_("Day"))
    starts = forms.TimeField(label=_("From"), widget=TimeInput)
    ends = forms.TimeField(label=_("Until"), widget=TimeInput)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    agenda = forms.CharField(
        label=_("Agenda"),
        help_text=_("A point a line. The subjects of the policy stand here already; strike those you don’t need."),
        max_length=4000,
        widget=forms.Textarea({"rows": 10}),
    )
    sequence = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, team: Choices | None, **kwargs: Any) -> None:
        """Without a `team` the invited stay as they are."""
        super().__init__(*args, **kwargs)
        if team is None:
            del self.fields["employees"]
        else:
            field: Any = self.fields["employees"]
            field.choices = team

    @property
    def meeting(self) -> Meeting:
        """What was written, once it is valid."""
        return Meeting(**{name: self.cleaned_data[name] for name in ("on", "starts", "ends", "place", "agenda")})


class CancelForm(forms.Form):
    """Carries the meeting as the host saw it."""

    sequence = forms.IntegerField(widget=forms.HiddenInput)


class MinutesForm(forms.Form):
    """What was said, the frame, and up to five points with an owner and a day; `seen`: the minutes to be corrected."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=_("What you talked of"), max_length=8000, widget=forms.Textarea({"rows": 8}))
    days = forms.TypedChoiceField(
        label=_("Fixed home days a week"),
        help_text=_("What the team agreed as its frame. It binds nobody’s own agreement."),
        required=False,
        coerce=int,
        empty_value=None,
        choices=lambda: [("", _("No frame agreed")), *((number, str(number)) for number in range(MOST_DAYS + 1))],
    )
    adjusted = forms.TypedChoiceField(
        label=_("Adjusted"),
        required=False,
        coerce=Adjusted,
        empty_value=None,
        choices=lambda: [("", "–"), *((one.value, said(one.words)) for one in Adjusted)],
    )

    def __init__(self, *args: Any, present: Choices, correcting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed_sometimes(self.fields["adjusted"])
        for number in range(1, POINTS + 1):
            mine: dict[str, Any] = {
                "point": forms.CharField(label=_("Agreed point %(number)s") % {"number": number}, max_length=300),
                "owner": forms.TypedChoiceField(
                    label=_("Who sees to it"), coerce=int, empty_value=None, choices=[("", "–"), *present]
                ),
                "due": DayField(label=_("By when")),
            }
            for name, field in mine.items():
                field.required = False
                needed_sometimes(field)
                self.fields[f"{name}_{number}"] = field
        if correcting:
            self.fields["reason"] = forms.CharField(
                label=_("Why they are corrected"),
                help_text=_("The old minutes stay beside the new ones."),
                max_length=400,
            )

    def clean(self) -> dict[str, Any]:
        """A frame and each point are whole: a half one is named where it lacks something."""
        said_here = super().clean() or self.cleaned_data
        if self.errors:
            return said_here
        if (said_here["days"] is None) != (said_here["adjusted"] is None):
            lacking = "adjusted" if said_here["adjusted"] is None else "days"
            self.add_error(lacking, _("Say both how many days, and how often you take them up again."))
        for number in range(1, POINTS + 1):
            values = {name: said_here[f"{name}_{number}"] for name in ("point", "owner", "due")}
            if any(values.values()):
                for name, value in values.items():
                    if not value:
                        self.add_error(f"{name}_{number}", _("A point has words, someone who sees to it, and a day."))
        return said_here

    def rows(self) -> list[list[Any]]:
        """For the page: the boxes of each point."""
        return [[self[f"{name}_{number}"] for name in ("point", "owner", "due")] for number in range(1, POINTS + 1)]

    @property
    def written(self) -> Written:
        """What was written, once it is valid."""
        data = self.cleaned_data
        points = [
            AgreedPoint(data[f"point_{number}"], data[f"owner_{number}"], data[f"due_{number}"])
            for number in range(1, POINTS + 1)
            if data[f"point_{number}"]
        ]
        frame = None if data["days"] is None else Frame(data["days"], data["adjusted"])
        return Written(text=data["text"], points=points, frame=frame)
