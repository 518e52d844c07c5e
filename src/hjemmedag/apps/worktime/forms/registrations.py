"""How someone registers, as HR writes it down."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime.actions import Way
from hjemmedag.apps.worktime.models import Registration
from hjemmedag.ui.fields import DayField, needed_sometimes
from hjemmedag.ui.widgets import RadioCards

METHODS = {
    Registration.Method.PAGE: gettext_lazy("On the week page"),
    Registration.Method.FILE: gettext_lazy("With a file"),
    Registration.Method.SYSTEM: gettext_lazy("In another system"),
}

MEANING: dict[str, Any] = {
    Registration.Method.PAGE: gettext_lazy("A week at a time, confirmed in a click."),
    Registration.Method.FILE: gettext_lazy("A spreadsheet that is uploaded here."),
    Registration.Method.SYSTEM: gettext_lazy("They come in by import; the person is not asked here."),
}


def method_words(method: str) -> str:
    """The method in the reader's language."""
    return str(METHODS[Registration.Method(method)])


class ApproverField(forms.CharField):
    """Someone employed, by name, number or e-mail; the value is their id."""

    def __init__(self, *, on: date, **kwargs: Any) -> None:
        super().__init__(max_length=300, **kwargs)
        self.on = on

    def clean(self, value: Any) -> int | None:
        written = super().clean(value)
        return self._meant(written) if written else None

    def _meant(self, written: str) -> int:
        employed = people.employed(self.on)
        inside = re.search(r"\(([^()]+)\)\s*\Z", written)
        if exact := employed.filter(number=(inside.group(1) if inside else written).strip()).first():
            return exact.pk
        some = list(people.found(employed, written)[:2])
        if not some:
            raise ValidationError(_("Nobody here is called %(written)s. Check the spelling.") % {"written": written})
        if len(some) > 1:
            raise ValidationError(_("Several people match. Write the employee number."))
        return some[0].pk


class RegistrationForm(forms.Form):
    """What holds for one person from a day."""

    starts = DayField(label=gettext_lazy("From"))
    last_day = DayField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("After it, what held before holds again. Leave it empty to let it last."),
    )
    method = forms.ChoiceField(
        label=gettext_lazy("How the hours are registered"),
        choices=METHODS,
        widget=RadioCards(descriptions=MEANING),
    )
    self_organiser = forms.BooleanField(
        label=gettext_lazy("Plans their own time (self-organiser)"),
        required=False,
        help_text=gettext_lazy("Working at home or flexible hours are not enough. The law asks for an assessment."),
    )
    assessment = forms.CharField(
        label=gettext_lazy("The assessment"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("What makes the work special, and which decisions the person takes alone."),
    )
    clause = forms.CharField(
        label=gettext_lazy("Clause of the contract"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Without one only the rest rules fall away; hours, breaks and nights are still judged."),
    )
    review_on = DayField(label=gettext_lazy("Assessed again by"), required=False)
    opt_out = forms.BooleanField(
        label=gettext_lazy("Has said yes to more than 48 hours a week"),
        required=False,
        help_text=gettext_lazy("Only a collective agreement opens for it. An office worker can’t opt out alone."),
    )
    opt_out_agreement = forms.CharField(
        label=gettext_lazy("The collective agreement that opens for it"), max_length=120, required=False
    )
    critical = forms.BooleanField(
        label=gettext_lazy("Is on call in work critical to society"),
        required=False,
        help_text=gettext_lazy("Such as doctors, the fire service and ambulances."),
    )
    opt_out_function = forms.CharField(label=gettext_lazy("The function"), max_length=200, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    field_order = ("starts", "last_day", "method", "approver")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["approver"] = ApproverField(
            on=on,
            label=gettext_lazy("Approves in the manager’s place"),
            required=False,
            help_text=gettext_lazy("Name, employee number or e-mail. Leave it empty where the manager approves."),
        )
        self.order_fields(self.field_order)
        for name in ("assessment", "review_on", "opt_out_agreement", "opt_out_function"):
            needed_sometimes(self.fields[name])

    @property
    def way(self) -> Way:
        """What was written, once it is valid."""
        given = {name: self.cleaned_data[name] for name in Way.__dataclass_fields__ if name in self.cleaned_data}
        return Way(approver_id=self.cleaned_data["approver"], **given)

    @classmethod
    def written(cls, row: Registration | None, today: date, revision: int) -> dict[str, Any]:
        """What the form shows of what holds now."""
        shown: dict[str, Any] = {"starts": today, "revision": revision, "method": Registration.Method.PAGE}
        if row is not None:
            own = set(cls.base_fields) - {"revision", "last_day", "critical"}
            shown |= {name: getattr(row, name) for name in own} | {"critical": row.opt_out}
            approver: Any = row.approver
            shown |= {"starts": today, "approver": f"{approver.name} ({approver.number})" if approver else ""}
        return shown
