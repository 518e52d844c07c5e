"""Who provides one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.forms.draft import DraftForm
from hjemmedag.apps.policy.forms.later import Later
from hjemmedag.core.law import Text
from hjemmedag.core.policy.provisions import Ownership, Provider, Provision
from hjemmedag.ui.widgets import Short
from hjemmedag.ui.words import said

MOST_BETWEEN = 240
"""Months between two renewals: a typing error lies above it."""


class ProvisionForm(DraftForm):
    """Who provides one thing, in both languages."""

    use_required_attribute = False

    item_da = Later(label=_("Name in Danish"), max_length=120)
    note_da = forms.CharField(label=_("Note in Danish"), max_length=240, required=False)
    item_en = Later(label=_("Name in English"), max_length=120)
    note_en = forms.CharField(label=_("Note in English"), max_length=240, required=False)
    provider = forms.ChoiceField(
        label=_("Who provides it"), choices=lambda: [(one.value, said(one.words)) for one in Provider]
    )
    ownership = forms.ChoiceField(
        label=_("Whose it is"), choices=lambda: [(one.value, said(one.words)) for one in Ownership]
    )
    every_months = forms.IntegerField(
        label=_("Renewed or serviced every so many months"),
        min_value=1,
        max_value=MOST_BETWEEN,
        required=False,
        widget=Short(chars=4),
        help_text=_("Leave it empty when it is done as needed."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("item", "note"):
            for language in ("da", "en"):
                self.fields[f"{name}_{language}"].widget.attrs["lang"] = language

    def clean(self) -> dict[str, Any]:
        """At least one name, or the row can't be found again."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("item_da") and not cleaned.get("item_en") and not self.errors:
            self.add_error("item_da", _("Write a name in one of the languages."))
        return cleaned

    def provision(self, like: Provision) -> Provision:
        """What was written, in place of what `like` says."""
        written = self.cleaned_data
        return replace(
            like,
            item=Text(da=written["item_da"], en=written["item_en"]),
            note=Text(da=written["note_da"], en=written["note_en"]),
            provider=Provider(written["provider"]),
            ownership=Ownership(written["ownership"]),
            every_months=written["every_months"],
        )


def cells_of(row: Provision) -> dict[str, Any]:
    """The first values of a `ProvisionForm`."""
    return {
        "item_da": row.item.da,
        "item_en": row.item.en,
        "note_da": row.note.da,
        "note_en": row.note.en,
        "provider": row.provider.value,
        "ownership": row.ownership.value,
        "every_months": row.every_months,
    }
