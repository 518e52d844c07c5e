"""What a person tells of their own home."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.workplaces.models import Finding, Occasion
from hjemmedag.core.people.homes import Address
from hjemmedag.ui.requests import FIRST_DAY, LAST_DAY
from hjemmedag.ui.widgets import DateInput, RadioCards, Short

OCCASIONS = {
    Occasion.Kind.ARRANGEMENT: _("You began to work at home"),
    Occasion.Kind.MOVE: _("You moved"),
    Occasion.Kind.MORE_DAYS: _("You work more at home than before"),
    Occasion.Kind.COVERED: _("The screen-work rules began to apply at home"),
    Occasion.Kind.INJURY: _("An injury, or nearly one"),
    Occasion.Kind.EQUIPMENT: _("New equipment, or another room"),
    Occasion.Kind.PAIN: _("Pain or discomfort"),
}
TOLD_BY_HAND = (Occasion.Kind.EQUIPMENT, Occasion.Kind.PAIN, Occasion.Kind.INJURY, Occasion.Kind.MORE_DAYS)


class DayField(forms.DateField):
    """A day that can be meant, chosen with the browser's own picker."""

    widget = DateInput

    def validate(self, value: object) -> None:
        super().validate(value)
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:  # type: ignore[operator]  # a date by now
            raise forms.ValidationError(_("Check the year of this day."))


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
    """The new address in Denmark, and the day."""

    on = DayField(label=_("The day you move in"))
    street = forms.CharField(label=_("Street and number"), max_length=120)
    postcode = forms.RegexField(
        label=_("Postcode"),
        regex=r"\A[0-9]{4}\Z",
        widget=Short(chars=6, attrs={"inputmode": "numeric", "autocomplete": "postal-code"}),
        error_messages={"invalid": _("A Danish postcode has four digits.")},
    )
    city = forms.CharField(label=_("Town"), max_length=80)

    def address(self) -> Address:
        """What was written."""
        return Address(*(self.cleaned_data[name] for name in ("street", "postcode", "city")))


class ProblemForm(forms.Form):
    """A problem in one's own words, and whom one tells."""

    words = forms.CharField(
        label=_("What is the problem?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write about the place, not about your health: whoever you tell, your manager and HR read this."),
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
