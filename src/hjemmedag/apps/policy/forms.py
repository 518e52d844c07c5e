"""What HR writes: clauses, who provides what, the notice, the day of publication, job functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.law import Text
from hjemmedag.core.people.names import legible
from hjemmedag.core.policy.clauses import Field
from hjemmedag.core.policy.provisions import Ownership, Provider, Provision
from hjemmedag.core.policy.versions import Clause
from hjemmedag.ui.widgets import DateInput, Short
from hjemmedag.ui.words import said

MOST_MONTHS = 12
"""The longest notice that can be written: a typing error, not a limit of law, lies above it."""
MOST_BETWEEN = 240
"""Months between two renewals: a typing error lies above it."""


class NoticeField(forms.IntegerField):
    """The notice for ending an arrangement, in whole months; empty where none is agreed."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Notice for the arrangement, in months"),
            help_text=_("Leave it empty if you agree no notice of your own."),
            min_value=1,
            max_value=MOST_MONTHS,
            required=False,
        )


class BasisForm(forms.Form):
    """What the ready clauses need to know; what is left empty gets the words that are suggested."""

    months = NoticeField()

    def __init__(self, *args: Any, fields: Iterable[Field], company: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["months"].initial = 1
        self.asked = list(fields)
        for field in self.asked:
            suggested = field.default or Text(da=company, en=company)
            for language, words, spoken in (("da", suggested.da, _("Danish")), ("en", suggested.en, _("English"))):
                name = f"{said(field.meaning)} ({spoken})"
                self.fields[f"{field.name}_{language}"] = forms.CharField(
                    label=name,
                    initial=words,
                    max_length=120,
                    required=False,
                    widget=forms.TextInput({"aria-label": name, "lang": language}),
                )

    def pairs(self) -> list[dict[str, Any]]:
        """For the page: what each field means, with its two boxes."""
        return [
            {"meaning": field.meaning, "da": self[f"{field.name}_da"], "en": self[f"{field.name}_en"]}
            for field in self.asked
        ]

    def words(self) -> dict[str, Text]:
        """The company's words for each field."""
        return {
            field.name: Text(**{language: self._written(f"{field.name}_{language}") for language in ("da", "en")})
            for field in self.asked
        }

    def _written(self, name: str) -> str:
        return self.cleaned_data[name] or str(self.fields[name].initial)


class DraftForm(forms.Form):
    """Carries the draft as the person saw it, so that a second editor is told of the first."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def edition(self) -> dict[str, int]:
        """The draft and its revision, as actions take them."""
        return {name: self.cleaned_data[name] for name in ("version", "revision")}

    def renewed(self, draft: PolicyVersion) -> Self:
        """The same words on top of the draft as it is now."""
        again = type(self)(dict(self.data.items()) | edition(draft))
        again.is_valid()
        return again


def edition(draft: PolicyVersion) -> dict[str, int]:
    """The first values of a `DraftForm`."""
    return {"version": draft.pk, "revision": draft.revision}


class Later(forms.CharField):
    """Words that may wait while the draft is written: publishing asks for them."""

    def validate(self, value: str) -> None:
        """Nothing is asked for yet."""


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


class MoveForm(DraftForm):
    """One place up or down."""

    steps = forms.TypedChoiceField(choices=[(-1, "-1"), (1, "1")], coerce=int)


class NoticeForm(DraftForm):
    """The notice for ending or changing an arrangement."""

    months = NoticeField()


class PublicationForm(DraftForm):
    """When the draft takes effect; `without_notice` is asked only where no notice is set."""

    effective_from = forms.DateField(label=_("Takes effect on"), widget=DateInput)
    without_notice = forms.BooleanField(label=_("We agree no notice of our own"), required=False)


class FunctionForm(forms.Form):
    """A job function's name; `was` is the name on the page that the person saw."""

    name = forms.CharField(label=_("Name of the job function"), max_length=120)
    was = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def clean_name(self) -> str:
        """By the rule of every name here: what can't be seen is refused."""
        line = legible(self.cleaned_data["name"])
        if line is None:
            raise forms.ValidationError(_("There is an invisible character or a line break in this. Write it again."))
        return line
