"""The yearly safety discussion, as it is written down or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.workplaces.actions import Discussed
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.fields import DayField

ROLES = {
    Role.HR: _("HR"),
    Role.SAFETY: _("Safety representative"),
    Role.UNION: _("Union representative"),
}
"""The roles that take part as such; whoever else did is written in words."""

Seat = tuple[int, Role]


class DiscussionForm(forms.Form):
    """When, who, about what, and what was agreed."""

    on = DayField(label=_("The day it was held"))
    present = forms.MultipleChoiceField(label=_("Who took part"), required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(
        label=_("Others who took part"),
        max_length=400,
        required=False,
        help_text=_("Management, managers or employees without one of these roles."),
    )
    agenda = forms.CharField(
        label=_("What was discussed"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "A point a line. The figures come from the register; change the points as you like, and name nobody."
        ),
    )
    cooperation = forms.CharField(
        label=_("How the cooperation goes, and how often you meet"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    goals = forms.CharField(
        label=_("Goals for the coming year"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, seats: Mapping[Seat, str], correcting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present: Any = self.fields["present"]
        present.choices = [(f"{role}-{who}", f"{name}, {ROLES[role]}") for (who, role), name in seats.items()]
        if correcting:
            self.fields["reason"] = forms.CharField(
                label=_("Why it is corrected"), max_length=400, help_text=_("The old record stays beside the new one.")
            )

    @property
    def discussed(self) -> Discussed:
        """What was written, once it is valid."""
        said = {name: self.cleaned_data[name] for name in ("on", "others", "agenda", "goals", "cooperation")}
        seats = [one.rsplit("-", 1) for one in self.cleaned_data["present"]]
        return Discussed(present=[(int(who), Role(role)) for role, who in seats], **said)
