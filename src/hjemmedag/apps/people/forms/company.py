"""The company's settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people.actions import Settings
from hjemmedag.apps.people.forms.fields import LineField
from hjemmedag.apps.people.models import Company, Employee
from hjemmedag.ui.widgets import Short, TimeInput

SECTORS = [
    (Company.Sector.PRIVATE.value, _("Private")),
    (Company.Sector.STATE.value, _("The state")),
    (Company.Sector.MUNICIPAL.value, _("Municipality or region")),
]
FEATURES = [
    (Company.Feature.PLANNER.value, _("Planning of office days")),
    (Company.Feature.PILOTS.value, _("Pilots")),
    (Company.Feature.PARITY.value, _("Comparison of home and office")),
    (Company.Feature.CALENDARS.value, _("Own home days in one’s own calendar")),
]


class CompanyForm(forms.Form):
    """Name, choices, message hours, contacts and switches."""

    name = LineField(label=_("Name"), max_length=120)
    sector = forms.ChoiceField(label=_("Sector"), choices=SECTORS)
    expected_size = forms.IntegerField(
        label=_("Expected number of employees"), min_value=1, max_value=1_000_000, widget=Short(chars=8)
    )
    language = forms.ChoiceField(label=_("Language of the company"), choices=Employee.Language.choices)
    messages_from = forms.TimeField(label=_("Messages are sent from"), widget=TimeInput)
    messages_until = forms.TimeField(
        label=_("Messages are sent until"), widget=TimeInput, help_text=_("A person's own arrangement comes first.")
    )
    union_contact = LineField(label=_("Union"), max_length=200, required=False)
    safety_contact = LineField(label=_("Safety representative"), max_length=200, required=False)
    adviser_contact = LineField(label=_("The company's own adviser"), max_length=200, required=False)
    features = forms.MultipleChoiceField(
        label=_("Switched on"), choices=FEATURES, required=False, widget=forms.CheckboxSelectMultiple
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("messages_from"), self.cleaned_data.get("messages_until")
        if first and last and last <= first:
            self.add_error("messages_until", _("Messages must stop later in the day than they begin."))
        return self.cleaned_data

    @property
    def settings(self) -> Settings:
        """What was written, once it is valid."""
        return Settings(**{name: self.cleaned_data[name] for name in Settings.__dataclass_fields__})

    @classmethod
    def written(cls, company: Company) -> dict[str, Any]:
        """What the form shows of the company."""
        return {name: getattr(company, name) for name in cls.base_fields}
