"""A clause of the draft, and its place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.forms.draft import DraftForm
from hjemmedag.apps.policy.forms.later import Later
from hjemmedag.core.law import Text
from hjemmedag.core.policy.versions import Clause


class ClauseForm(DraftForm):
    """A clause in both languages."""

    use_required_attribute = False

    heading_da = Later(label=_("Heading in Danish"), max_length=160)
    text_da = Later(label=_("Text in Danish"), max_length=8000)
    heading_en = Later(label=_("Heading in English"), max_length=160)
    text_en = Later(label=_("Text in English"), max_length=8000)
    in_addendum = forms.BooleanField(
        label=_("Also stands in the contract addendum"),
        help_text=_("Then each employee with an arrangement signs it."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in ("da", "en"):
            self.fields[f"heading_{language}"].widget.attrs["lang"] = language
            self.fields[f"text_{language}"].widget = forms.Textarea({"rows": 12, "lang": language, "maxlength": 8000})

    def clean(self) -> dict[str, Any]:
        """Line ends as the product keeps them; at least one heading, or the clause can't be found again."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("text_da", "text_en"):
            cleaned[name] = cleaned.get(name, "").replace("\r\n", "\n").replace("\r", "\n")
        if not cleaned.get("heading_da") and not cleaned.get("heading_en") and not self.errors:
            self.add_error("heading_da", _("Write a heading in one of the languages."))
        return cleaned

    def clause(self, like: Clause) -> Clause:
        """What was written, in place of the words of `like`; what every policy must have stays in the addendum."""
        written = self.cleaned_data
        return replace(
            like,
            heading=Text(da=written["heading_da"], en=written["heading_en"]),
            text=Text(da=written["text_da"], en=written["text_en"]),
            in_addendum=like.in_addendum if like.required else written["in_addendum"],
        )


def words_of(clause: Clause) -> dict[str, Any]:
    """The first values of a `ClauseForm`."""
    return {
        "heading_da": clause.heading.da,
        "heading_en": clause.heading.en,
        "text_da": clause.text.da,
        "text_en": clause.text.en,
        "in_addendum": clause.in_addendum,
    }


class MoveForm(DraftForm):
    """One place up or down."""

    steps = forms.TypedChoiceField(choices=[(-1, "-1"), (1, "1")], coerce=int)
