"""Fields that the forms of this stage share."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hjemmedag.core.people.names import legible
from hjemmedag.ui.widgets import Short

MOST_MONEY = Decimal("99999.99")
"""A typing error lies above it."""


class LineField(forms.CharField):
    """One line of text, by the rule of every name here: what can't be seen is refused."""

    def clean(self, value: Any) -> str:
        line = legible(super().clean(value))
        if line is None:
            raise ValidationError(_("There is an invisible character or a line break in this. Write it again."))
        return line


class MoneyField(forms.DecimalField):
    """An amount in kroner, with a Danish or an English decimal sign."""

    def __init__(self, *, min_value: Decimal | int = 0, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"max_value": MOST_MONEY, "max_digits": 7, "decimal_places": 2}
        super().__init__(min_value=min_value, widget=Short(chars=8, attrs={"inputmode": "decimal"}), **usual, **kwargs)

    def to_python(self, value: Any) -> Any:
        plain = value.replace(",", ".") if isinstance(value, str) and value.count(",") == 1 else value
        return super().to_python(plain)


class WordsField(forms.CharField):
    """Some sentences."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
