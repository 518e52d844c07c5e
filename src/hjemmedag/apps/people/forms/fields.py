"""Fields that people pages share: a line of text, an e-mail, a person, hours a week, a CVR number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.people import queries
from hjemmedag.apps.people.models import Employee
from hjemmedag.core.people import names
from hjemmedag.core.people.cvr import digits
from hjemmedag.ui.widgets import Short


class LineField(forms.CharField):
    """A name or another line of text, by the rule of the staff list: what can't be seen is refused."""

    def to_python(self, value: Any) -> Any:
        written = super().to_python(value)
        line = names.legible(written) if written else written
        if line is None:
            raise ValidationError(_("There is an invisible character or a line break in this. Write it again."))
        return line


class AddressField(LineField, forms.EmailField):
    """An e-mail address, by the same rule."""


class HoursField(forms.DecimalField):
    """Hours a week, with a comma or a point, above 0 and at most 80."""

    def __init__(self, **kwargs: Any) -> None:
        written = Short(chars=6, attrs={"inputmode": "decimal"})
        bounds: dict[str, Any] = {"min_value": Decimal("0.01"), "max_value": Decimal(80), "decimal_places": 2}
        super().__init__(widget=written, localize=True, **bounds, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class CvrField(forms.CharField):
    """A CVR number, with or without spaces and the country's letters; the value is its eight digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=Short(chars=10, attrs={"inputmode": "numeric"}), max_length=20, **kwargs)

    def clean(self, value: Any) -> str:
        written = super().clean(value)
        number = digits(written) if written else ""
        if number is None:
            raise ValidationError(_("A CVR number has eight digits."))
        return number


class PersonInput(forms.TextInput):
    """A text field that suggests people while one types; without JavaScript one writes name or number."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        suggestions = f"{(attrs or {}).get('id', name)}_people"
        asks = {"hx-get": reverse("people:suggestions"), "hx-trigger": "input changed delay:250ms"}
        mine = {"list": suggestions, "autocomplete": "off", "hx-target": f"#{suggestions}", **asks}
        field = super().render(name, value, {**(attrs or {}), **mine}, renderer)
        return format_html('{}<datalist id="{}"></datalist>', field, suggestions)


class PersonField(forms.CharField):
    """Someone by number, e-mail or name; the value is the `Employee`."""

    widget = PersonInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Name, employee number or e-mail."))
        super().__init__(max_length=300, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return label_of(value) if isinstance(value, Employee) else value

    def clean(self, value: Any) -> Employee | None:
        written = super().clean(value)
        return meant(written) if written else None


def label_of(person: Employee) -> str:
    """How a person stands in a field: the name, and what tells namesakes apart."""
    return f"{person.name} ({person.number or person.email})"


def meant(written: str) -> Employee:
    """The one person that someone wrote. Raises `ValidationError` when it is nobody, or may be several."""
    inside = re.search(r"\(([^()]+)\)\s*\Z", written)
    key = (inside.group(1) if inside else written).strip()
    for field in ("number", "email"):
        if person := Employee.objects.filter(**{field: key if field == "number" else key.lower()}).first():
            return person
    some = list(queries.found(Employee.objects.all(), written)[:2])
    if not some:
        raise ValidationError(_("Nobody here is called %(written)s. Check the spelling.") % {"written": written})
    if len(some) > 1:
        # Which ones is not said here: the suggestions name those whom the writer may see.
        raise ValidationError(_("Several people match. Choose one of the suggestions, or write the number."))
    return some[0]


class Days(forms.Form):
    """A form with a first and a last day, in that order."""

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts"), self.cleaned_data.get("last_day")
        if first is not None and last is not None and last < first:
            self.add_error("last_day", _("The last day lies before the first. Change one of them."))
        return self.cleaned_data
