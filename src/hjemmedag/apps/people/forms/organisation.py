"""Departments, teams, sites and legal entities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.forms.fields import CvrField, LineField
from hjemmedag.apps.people.models import Department, LegalEntity, Site
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import Short

WEEKDAYS = {
    "monday": _("Monday"),
    "tuesday": _("Tuesday"),
    "wednesday": _("Wednesday"),
    "thursday": _("Thursday"),
    "friday": _("Friday"),
}


class NameForm(forms.Form):
    """A name."""

    name = LineField(label=_("Name"), max_length=80)


class TeamMadeForm(NameForm):
    """A new team."""

    department = forms.ModelChoiceField(
        Department.objects.order_by("name"), label=_("Department"), empty_label=_("Choose")
    )
    starts = DayField(label=_("From"))


class PlacementForm(forms.Form):
    """Another department for a team, from a day."""

    department = forms.ModelChoiceField(
        Department.objects.order_by("name"), label=_("Department"), empty_label=_("Choose")
    )
    starts = DayField(label=_("From"))


class SiteForm(NameForm):
    """A site with its desks for each weekday; all five numbers or none."""

    address = LineField(label=_("Address"), max_length=200, required=False)
    monday, tuesday, wednesday, thursday, friday = (
        forms.IntegerField(label=day, min_value=0, max_value=100_000, required=False, widget=Short(chars=5))
        for day in WEEKDAYS.values()
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        given = [self.cleaned_data.get(day) for day in WEEKDAYS]
        missing = [day for day, number in zip(WEEKDAYS, given, strict=True) if number is None]
        if missing and len(missing) < len(given):
            for day in missing:
                if day not in self.errors:
                    self.add_error(day, gettext("Write a number, 0 when the site is closed."))
        return self.cleaned_data

    @property
    def said(self) -> dict[str, Any]:
        """What was written; `desks` is empty when nobody has counted them."""
        given = [self.cleaned_data[day] for day in WEEKDAYS]
        desks = [] if None in given else given
        return {"name": self.cleaned_data["name"], "address": self.cleaned_data["address"], "desks": desks}

    @classmethod
    def written(cls, site: Site) -> dict[str, Any]:
        """What the form shows of a site."""
        desks = dict(zip(WEEKDAYS, site.desks, strict=False))
        return {"name": site.name, "address": site.address, "revision": site.revision, **desks}


class EntityForm(forms.Form):
    """A legal entity."""

    name = LineField(label=_("Name"), max_length=120)
    cvr = CvrField(label=_("CVR number"))


class EntityMadeForm(EntityForm):
    """A new legal entity, employer from a day."""

    starts = DayField(label=_("Employer from"))


class MergerForm(forms.Form):
    """The entity that takes over, and from when."""

    into = forms.ModelChoiceField(LegalEntity.objects.none(), label=_("Merged into"), empty_label=_("Choose"))
    starts = DayField(label=_("From"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, leaving: LegalEntity, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        others = queries.entities().filter(ends=None).exclude(pk=leaving.pk)
        self.fields["into"].queryset = others  # type: ignore[attr-defined]
