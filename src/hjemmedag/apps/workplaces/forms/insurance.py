"""The insurance register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.workplaces.actions import Insured
from hjemmedag.apps.workplaces.models import Insurance
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards, Short

KINDS = {
    Insurance.Kind.WORK_INJURY: _("Work injury (required by law)"),
    Insurance.Kind.PROPERTY: _("Property: the company’s things"),
    Insurance.Kind.LIABILITY: _("Liability"),
}
OPEN = {
    "work_injury": _("No work-injury insurance in force stands in the register."),
    "property_clarified": _("It is not clarified whether the company’s things are covered at home."),
    "liability_clarified": _("It is not clarified how liability stands at home."),
    "contents_told": _("Not everyone who works at home has looked at their own contents insurance."),
}


class InsuranceForm(forms.Form):
    """One insurance from a day on."""

    kind = forms.ChoiceField(
        label=_("Which insurance?"), choices=[(kind.value, words) for kind, words in KINDS.items()], widget=RadioCards()
    )
    insurer = forms.CharField(label=_("Insurer"), max_length=120)
    policy_number = forms.CharField(label=_("Policy number"), max_length=60, widget=Short(chars=20))
    clarified = forms.CharField(
        label=_("What is clarified for work at home"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What the insurer has answered, and when. Leave it empty as long as nobody has asked."),
    )
    starts = DayField(label=_("From"))
    ends = DayField(
        label=_("First day without it"), required=False, help_text=_("Leave it empty as long as it runs on.")
    )
    review_on = DayField(label=_("Look at it again on"), help_text=_("A month before, it is among HR’s duties."))

    @property
    def insured(self) -> Insured:
        """What was written, once it is valid."""
        return Insured(**self.cleaned_data)

    def fixed_kind(self) -> None:
        """A change keeps the kind it has."""
        kind: Any = self.fields["kind"]
        kind.disabled, kind.widget = True, forms.HiddenInput()
