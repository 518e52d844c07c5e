"""Kinds, items, service, write-offs, and files of items."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets import LARGEST_FILE
from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.actions import ItemFacts, KindFacts
from hjemmedag.apps.equipment.forms.fields import LineField, MoneyField
from hjemmedag.apps.equipment.models import Kind, PackageLine, WriteOff
from hjemmedag.apps.people import queries as people
from hjemmedag.core.workplaces.questions import Remedy
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.files import FileForm
from hjemmedag.ui.widgets import RadioCards, Short
from hjemmedag.ui.words import said

BENEFITS = [
    (Kind.Benefit.COMPUTER, gettext_lazy("Computer and accessories")),
    (Kind.Benefit.FURNITURE, gettext_lazy("Furniture")),
    (Kind.Benefit.PHONE, gettext_lazy("Phone and internet")),
]
REASONS = [
    (WriteOff.Why.WORN, gettext_lazy("Worn out or broken beyond repair")),
    (WriteOff.Why.SOLD, gettext_lazy("Sold or given away")),
    (WriteOff.Why.LOST, gettext_lazy("Lost")),
    (WriteOff.Why.STOLEN, gettext_lazy("Stolen")),
]
MOST_MONTHS = 240
MOST_IN_A_PACKAGE = 20


class KindForm(forms.Form):
    """A kind of equipment."""

    name = LineField(label=gettext_lazy("Name"), max_length=80)
    benefit = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=BENEFITS,
        help_text=gettext_lazy("It decides which tax note the employee reads."),
    )
    remedy = forms.ChoiceField(
        label=gettext_lazy("What it mends at home"),
        choices=lambda: [("", _("Nothing that is asked about")), *((one.value, said(one.words)) for one in Remedy)],
        required=False,
        help_text=gettext_lazy("Then it can be ordered when a home lacks it."),
    )
    service_months = forms.IntegerField(
        label=gettext_lazy("Service every so many months"),
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
        widget=Short(chars=4),
        help_text=gettext_lazy("Leave it empty when it needs none."),
    )
    lasts_months = forms.IntegerField(
        label=gettext_lazy("Replaced after so many months"),
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
        widget=Short(chars=4),
    )
    price = MoneyField(
        label=gettext_lazy("What a new one costs, in kroner"),
        required=False,
        help_text=gettext_lazy("It is used to work out what a change of policy would cost. Empty: not known."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def facts(self) -> KindFacts:
        """What was written, once it is valid."""
        return KindFacts(**{name: self.cleaned_data[name] for name in KindFacts.__dataclass_fields__})

    @classmethod
    def written(cls, kind: Kind) -> dict[str, Any]:
        """What the form shows of a kind."""
        return {name: getattr(kind, name) for name in cls.base_fields}


class ItemForm(forms.Form):
    """An item."""

    number = LineField(label=gettext_lazy("Inventory number"), max_length=20, widget=Short(chars=12))
    kind = forms.TypedChoiceField(label=gettext_lazy("Type"), coerce=int)
    model = LineField(label=gettext_lazy("Make and model"), max_length=120, required=False)
    serial = LineField(label=gettext_lazy("Serial number"), max_length=60, required=False)
    site = forms.TypedChoiceField(label=gettext_lazy("Belongs to"), coerce=int)
    bought_on = DayField(label=gettext_lazy("Bought on"), required=False)
    service_on = DayField(label=gettext_lazy("Next service"), required=False)
    replace_on = DayField(label=gettext_lazy("To be replaced"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Sequence[tuple[int, str]]] = {
            "kind": [(one.pk, one.name) for one in queries.kinds()],
            "site": [(one.pk, one.name) for one in people.sites()],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered

    @property
    def facts(self) -> ItemFacts:
        """What was written, once it is valid."""
        return ItemFacts(**{name: self.cleaned_data[name] for name in ItemFacts.__dataclass_fields__})

    @classmethod
    def written(cls, item: Any) -> dict[str, Any]:
        """What the form shows of an item."""
        shown = {name: getattr(item, name) for name in cls.base_fields}
        return shown | {"kind": item.kind_id, "site": item.site_id}


class ServiceForm(forms.Form):
    """That an item was looked after."""

    on = DayField(label=gettext_lazy("Done on"))
    next_on = DayField(label=gettext_lazy("Next time"), required=False)


class WriteOffForm(forms.Form):
    """That an item is gone."""

    why = forms.ChoiceField(label=gettext_lazy("Why"), choices=REASONS, widget=RadioCards)
    on = DayField(label=gettext_lazy("Since"))
    words = LineField(label=gettext_lazy("What happened"), max_length=400, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["on"].initial = today

    def clean_on(self) -> date:
        """Not ahead of time."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Choose a day that has come."))
        return on


class ItemFileForm(FileForm):
    """A file of items."""

    label = gettext_lazy("Spreadsheet with equipment")
    help_text = gettext_lazy("CSV or Excel: at most 5,000 rows and 20 MB.")
    accept = ".csv,.txt,.xlsx,.xls"
    largest = LARGEST_FILE


class PackageForm(forms.Form):
    """How many of each kind belong to a job function, from a day on."""

    starts = DayField(
        label=gettext_lazy("From"), help_text=gettext_lazy("For arrangements that begin on this day or later.")
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, lines: Sequence[PackageLine], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {line.kind_id: line.count for line in lines if line.ends is None}
        self.fields["starts"].initial = today
        self.fields["seen"].initial = queries.digest(lines)
        for kind in queries.kinds():
            self.fields[f"kind_{kind.pk}"] = forms.IntegerField(
                label=kind.name,
                initial=held.get(kind.pk),
                min_value=0,
                max_value=MOST_IN_A_PACKAGE,
                required=False,
                widget=Short(chars=3),
            )

    @property
    def counts(self) -> dict[int, int]:
        """How many of each kind, by its id."""
        return {
            int(name.removeprefix("kind_")): value
            for name, value in self.cleaned_data.items()
            if name.startswith("kind_") and value
        }
