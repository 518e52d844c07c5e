"""What people write about themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people.forms.fields import LineField
from hjemmedag.apps.people.queries import COUNTRIES
from hjemmedag.core.people.homes import Address
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import Short

AHEAD = timedelta(days=366)


class HomeForm(forms.Form):
    """A home address and the day from which it holds."""

    street = LineField(label=_("Street and number"), max_length=120)
    postcode = LineField(label=_("Postcode"), max_length=12, widget=Short(chars=8))
    city = LineField(label=_("Town"), max_length=80)
    country = forms.ChoiceField(label=_("Country"), choices=COUNTRIES)
    starts = DayField(
        label=_("From"),
        help_text=_("The day you moved in. A day you have given before is corrected."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name, known in {"street": "street-address", "postcode": "postal-code", "city": "address-level2"}.items():
            self.fields[name].widget.attrs["autocomplete"] = known

    def clean_starts(self) -> date:
        starts: date = self.cleaned_data["starts"]
        if starts > self.today + AHEAD:
            raise forms.ValidationError(_("Check the year: the day must be between 1950 and a year from now."))
        return starts

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        postcode = said.get("postcode", "").replace(" ", "")
        if said.get("country") == "DK" and "postcode" in said:
            if not (postcode.isascii() and postcode.isdigit() and len(postcode) == 4):
                self.add_error("postcode", _("A Danish postcode has four digits."))
            said["postcode"] = postcode
        return said

    def address(self) -> Address:
        """What was written."""
        return Address(**{name: self.cleaned_data[name] for name in Address.__dataclass_fields__})
