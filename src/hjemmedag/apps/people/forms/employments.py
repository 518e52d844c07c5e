"""Terms of an employment, its beginning and end, manager, team and days away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions import Conditions
from hjemmedag.apps.people.forms.fields import Days, HoursField, LineField, PersonField
from hjemmedag.apps.people.models import Absence, AgreementProfile, LegalEntity, Site, Team
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards

KINDS = [
    (Absence.Kind.ANNUAL_LEAVE.value, _("Annual leave")),
    (Absence.Kind.SICK.value, _("Sick")),
    (Absence.Kind.OTHER.value, _("Other absence")),
]
LEAVE = _("It is a longer leave")
LEAVE_MEANS = _("Tasks and deadlines rest until the first day back. Why someone is on leave is not kept.")


class ConditionsForm(forms.Form):
    """Title, hours, site and agreement."""

    title = LineField(label=_("Title"), max_length=120)
    weekly_hours = HoursField(label=_("Hours a week"))
    site = forms.ModelChoiceField(
        Site.objects.order_by("name"), label=_("Site"), required=False, empty_label=_("Not chosen")
    )
    agreement = forms.ModelChoiceField(
        AgreementProfile.objects.order_by("name"),
        label=_("Collective agreement"),
        required=False,
        empty_label=_("None, the law applies"),
    )

    @property
    def conditions(self) -> Conditions:
        """What was written, once it is valid."""
        return Conditions(**{name: self.cleaned_data[name] for name in Conditions.__dataclass_fields__})


class TermsForm(ConditionsForm):
    """New terms from a day."""

    starts = DayField(label=_("From"))
    field_order = ("starts",)


class EmploymentForm(ConditionsForm, Days):
    """One more employment."""

    legal_entity = forms.ModelChoiceField(
        LegalEntity.objects.filter(ends=None).order_by("name"), label=_("Employer"), empty_label=None
    )
    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Only when the employment is for a time."))
    field_order = ("legal_entity", "starts", "last_day")


class LastDayForm(forms.Form):
    """The last day of an employment, and who takes over those the person leads."""

    last_day = DayField(label=_("Last day"), required=False, help_text=_("Empty: the employment goes on."))
    successor = PersonField(
        label=_("Takes over the team"), required=False, help_text=_("Only when the person leads somebody.")
    )


class ManagerForm(forms.Form):
    """A new manager from a day."""

    manager = PersonField(label=_("Manager"), required=False, help_text=_("Empty: the person answers to nobody."))
    starts = DayField(label=_("From"))


class TeamForm(forms.Form):
    """Another team from a day, instead of the home team or beside it."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), empty_label=_("Choose"))
    starts = DayField(label=_("From"))
    beside = forms.BooleanField(label=_("Beside the present team, not instead of it"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, on: date, units: frozenset[int] | None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["team"].queryset = queries.teams_in(on, units)  # type: ignore[attr-defined]


class LeaveTeamForm(forms.Form):
    """The last day in a team."""

    last_day = DayField(label=_("Last day"))


class AbsenceForm(Days):
    """Days away. `own`: one's own holiday, the only kind one records for oneself."""

    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, widget=RadioCards)
    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)
    leave = forms.BooleanField(label=LEAVE, help_text=LEAVE_MEANS, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            del self.fields["kind"], self.fields["leave"]
            self.fields["last_day"].required = True
        else:
            self.fields["last_day"].help_text = _("Leave it empty while nobody knows.")


class AbsenceDaysForm(Days):
    """Other days than were recorded."""

    starts = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty while nobody knows."))
    leave = forms.BooleanField(label=LEAVE, help_text=LEAVE_MEANS, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, own: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if own:
            del self.fields["leave"]
