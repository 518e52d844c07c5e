"""Asking for a day, moving one, saying no to one, and closing a place of work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.core.agreements.days import Move
from hjemmedag.ui.fields import DayField, needed_sometimes
from hjemmedag.ui.widgets import RadioCards

Choices = Sequence[tuple[str, str]]


def _offer_places(form: forms.Form, places: Choices) -> None:
    """Ask where the day is spent, for someone who has an agreed place beside the home."""
    if places:
        form.fields["place"] = forms.TypedChoiceField(
            label=_("Where?"), choices=places, coerce=int, empty_value=None, required=False
        )


class DayForm(forms.Form):
    """One day at home: one of the days offered, or another one."""

    day = DayField(label=gettext_lazy("Which day?"), widget=RadioCards(), required=False)
    other = DayField(label=gettext_lazy("Another day"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("A few words, if you like. Illness is never written here: report sick as usual."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, days: Choices, places: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_places(self, places)
        widget: Any = self.fields["day"].widget
        widget.choices = days
        needed_sometimes(self.fields["day"])
        if not days:
            del self.fields["day"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and bool(said.get("day")) == bool(said.get("other")):
            self.add_error("other", _("Choose one day: one of those above, or another one here."))
        said["chosen"] = said.get("other") or said.get("day")
        return said


class MoveField(forms.Field):
    """Two days as the page offers them: "2026-11-24/2026-11-26"."""

    widget = RadioCards

    def to_python(self, value: Any) -> Move | None:
        """The move meant. Raises `ValidationError` for what no page offers."""
        if value in self.empty_values:
            return None
        try:
            home_day, instead = (date.fromisoformat(part) for part in str(value).split("/"))
        except ValueError:
            raise forms.ValidationError(_("Choose one of the moves below.")) from None
        return Move(home_day, instead)


class MoveForm(forms.Form):
    """One of the moves that the week allows."""

    move = MoveField(
        label=gettext_lazy("Which move?"), error_messages={"required": gettext_lazy("Choose one of the moves below.")}
    )

    def __init__(self, *args: Any, moves: Choices, places: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_places(self, places)
        widget: Any = self.fields["move"].widget
        widget.choices = moves


class DayAnswerForm(forms.Form):
    """Why not: said only with a no."""

    reason = forms.CharField(max_length=400, required=False)


class SecondLookForm(forms.Form):
    """What the employee would like HR to know."""

    words = forms.CharField(
        label=gettext_lazy("What would you like HR to know?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )


class ClosureForm(forms.Form):
    """A place, its days, why, and whose work can't be done at home."""

    site = forms.ChoiceField(label=gettext_lazy("Place of work"))
    first = DayField(label=gettext_lazy("First day"))
    last = DayField(label=gettext_lazy("Last day"))
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("Everyone there reads it: “Water damage on the second floor”."),
        max_length=200,
    )
    not_at_home = forms.MultipleChoiceField(
        label=gettext_lazy("Titles whose work can’t be done at home"),
        help_text=gettext_lazy("They don’t work from home then. You get a list of them and decide with each one."),
        widget=forms.CheckboxSelectMultiple(),
        required=False,
    )

    def __init__(self, *args: Any, sites: Choices, titles: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("site", sites), ("not_at_home", [(title, title) for title in titles])):
            field: Any = self.fields[name]
            field.choices = choices
        if not titles:
            del self.fields["not_at_home"]
