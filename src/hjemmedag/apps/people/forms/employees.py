"""Who someone is, taking someone on, and narrowing the list of people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions import Identity
from hjemmedag.apps.people.forms.employments import ConditionsForm
from hjemmedag.apps.people.forms.fields import AddressField, Days, LineField, PersonField
from hjemmedag.apps.people.models import Employee, LegalEntity, Team
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import Short


class IdentityForm(forms.Form):
    """Name, number, e-mail and language."""

    first_name = LineField(label=_("First name"), max_length=80)
    last_name = LineField(label=_("Last name"), max_length=80)
    number = LineField(
        label=_("Employee number"),
        max_length=20,
        required=False,
        widget=Short(chars=10),
        help_text=_("Leave it empty for someone from outside."),
    )
    email = AddressField(label=_("E-mail"), max_length=254)
    language = forms.ChoiceField(label=_("Language"), choices=Employee.Language.choices)

    @property
    def identity(self) -> Identity:
        """What was written, once it is valid."""
        given: dict[str, Any] = {name: self.cleaned_data.get(name) for name in Identity.__dataclass_fields__}
        return Identity(**given)


class OutsiderForm(IdentityForm):
    """Someone from outside: no number."""

    number = None  # type: ignore[assignment]  # Django's way of leaving a field of the parent out


class HireForm(IdentityForm, ConditionsForm, Days):
    """Someone new, with the first employment, team and manager."""

    legal_entity = forms.ModelChoiceField(LegalEntity.objects.none(), label=_("Employer"), empty_label=None)
    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Only when the employment is for a time."))
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), required=False, empty_label=_("Not chosen"))
    manager = PersonField(label=_("Manager"), required=False)

    field_order = (
        *("first_name", "last_name", "number", "email", "language", "legal_entity", "starts", "last_day"),
        *("title", "weekly_hours", "site", "agreement", "team", "manager"),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, on: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["number"].required = True
        self.fields["number"].help_text = ""
        choices: dict[str, Any] = {"legal_entity": queries.entities().filter(ends=None), "team": queries.teams_in(on)}
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
