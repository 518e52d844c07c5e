"""Roles and signing rights."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people.forms.fields import Days, PersonField
from hjemmedag.apps.people.models import Department
from hjemmedag.core.people.roles import LIMITABLE, Role
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards

ROLES = {
    Role.HR: _("HR"),
    Role.SAFETY: _("Safety representative"),
    Role.UNION: _("Union representative"),
    Role.IT: _("IT security"),
    Role.DPO: _("Data protection officer"),
    Role.PAYROLL: _("Payroll"),
    Role.AUDITOR: _("Auditor"),
}
MEANING: dict[str, Any] = {
    Role.HR: _("Keeps people, policy and arrangements; signs for the employer unless others may."),
    Role.SAFETY: _("Sees risks at home and counts of rest breaches, never pictures or reasons."),
    Role.UNION: _("Takes part in hearings and sees figures for groups."),
    Role.IT: _("Looks after devices and readiness."),
    Role.DPO: _("Sees what is kept about people, and who looked."),
    Role.PAYROLL: _("Fetches the files for pay."),
    Role.AUDITOR: _("Reads everything that proves what was done, changes nothing."),
}


class RoleForm(Days):
    """Give someone a role."""

    employee = PersonField(label=_("Person"))
    role = forms.TypedChoiceField(
        label=_("Role"),
        coerce=Role,
        choices=[(role.value, words) for role, words in ROLES.items()],
        widget=RadioCards(descriptions=MEANING),
    )
    department = forms.ModelChoiceField(
        Department.objects.order_by("name"),
        label=_("Department"),
        required=False,
        empty_label=_("The whole company"),
        help_text=_("HR, safety and union representatives can be for one department."),
    )
    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("department") and given.get("role") and given["role"] not in LIMITABLE:
            self.add_error("department", _("This role is always for the whole company."))
        return given


class SigningForm(Days):
    """Let someone sign for the employer."""

    employee = PersonField(label=_("Person"))
    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)


class EndForm(forms.Form):
    """The last day of a role or a signing right."""

    last_day = DayField(label=_("Last day"))
