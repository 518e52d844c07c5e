"""What is written of an injury: what happened, what was hurt, what came of it, and the report of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.workplaces.actions import Hurt, Told
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards, Short, TimeInput


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AccountForm(forms.Form):
    """When, where, what and why."""

    on = DayField(label=_("Which day did it happen?"))
    clock = forms.TimeField(label=_("At what time?"), required=False, widget=TimeInput)
    place = forms.CharField(label=_("Where were you?"), max_length=200, help_text=_("The room, or the place outside."))
    task = forms.CharField(label=_("What were you working on?"), max_length=200)
    what = forms.CharField(label=_("What happened?"), max_length=2000, widget=_lines(4))
    link = forms.CharField(
        label=_("What did it have to do with the work?"),
        max_length=1000,
        widget=_lines(2),
        help_text=_("For example: a cable of the computer, on the way to the kitchen for water, carrying the screen."),
    )
    seen_by = forms.CharField(
        label=_("Who saw it?"),
        max_length=200,
        required=False,
        help_text=_(
            "You choose whether to name anyone. A witness can make the case clearer, but it is their name you give."
        ),
    )

    @property
    def told(self) -> Told:
        """What was written, once it is valid."""
        return Told(**{name: self.cleaned_data[name] for name in Told.__dataclass_fields__})


class HurtForm(forms.Form):
    """What was hurt."""

    body_part = forms.CharField(label=_("What part of the body was hurt?"), max_length=200)
    harm = forms.CharField(label=_("How was it hurt?"), max_length=1000, required=False, widget=_lines(2))

    @property
    def hurt(self) -> Hurt:
        """What was written, once it is valid."""
        return Hurt(body_part=self.cleaned_data["body_part"], harm=self.cleaned_data["harm"])


class OwnInjuryForm(AccountForm):
    """One's own report: what was hurt may be written too."""

    body_part = forms.CharField(
        label=_("What part of the body was hurt?"),
        max_length=200,
        required=False,
        help_text=_("You may leave it out, or write it later. Only you and the named handler read it."),
    )
    harm = forms.CharField(label=_("How was it hurt?"), max_length=1000, required=False, widget=_lines(2))

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("harm") and not said.get("body_part"):
            self.add_error("body_part", _("Write what part of the body it was."))
        return said

    @property
    def hurt(self) -> Hurt:
        """What was written of it, once it is valid; empty where nothing was."""
        return Hurt(body_part=self.cleaned_data["body_part"], harm=self.cleaned_data["harm"])


def report_form(*, own: bool, data: Mapping[str, str] | None, said: Mapping[str, str]) -> OwnInjuryForm | AccountForm:
    """The report as far as it is written, `said`, or as it was sent, `data`."""
    kind = OwnInjuryForm if own else AccountForm
    form: OwnInjuryForm | AccountForm = kind(data, initial=dict(said))
    form.use_required_attribute = False
    return form


class RevisedForm(forms.Form):
    """What is added to an injury, with the revision that the page showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class CorrectionForm(AccountForm, RevisedForm):
    """What happened, told anew."""


class HurtCorrectionForm(HurtForm, RevisedForm):
    """What was hurt, told anew."""


class AftermathForm(RevisedForm):
    """The days away, and whether compensation may be claimed."""

    first_away = DayField(
        label=_("First day away from work"),
        required=False,
        help_text=_("The day of the injury itself does not count. Leave it empty if there was none."),
    )
    last_away = DayField(
        label=_("Last day away from work"), required=False, help_text=_("Leave it empty as long as the absence lasts.")
    )
    claim_expected = forms.BooleanField(
        label=_("Compensation may be claimed"),
        required=False,
        help_text=_("For example for treatment, or for something that lasts. Tick it if you are in doubt."),
    )


class DeathForm(RevisedForm):
    """The moment of a death; nothing takes back what was written by mistake."""

    day = DayField(label=_("The day"), required=False)
    clock = forms.TimeField(label=_("The time"), required=False, widget=TimeInput)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors and (said["day"] is None) != (said["clock"] is None):
            self.add_error("clock" if said["clock"] is None else "day", _("Write both, or leave both empty."))
        return said

    @property
    def died_at(self) -> datetime | None:
        """The moment, once it is valid."""
        day: date | None = self.cleaned_data["day"]
        clock: time | None = self.cleaned_data["clock"]
        return None if day is None or clock is None else datetime.combine(day, clock, COPENHAGEN)


class FilingForm(RevisedForm):
    """It was reported, or looked into; `may_leave`: the law isn't confirmed, so it may turn out not to be needed."""

    reported = forms.TypedChoiceField(
        label=_("What did you do?"), coerce=lambda said: said == "yes", widget=RadioCards()
    )
    on = DayField(label=_("When"))
    reference = forms.CharField(
        label=_("Reference number"),
        max_length=60,
        required=False,
        widget=Short(chars=24),
        help_text=_("The number on the receipt you got."),
    )
    reason = forms.CharField(label=_("Why it is not to be reported"), max_length=400, required=False, widget=_lines(2))

    def __init__(self, *args: Any, may_leave: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reported: Any = self.fields["reported"]
        reported.choices = [("yes", _("I have reported it")), ("no", _("I looked into it: it is not to be reported"))]
        if not may_leave:
            reported.widget, reported.required, reported.empty_value = forms.HiddenInput(), False, True
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        return {"reason": ""} | said


class PersonForm(forms.Form):
    """Whose injury one reports."""

    employee = forms.TypedChoiceField(label=_("Who was hurt?"), coerce=int)

    def __init__(self, *args: Any, people: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        employee: Any = self.fields["employee"]
        employee.choices = list(people.items())
