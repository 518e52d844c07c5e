"""The values of the policy that are tried on a copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.overview.queries.simulation import Standing
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.pattern import WEEKDAYS
from hjemmedag.core.overview.home_days import DayRule, Days
from hjemmedag.core.overview.simulation import Change
from hjemmedag.ui.fields import needed_sometimes
from hjemmedag.ui.widgets import Short
from hjemmedag.ui.words import said

DAYS = [
    (Days.SAME, gettext_lazy("As they are")),
    (Days.MORE, gettext_lazy("So many more")),
    (Days.FEWER, gettext_lazy("So many fewer")),
    (Days.MOST, gettext_lazy("At most so many")),
]
PARTS = [("", gettext_lazy("As now")), ("in", gettext_lazy("Let in")), ("out", gettext_lazy("Taken out"))]
CRITERION, FUNCTION = "krav_", "job_"
DEAREST = 1_000_000


class SimulationForm(forms.Form):
    """A change: home days, a share, numbers of criteria, job functions, and a sum for equipment."""

    days = forms.ChoiceField(label=gettext_lazy("Home days a week"), choices=DAYS, required=False)
    number = forms.IntegerField(
        label=gettext_lazy("How many days"), min_value=0, max_value=WEEKDAYS, required=False, widget=Short(chars=3)
    )
    share = forms.IntegerField(
        label=gettext_lazy("Largest part of the working days at home, per cent"),
        min_value=0,
        max_value=100,
        required=False,
        widget=Short(chars=3),
    )
    flat = forms.DecimalField(
        label=gettext_lazy("Equipment, kroner for each person"),
        help_text=gettext_lazy("Empty: the packages of the job functions at the prices in the stock."),
        min_value=0,
        max_value=DEAREST,
        decimal_places=2,
        required=False,
        localize=True,
        widget=Short(chars=8),
    )
    newcomers = forms.IntegerField(
        label=gettext_lazy("Days a week for those let in"),
        help_text=gettext_lazy("Empty: they are named, but don’t begin."),
        min_value=0,
        max_value=WEEKDAYS,
        required=False,
        widget=Short(chars=3),
    )

    def __init__(self, *args: Any, stands: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stands = stands
        kinds = policy.kinds()
        for one in stands.criteria:
            kind = kinds.get(one.key)
            # What only weighs lets nobody in or out: there is nothing to see from its number.
            if one.required and kind is not None and kind.threshold is not None:
                now = _("Now: %(now)s %(words)s") % {"now": one.threshold, "words": said(kind.threshold.words)}
                self.fields[CRITERION + one.key] = forms.IntegerField(
                    label=said(kind.title),
                    help_text=now,
                    min_value=kind.threshold.least,
                    max_value=kind.threshold.most,
                    required=False,
                    widget=Short(chars=3),
                )
        for pk, name in stands.functions.items():
            self.fields[f"{FUNCTION}{pk}"] = forms.ChoiceField(label=name, choices=PARTS, required=False)
        for field in self.fields.values():
            # All of them are: saying so at each would only be noise.
            needed_sometimes(field)

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        moved = cleaned.get("days") not in ("", None, Days.SAME)
        if moved and cleaned.get("number") is None and "number" not in self.errors:
            self.add_error("number", _("Write how many days."))
        if not moved and cleaned.get("number") and "days" not in self.errors:
            self.add_error("days", _("Choose what happens to so many days."))
        if cleaned.get("newcomers") and "in" not in self._parts().values() and not self._criteria():
            self.add_error("newcomers", _("Let a job function in, or change a criterion: else nobody new is let in."))
        return cleaned

    @property
    def change(self) -> Change:
        """What was asked, once it is valid."""
        said_, parts = self.cleaned_data, self._parts()
        return Change(
            rule=DayRule(Days(said_["days"] or Days.SAME), said_["number"] or 0, said_["share"]),
            out=frozenset(pk for pk, part in parts.items() if part == "out"),
            let_in=frozenset(pk for pk, part in parts.items() if part == "in"),
            newcomers=said_["newcomers"] or 0,
            thresholds=self._criteria(),
        )

    @property
    def asked(self) -> bool:
        """Whether the address asks for anything at all."""
        return any(self.data.get(name) for name in self.fields)

    @property
    def first(self) -> list[forms.BoundField]:
        """What is seen at once."""
        return [self[name] for name in ("days", "number", "share", "flat")]

    @property
    def criteria(self) -> list[forms.BoundField]:
        """The numbers of criteria."""
        return [self[name] for name in self.fields if name.startswith(CRITERION)]

    @property
    def functions(self) -> list[forms.BoundField]:
        """Who may take part."""
        return [self[name] for name in self.fields if name.startswith(FUNCTION)]

    @property
    def opened(self) -> bool:
        """Whether something among the criteria and job functions was said, so that it is shown open."""
        rest = [*self.criteria, *self.functions, self["newcomers"]]
        return any(self.data.get(field.html_name) for field in rest)

    def _parts(self) -> dict[int, str]:
        return {
            int(name.removeprefix(FUNCTION)): value
            for name, value in self.cleaned_data.items()
            if name.startswith(FUNCTION) and value
        }

    def _criteria(self) -> dict[str, int]:
        return {
            name.removeprefix(CRITERION): value
            for name, value in self.cleaned_data.items()
            if name.startswith(CRITERION) and value is not None
        }
