"""The criteria for a fixed arrangement, one block a kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.core.policy.criteria import LONGEST_REASON, Criterion, Kind
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import Short
from hjemmedag.ui.words import said

REQUIRED = "required"
USES = [
    ("", gettext_lazy("Not used")),
    (REQUIRED, gettext_lazy("Required")),
    ("1", gettext_lazy("Weighs a little")),
    ("2", gettext_lazy("Weighs")),
    ("3", gettext_lazy("Weighs a lot")),
]


class CriteriaForm(forms.Form):
    """How each kind of criterion is used, from when, and why."""

    use_required_attribute = False

    was = forms.IntegerField(widget=forms.HiddenInput)
    starts = DayField(label=gettext_lazy("Holds from"))
    why = forms.CharField(
        label=gettext_lazy("Why these criteria"),
        help_text=gettext_lazy("Everyone can read it."),
        max_length=400,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, kinds: Mapping[str, Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        for key, kind in kinds.items():
            self._add(key, kind)

    @classmethod
    def begun(cls, *, was: int, starts: date, criteria: Sequence[Criterion], kinds: Mapping[str, Kind]) -> CriteriaForm:
        """A form that begins from these criteria."""
        initial: dict[str, Any] = {"was": was, "starts": starts}
        for one in criteria:
            initial |= {
                f"use_{one.key}": REQUIRED if one.weight is None else str(one.weight),
                f"reason_{one.key}": one.reason,
            }
            if one.threshold is not None:
                initial[f"threshold_{one.key}"] = one.threshold
        return cls(initial=initial, kinds=kinds)

    def blocks(self) -> Iterator[dict[str, Any]]:
        """For the page: each kind with its fields; those that carry a risk last."""
        for key, kind in sorted(self.kinds.items(), key=lambda pair: pair[1].risk is not None):
            names = [name for name in (f"threshold_{key}", f"reason_{key}") if name in self.fields]
            yield {"kind": kind, "use": self[f"use_{key}"], "fields": [self[name] for name in names]}

    def clean(self) -> dict[str, Any]:
        """What carries a risk is off until a reason is written; a number belongs to what is used."""
        cleaned = super().clean() or self.cleaned_data
        for key, kind in self.kinds.items():
            if not cleaned.get(f"use_{key}"):
                continue
            if kind.reasoned and not cleaned.get(f"reason_{key}"):
                self.add_error(f"reason_{key}", _("It is off until you write why it is needed."))
            number = f"threshold_{key}"
            if kind.threshold and cleaned.get(number) is None and number not in self.errors:
                self.add_error(number, _("Write the number."))
        return cleaned

    def criteria(self) -> list[Criterion]:
        """The criteria that were chosen."""
        written = self.cleaned_data
        return [
            Criterion(
                key=key,
                weight=None if use == REQUIRED else int(use),
                threshold=written.get(f"threshold_{key}"),
                reason=written.get(f"reason_{key}", ""),
            )
            for key in self.kinds
            if (use := written[f"use_{key}"])
        ]

    def _add(self, key: str, kind: Kind) -> None:
        title = said(kind.title)
        self.fields[f"use_{key}"] = forms.ChoiceField(
            label=gettext_lazy("Use"),
            choices=USES,
            required=False,
            widget=forms.Select({"aria-label": f"{title}: {_('Use')}"}),
        )
        if kind.threshold:
            least, most = kind.threshold.least, kind.threshold.most
            self.fields[f"threshold_{key}"] = forms.IntegerField(
                label=_("At least, in %(unit)s") % {"unit": said(kind.threshold.words)},
                initial=kind.threshold.usual,
                min_value=least,
                max_value=most,
                required=False,
                widget=Short(chars=4, attrs={"inputmode": "numeric"}),
            )
        if kind.reasoned:
            self.fields[f"reason_{key}"] = forms.CharField(
                label=_("Why it is needed here"),
                help_text=_("Without a reason it stays off. Everyone can read it."),
                max_length=LONGEST_REASON,
                required=False,
                widget=forms.Textarea({"rows": 2}),
            )
