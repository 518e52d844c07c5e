"""What a person tells of their own home."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Finding, Occasion
from hjemmedag.core.people.homes import Address
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import RadioCards, Short

OCCASIONS = {
    Occasion.Kind.ARRANGEMENT: _("You began to work at home"),
    Occasion.Kind.MOVE: _("You moved"),
    Occasion.Kind.MORE_DAYS: _("You work more at home than before"),
    Occasion.Kind.COVERED: _("The screen-work rules began to apply at home"),
    Occasion.Kind.INJURY: _("An injury, or nearly one"),
    Occasion.Kind.EQUIPMENT: _("New equipment, or another room"),
    Occasion.Kind.PAIN: _("Pain or discomfort"),
}
DANISH_POSTCODE = re.compile(r"[0-9]{4}")
TOLD_BY_HAND = (Occasion.Kind.EQUIPMENT, Occasion.Kind.PAIN, Occasion.Kind.INJURY, Occasion.Kind.MORE_DAYS)


class OccasionForm(forms.Form):
    """What changed, and when."""

    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=[(kind.value, OCCASIONS[kind]) for kind in TOLD_BY_HAND],
        widget=RadioCards(),
        help_text=_("Only you see which one you choose. The others see that the home is to be assessed again."),
    )
    on = DayField(label=_("When"))


class MovingForm(forms.Form):
    """The new address, and the day."""

    on = DayField(label=_("The day you move in"))
    street = forms.CharField(label=_("Street and number"), max_length=120)
    postcode = forms.CharField(
        label=_("Postcode"), max_length=12, widget=Short(chars=8, attrs={"autocomplete": "postal-code"})
    )
    city = forms.CharField(label=_("Town"), max_length=80)
    country = forms.ChoiceField(label=_("Country"), choices=people.COUNTRIES)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        postcode = said.get("postcode", "").replace(" ", "")
        if said.get("country") == "DK" and "postcode" in said and not DANISH_POSTCODE.fullmatch(postcode):
            self.add_error("postcode", _("A Danish postcode has four digits."))
        return said

    def address(self) -> Address:
        """What was written."""
        return Address(*(self.cleaned_data[name] for name in ("street", "postcode", "city", "country")))


class ProblemForm(forms.Form):
    """A problem in one's own words, and whom one tells."""

    words = forms.CharField(
        label=_("What is the problem?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Write about the place, not about your health or those you live with: "
            "whoever you tell, your manager and HR read this."
        ),
    )
    told = forms.ChoiceField(
        label=_("Whom do you want to tell?"),
        choices=[(Finding.Told.SAFETY.value, _("The safety representative")), (Finding.Told.HR.value, _("HR"))],
        widget=RadioCards(),
    )


class EyeTestForm(forms.Form):
    """The day of a test; without one it is a no for now."""

    tested_on = DayField(
        label=_("The day you had the test"),
        required=False,
        help_text=_("Leave it empty to say no thanks for now. Nobody is told what the test showed."),
    )
