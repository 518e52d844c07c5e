"""The draft of the policy: what it begins with, the notice, and the day of publication."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.law import Text
from hjemmedag.core.policy.clauses import Field
from hjemmedag.core.policy.notice import MOST_AGREED
from hjemmedag.ui.fields import DayField, needed_sometimes
from hjemmedag.ui.words import said


class NoticeField(forms.IntegerField):
    """The notice for ending an arrangement, in whole months; empty where none is agreed."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Notice for the arrangement, in months"),
            help_text=_("Leave it empty if you agree no notice of your own."),
            min_value=1,
            max_value=MOST_AGREED,
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


class NoticeForm(DraftForm):
    """The notice for ending or changing an arrangement."""

    months = NoticeField()


class PublicationForm(DraftForm):
    """When the draft takes effect; `without_notice` is asked only where no notice is set, `unheard` where no
    representative was heard about these words.
    """

    effective_from = DayField(label=_("Takes effect on"))
    without_notice = forms.BooleanField(label=_("We agree no notice of our own"), required=False)
    unheard = forms.CharField(
        label=_("Why you publish without a hearing of these words"),
        help_text=_("The reason is kept and stands at the version."),
        max_length=400,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needed_sometimes(self.fields["unheard"])
