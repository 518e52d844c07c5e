"""Fields that may wait while the draft is written: publishing asks for them."""

from __future__ import annotations

from django import forms


class Later(forms.CharField):
    """Words that may wait while the draft is written: publishing asks for them."""

    def validate(self, value: str) -> None:
        """Nothing is asked for yet."""


class LaterNumber(forms.IntegerField):
    """A number that may wait until publishing asks for it."""

    def validate(self, value: int | None) -> None:
        """Nothing is asked for yet."""


class LaterChoice(forms.ChoiceField):
    """A choice that may wait until publishing asks for it."""

    def validate(self, value: str) -> None:
        """One of the choices, or nothing yet."""
        if value:
            super().validate(value)
