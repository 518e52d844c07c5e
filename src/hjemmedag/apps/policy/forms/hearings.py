"""Hearing a draft: whom HR asks, what parties say, and what HR answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.actions import Heard
from hjemmedag.apps.policy.forms.draft import DraftForm
from hjemmedag.core.policy.hearings import Outcome, Seat
from hjemmedag.ui.fields import DayField, needed_sometimes
from hjemmedag.ui.widgets import RadioCards
from hjemmedag.ui.words import said

MOST_OUTSIDE = 20


class HearingForm(DraftForm):
    """Who is heard, and until when."""

    seats = forms.MultipleChoiceField(
        label=_("Representatives in the company"),
        help_text=_("They get a message and read the draft here."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    outside = forms.CharField(
        label=_("Agreement parties outside the company"),
        help_text=_("A name a line. Send them the draft yourself, and enter here what they answer."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    answer_by = DayField(label=_("Answer by"))
    words = forms.CharField(
        label=_("What they should look at"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, seats: Mapping[tuple[Seat, int], str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["seats"]
        field.choices = [
            (f"{seat}-{who}", f"{name}, {said(seat.words).lower()}") for (seat, who), name in seats.items()
        ]
        if not seats:
            del self.fields["seats"]

    def clean_outside(self) -> list[str]:
        """The names, each short enough to be one."""
        names = [line.strip() for line in self.cleaned_data["outside"].splitlines() if line.strip()]
        if len(names) > MOST_OUTSIDE or any(len(name) > 120 for name in names):
            raise forms.ValidationError(_("Write one name a line, at most 20 names of 120 letters."))
        return names

    @property
    def parties(self) -> Heard:
        """Who is to be heard, once the form is valid."""
        seats = [one.rsplit("-", 1) for one in self.cleaned_data.get("seats", [])]
        return Heard(
            representatives=[(Seat(seat), int(who)) for seat, who in seats], outside=self.cleaned_data["outside"]
        )


class CommentForm(forms.Form):
    """What a party says; HR says for which party outside, and when it came."""

    party = forms.TypedChoiceField(label=_("Who answers"), coerce=int)
    received_on = DayField(label=_("Received on"))
    clause = forms.ChoiceField(label=_("What it is about"), required=False)
    text = forms.CharField(label=_("Comment"), max_length=4000, widget=forms.Textarea({"rows": 6}))

    def __init__(
        self,
        *args: Any,
        clauses: Sequence[tuple[str, str]],
        outside: Sequence[tuple[int, str]] | None = None,
        silent: bool = False,
        **kwargs: Any,
    ) -> None:
        """`outside`: HR writes for one of these; `silent`: only that there is nothing to comment on."""
        super().__init__(*args, **kwargs)
        about: Any = self.fields["clause"]
        about.choices = [("", _("The whole draft")), *clauses]
        if outside is None:
            del self.fields["party"], self.fields["received_on"]
        else:
            party: Any = self.fields["party"]
            party.choices = outside
        if silent:
            del self.fields["clause"], self.fields["text"]


class ReplyForm(forms.Form):
    """HR's answer to one comment."""

    outcome = forms.TypedChoiceField(
        label=_("What comes of it"),
        choices=lambda: [(one.value, said(one.words)) for one in Outcome],
        coerce=Outcome,
        widget=RadioCards,
    )
    text = forms.CharField(
        label=_("Answer"),
        help_text=_("All parties of the hearing read it."),
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
    )


class ExtensionForm(forms.Form):
    """A later day for everyone; `seen` is the day that stood on the page."""

    answer_by = DayField(label=_("Answer by"))
    seen = forms.DateField(widget=forms.HiddenInput)


class ClosingForm(forms.Form):
    """The end of a hearing, with a reason where not everyone was waited for."""

    early = forms.CharField(
        label=_("Why you don’t wait for everyone"),
        help_text=_("The reason is kept with the hearing."),
        max_length=400,
        required=False,
    )

    def __init__(self, *args: Any, waits: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed_sometimes(self.fields["early"])
        if not waits:
            del self.fields["early"]
