"""What a new installation asks for: the company, its size, and the first person in HR."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.people import actions as people
from hjemmedag.apps.people import queries
from hjemmedag.core.people.cvr import digits


class FoundingForm(forms.Form):
    """One field a question, in the order in which they are asked; `initial` is what Enter alone means."""

    name = forms.CharField(label=gettext_lazy("Name of the company"), max_length=120)
    cvr = forms.CharField(label=gettext_lazy("CVR number"), max_length=20)
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector: private, state or municipal"),
        choices=[(sector, sector) for sector in queries.SECTORS],
        initial="private",
    )
    size = forms.IntegerField(label=gettext_lazy("How many employees do you expect?"), min_value=1, max_value=1_000_000)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the company: da or en"), choices=[("da", "da"), ("en", "en")], initial="da"
    )
    hr_name = forms.CharField(label=gettext_lazy("First person in HR: first and last name"), max_length=160)
    hr_email = forms.EmailField(label=gettext_lazy("Their e-mail"), max_length=254)

    def clean_cvr(self) -> str:
        number = digits(self.cleaned_data["cvr"])
        if number is None:
            raise ValidationError(_("A CVR number has eight digits."))
        return number

    def clean_hr_name(self) -> str:
        name = " ".join(self.cleaned_data["hr_name"].split())
        if " " not in name:
            raise ValidationError(_("Write both first and last name."))
        return name

    @property
    def hr(self) -> people.Identity:
        """The first person in HR."""
        first, _space, last = self.cleaned_data["hr_name"].rpartition(" ")
        return people.Identity(
            number=None,
            first_name=first,
            last_name=last,
            email=self.cleaned_data["hr_email"],
            language=self.cleaned_data["language"],
        )

    def fault(self, field: str) -> str:
        """What is wrong with one field, in a sentence; empty when it is in order."""
        errors: Any = self.errors.get(field, [])
        return " ".join(errors)
