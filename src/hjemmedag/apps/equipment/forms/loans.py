"""Handing over, bringing back, receiving, and what went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.equipment.forms.fields import LineField, WordsField
from hjemmedag.apps.equipment.models import Item, Loss, Repair, Return
from hjemmedag.apps.equipment.queries import Held, Need, free_items
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards

LOSSES = [(Loss.Kind.LOST, gettext_lazy("Lost")), (Loss.Kind.STOLEN, gettext_lazy("Stolen"))]
WAYS = [
    (Repair.Way.REMOTE, gettext_lazy("It can be helped from afar")),
    (Repair.Way.ONSITE, gettext_lazy("Someone must look at it, or it must be exchanged")),
]
CONDITIONS = [
    (Return.Condition.GOOD, gettext_lazy("As good as it went out")),
    (Return.Condition.WORN, gettext_lazy("Worn, but works")),
    (Return.Condition.BROKEN, gettext_lazy("Broken")),
]
MOST_NUMBERS = 40
MOST_CHOICES = 50
"""Free items of a kind that a list offers; any other is given by its number."""


class HandoverForm(forms.Form):
    """What somebody gets: a choice for each thing of the package they lack, and any other item by its number."""

    numbers = LineField(
        label=gettext_lazy("Other items"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Type or scan inventory numbers, with a space between."),
    )
    return_on = DayField(
        label=gettext_lazy("To be returned by"),
        required=False,
        help_text=gettext_lazy("Leave it empty while no day is set."),
    )

    def __init__(self, *args: Any, need: Need | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lacking = need.lacking if need else ()
        free: dict[int, list[Item]] = {}
        for item in free_items().filter(kind__in=[kind for kind, _name, _count in lacking]) if lacking else ():
            free.setdefault(item.kind_id, []).append(item)
        picks = {}
        for kind, name, count in lacking:
            offered = free.get(kind, [])[:MOST_CHOICES]
            choices = [("", _("None now")), *((str(one.pk), str(one)) for one in offered)]
            for place in range(count):
                first = str(offered[place].pk) if place < len(offered) else ""
                picks[f"pick_{kind}_{place}"] = forms.ChoiceField(
                    label=name if count == 1 else f"{name} {place + 1}", choices=choices, initial=first, required=False
                )
        self.fields = picks | self.fields

    def clean_numbers(self) -> list[Item]:
        """The items with these numbers, whatever their case."""
        said = [one for one in re.split(r"[\s,;]+", self.cleaned_data["numbers"]) if one]
        if len(said) > MOST_NUMBERS:
            raise forms.ValidationError(_("At most %(most)s items can stand on one receipt.") % {"most": MOST_NUMBERS})
        found = {row.number.casefold(): row for row in Item.objects.filter(number__in=_cases(said))}
        for one in said:
            if one.casefold() not in found:
                raise forms.ValidationError(_("No item has the number %(number)s.") % {"number": one})
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        """The same item is not chosen twice."""
        cleaned = super().clean() or self.cleaned_data
        picked = [value for name, value in cleaned.items() if name.startswith("pick_") and value]
        if len(picked) > len(set(picked)):
            self.add_error(None, _("You have chosen the same item twice."))
        return cleaned

    @property
    def items(self) -> set[int]:
        """The ids of what was chosen."""
        picked = {int(value) for name, value in self.cleaned_data.items() if name.startswith("pick_") and value}
        return picked | {one.pk for one in self.cleaned_data["numbers"]}


def _cases(said: Iterable[str]) -> set[str]:
    return {form for one in said for form in (one, one.upper(), one.lower())}


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = LineField(label=gettext_lazy("Why"), max_length=400)


class BringBackForm(forms.Form):
    """What the borrower has brought back."""

    loans = forms.TypedMultipleChoiceField(
        label=gettext_lazy("What you have brought back"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    on = DayField(label=gettext_lazy("When"))
    words = LineField(
        label=gettext_lazy("Where you left it"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("For example: handed to reception."),
    )

    def __init__(self, *args: Any, held: Sequence[Held], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = self.fields["loans"]
        assert isinstance(choices, forms.TypedMultipleChoiceField)
        choices.choices = [(str(one.loan.pk), f"{one.loan.item.kind.name} · {one.loan.item}") for one in held]
        self.fields["on"].initial = today


class LossForm(forms.Form):
    """That an item is gone."""

    kind = forms.ChoiceField(label=gettext_lazy("What happened"), choices=LOSSES, widget=RadioCards)
    on = DayField(label=gettext_lazy("When"))
    words = WordsField(label=gettext_lazy("How"), max_length=400)


class RepairForm(forms.Form):
    """That an item does not work."""

    words = WordsField(label=gettext_lazy("What is the matter"), max_length=1000)
    damaged = forms.BooleanField(label=gettext_lazy("It is damaged, by a fall or the like"), required=False)
    way = forms.ChoiceField(label=gettext_lazy("What helps"), choices=WAYS, widget=RadioCards)


class ReturnForm(forms.Form):
    """That the keeper has an item back."""

    condition = forms.ChoiceField(label=gettext_lazy("Condition"), choices=CONDITIONS, widget=RadioCards)
    erased = forms.BooleanField(label=gettext_lazy("The data on it are erased"), required=False)
    words = LineField(label=gettext_lazy("Remarks"), max_length=400, required=False)


class AskBackForm(forms.Form):
    """By when everything must be back."""

    on = DayField(label=gettext_lazy("To be returned by"))


class StepForm(forms.Form):
    """What was done about a fault."""

    words = LineField(
        label=gettext_lazy("What was done"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("The employee reads it."),
    )
