"""Form widgets beyond Django's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format

MONDAY = date(2024, 1, 1)
"""Any Monday: names of weekdays are taken from the days that follow it."""


class DateInput(forms.DateInput):
    """One date, with the browser's own picker; the value travels as ISO 8601."""

    input_type = "date"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(attrs=dict(attrs or {}), format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day in 24 hours: a browser's own field would say AM and PM where the computer speaks English."""

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        usual = {"size": 5, "inputmode": "numeric", "placeholder": "08:00", "data-short": True, "autocomplete": "off"}
        super().__init__(attrs=usual | dict(attrs or {}), format="%H:%M")


class Short(forms.TextInput):
    """A text field about as wide as the `chars` characters it usually holds."""

    def __init__(self, *, chars: int = 8, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(attrs={"size": chars, "data-short": True, **(attrs or {})})


class RadioCards(forms.RadioSelect):
    """A choice among a few, as large cards; `descriptions` adds a line below the name of a value."""

    option_template_name = "ui/widgets/radio_card.html"
    template_name = "ui/widgets/radio_cards.html"

    def __init__(
        self, *, descriptions: Mapping[str, str] | None = None, attrs: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(attrs=dict(attrs or {}))
        self.descriptions = descriptions or {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        return option | {"description": self.descriptions.get(str(option["value"]), "")}


class DayPicker(forms.CheckboxSelectMultiple):
    """Tap the days of a weekly pattern: `"0"` is Monday of week one, `str(days)` Monday of week two."""

    template_name = "ui/widgets/day_picker.html"

    def __init__(self, *, weeks: int = 1, days: int = 5, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(attrs=dict(attrs or {}), choices=[(str(day), str(day)) for day in range(weeks * days)])
        self.weeks, self.days = weeks, days

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        options = [option for _, group, _ in context["widget"]["optgroups"] for option in group]
        for option in options:
            weekday = MONDAY + timedelta(days=int(option["value"]) % self.days)
            option |= {"short": date_format(weekday, "D"), "long": date_format(weekday, "l")}
        rows = [options[start : start + self.days] for start in range(0, len(options), self.days)]
        return context | {"rows": rows}


class FileDrop(forms.ClearableFileInput):
    """A file, dropped or chosen; `accept` lists endings."""

    template_name = "ui/widgets/file_drop.html"

    def __init__(self, *, accept: str = "", attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(attrs={"accept": accept, **(attrs or {})})
