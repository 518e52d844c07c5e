"""A place beside the home: asked for, answered, ended."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.agreements.actions import WantedPlace
from hjemmedag.apps.overview.forms.application import AddressForm
from hjemmedag.ui.fields import DayField


class OtherPlaceForm(AddressForm):
    """What the place is called, where it is, and from when to when."""

    LINES: ClassVar[tuple[str, ...]] = ("name", *AddressForm.LINES)

    name = forms.CharField(
        label=gettext_lazy("What do you call it?"),
        help_text=gettext_lazy(
            "Your manager reads the name, the country and the days; the address stays with you and HR."
        ),
        max_length=60,
    )
    first = DayField(label=gettext_lazy("First day"))
    last = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Leave it empty if it has no end."),
        required=False,
    )
    field_order = ("name", "street", "postcode", "city", "country", "room", "first", "last")

    def wanted(self) -> WantedPlace:
        """The place asked for."""
        said = self.cleaned_data
        return WantedPlace(said["name"], self.address(), said["room"], said["first"], said["last"])


class AnswerForm(forms.Form):
    """A reason: needed for a no, welcome with a yes."""

    reason = forms.CharField(
        label=gettext_lazy("Your reason"),
        help_text=gettext_lazy("The employee will read it. A no needs one."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, approving: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.approving = approving

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if self.is_bound and not self.approving and not reason:
            raise forms.ValidationError(_("Write why not. The employee will read it."))
        return reason


class EndingForm(forms.Form):
    """The last day on which the place counts."""

    last = DayField(label=gettext_lazy("Last day"))
