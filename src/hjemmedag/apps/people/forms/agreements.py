"""What an agreement stands for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions import Limits
from hjemmedag.apps.people.forms.company import SECTORS
from hjemmedag.apps.people.forms.fields import LineField
from hjemmedag.apps.people.models import AgreementLimits
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards, Short

AREAS = [
    (AgreementLimits.ControlArea.NONE.value, _("None of these, or another agreement (such as state or municipality)")),
    (AgreementLimits.ControlArea.DA_FH.value, _("DA and FH")),
    (AgreementLimits.ControlArea.GLS_A.value, _("GLS-A")),
]

FRAMES = [("", _("That of the company’s sector")), *SECTORS]

KINDS: dict[str, Any] = {
    AgreementLimits.Kind.COLLECTIVE: _("Between a union and an employer or its organisation."),
    AgreementLimits.Kind.LOCAL: _("Between the employees here and the company."),
}


class NewAgreementForm(forms.Form):
    """The name of an agreement."""

    name = LineField(label=_("Name"), max_length=120, help_text=_("As the staff list writes it."))


class LimitsForm(forms.Form):
    """The limits of an agreement from a day; what is left empty is the law's own."""

    kind = forms.ChoiceField(
        label=_("What kind of agreement is it?"),
        choices=[
            (AgreementLimits.Kind.COLLECTIVE.value, _("Collective agreement")),
            (AgreementLimits.Kind.LOCAL.value, _("Local agreement")),
        ],
        widget=RadioCards(descriptions=KINDS),
    )
    starts = DayField(label=_("Holds from"))
    last = DayField(label=_("Last day"), required=False, help_text=_("Empty: until something else is agreed."))
    daily_rest_minutes = forms.IntegerField(label=_("Shortest daily rest, in minutes"), widget=Short(chars=5))
    rest_reductions_per_week = forms.IntegerField(
        label=_("How often the rest may be that short, times a week"), min_value=0, max_value=7, widget=Short(chars=5)
    )
    max_days_between_days_off = forms.IntegerField(label=_("Most days between two days off"), widget=Short(chars=5))
    reference_months = forms.IntegerField(label=_("Months over which the 48 hours are averaged"), widget=Short(chars=5))
    control_area = forms.ChoiceField(
        label=_("Whose agreement on control measures applies?"),
        choices=AREAS,
        help_text=_("It says how early new control measures must be announced."),
    )
    area = forms.ChoiceField(
        label=_("Whose frame for home working applies?"),
        choices=FRAMES,
        required=False,
        help_text=_("It says how much can be worked at home, and whether a local agreement must come first."),
    )

    def __init__(self, *args: Any, law: queries.Ceilings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        empty: dict[str, Any] = {
            "daily_rest_minutes": _("Empty: %(value)s minutes, as the law says.") % {"value": law.daily_rest},
            "rest_reductions_per_week": _("Empty: once."),
            "max_days_between_days_off": _("Empty: %(value)s, as the law says.") % {"value": law.days_between},
            "reference_months": _("Empty: %(value)s, as the law says.") % {"value": law.reference_months},
        }
        for name, words in empty.items():
            self.fields[name].required, self.fields[name].help_text = False, words

    @property
    def limits(self) -> Limits:
        """What was written, once each field is readable."""
        return Limits(**{name: self.cleaned_data[name] for name in Limits.__dataclass_fields__})

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            for name, fault in queries.beyond_the_law(self.limits, self.cleaned_data["starts"]).items():
                self.add_error(name, fault)
        return self.cleaned_data
