"""Measures, instructions and the company's choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.workplaces.actions import Planned
from hjemmedag.ui.fields import DayField


class MeasureForm(forms.Form):
    """Cause, what is done, by whom and by when: each of them is asked for by law."""

    cause = forms.CharField(label=_("The cause"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    what = forms.CharField(label=_("What will be done"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    owner = forms.TypedChoiceField(label=_("Who sees to it"), coerce=int)
    due = DayField(label=_("Deadline"))
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, owners: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.choices = list(owners.items())

    @property
    def planned(self) -> Planned:
        """What was planned, once it is valid."""
        return Planned(**{name: self.cleaned_data[name] for name in Planned.__dataclass_fields__})


class InstructionForm(forms.Form):
    """Who was instructed in what, and when."""

    employee = forms.TypedChoiceField(label=_("Who"), coerce=int)
    subject = forms.CharField(
        label=_("In what"),
        max_length=200,
        help_text=_("For example: how to set up screen, table and chair, and whom to tell when something is wrong."),
    )
    on = DayField(label=_("When"))

    def __init__(self, *args: Any, people: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        employee: Any = self.fields["employee"]
        employee.choices = list(people.items())


class PracticeForm(forms.Form):
    """The named handler, and the desks at the office."""

    handler = forms.TypedChoiceField(
        label=_("Who reads what people say of body and well-being"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("One named person, and nobody else: not the manager, not the safety representative."),
    )
    compliant_desks = forms.BooleanField(
        label=_("Everyone can use a screen desk that meets the demands at the office"),
        required=False,
        help_text=_(
            "Tick it only if there are enough of them at every site. It decides how places are counted together."
        ),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handler: Any = self.fields["handler"]
        handler.choices = [("", _("Nobody yet")), *people.items()]
