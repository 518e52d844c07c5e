"""The four steps of an application."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from django import forms
from django.utils import dates
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.core.agreements.pattern import WEEKDAYS, Fault, Pattern, Window
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.names import legible
from hjemmedag.ui.widgets import DateInput, DayPicker, RadioCards, TimeInput

FAULTS: dict[Fault, tuple[str, Promise | str]] = {
    Fault.NO_HOME_DAY: ("home_days", gettext_lazy("Choose at least one day at home.")),
    Fault.DAY_OUTSIDE_CYCLE: ("home_days", gettext_lazy("Week two only counts in a pattern of two weeks.")),
    Fault.NO_HOURS: ("start_0", gettext_lazy("Write when you work on at least one day.")),
    Fault.ENDS_BEFORE_START: ("start_0", gettext_lazy("A working day must end after it starts.")),
    Fault.HOME_DAY_WITHOUT_HOURS: ("home_days", gettext_lazy("You chose a day at home on which you don’t work.")),
    Fault.NO_OFFICE_DAY: (
        "home_days",
        gettext_lazy("You chose every day at home. Choose “All days at home” above, or leave a day for the office."),
    ),
    Fault.NOT_ALL_AT_HOME: (
        "home_days",
        gettext_lazy("“All days at home” means every day you work. Choose the missing days, or “Some days at home”."),
    ),
}
PARTS_OF_DAY = (("start", gettext_lazy("{day}, earliest start")), ("end", gettext_lazy("{day}, latest end")))
USUAL = Window(time(8), time(16))


class PatternForm(forms.Form):
    """Step 1: which days at home, the hours of each weekday, and from when."""

    model = forms.ChoiceField(
        label=gettext_lazy("How much at home?"),
        choices=[("hybrid", gettext_lazy("Some days at home")), ("remote", gettext_lazy("All days at home"))],
        widget=RadioCards(),
    )
    cycle_weeks = forms.TypedChoiceField(
        label=gettext_lazy("Is every week the same?"),
        choices=[("1", gettext_lazy("Every week is the same")), ("2", gettext_lazy("Two weeks take turns"))],
        coerce=int,
        widget=RadioCards(),
    )
    home_days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Tap your days at home"),
        choices=[(str(day), str(day)) for day in range(2 * WEEKDAYS)],
        coerce=int,
        widget=DayPicker(weeks=2),
        error_messages={"required": gettext_lazy("Choose at least one day at home.")},
    )
    wanted_from = forms.DateField(label=gettext_lazy("First day"), widget=DateInput())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for day in range(WEEKDAYS):
            for part, label in PARTS_OF_DAY:
                said = format_lazy(label, day=dates.WEEKDAYS[day])
                self.fields[f"{part}_{day}"] = forms.TimeField(
                    label=said,
                    widget=TimeInput({"aria-label": said}),
                    input_formats=["%H:%M", "%H.%M", "%H"],
                    error_messages={"invalid": gettext_lazy("Write a time, such as 08:00.")},
                    required=False,
                )

    @staticmethod
    def initial_of(wish: Wish | None) -> dict[str, Any]:
        """What the form shows: the draft so far, else the usual office hours."""
        pattern = wish.pattern if wish else Pattern(remote=False, cycle_weeks=1, home_days=frozenset())
        hours = pattern.hours or dict.fromkeys(range(WEEKDAYS), USUAL)
        times = {f"start_{day}": window.start for day, window in hours.items()}
        times |= {f"end_{day}": window.end for day, window in hours.items()}
        return {
            "model": "remote" if pattern.remote else "hybrid",
            "cycle_weeks": pattern.cycle_weeks,
            "home_days": [str(day) for day in sorted(pattern.home_days)],
            "wanted_from": wish.wanted_from if wish else None,
            **times,
        }

    def clean_wanted_from(self) -> date:
        wanted: date = self.cleaned_data["wanted_from"]
        if wanted < self.today:
            raise forms.ValidationError(_("That day has passed. Choose today or a later day."))
        return wanted

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        hours = {}
        for day in range(WEEKDAYS):
            start, end = cleaned.get(f"start_{day}"), cleaned.get(f"end_{day}")
            if (start is None) != (end is None) and not {f"start_{day}", f"end_{day}"} & set(self.errors):
                missing = f"end_{day}" if end is None else f"start_{day}"
                self.add_error(
                    missing, _("Write both start and end for %(day)s, or neither.") % {"day": dates.WEEKDAYS[day]}
                )
            elif start is not None and end is not None:
                hours[day] = Window(start, end)
        weeks = cleaned.get("cycle_weeks")
        days = cleaned.get("home_days")
        kept = frozenset(day for day in days or () if day < (weeks or 1) * WEEKDAYS)
        pattern = Pattern(remote=cleaned.get("model") == "remote", cycle_weeks=weeks or 1, home_days=kept, hours=hours)
        if not self.errors:
            for fault in pattern.faults():
                field, words = FAULTS[fault]
                self.add_error(field, str(words))
        cleaned["pattern"] = pattern
        return cleaned

    def onto(self, wish: Wish) -> Wish:
        """The wish with what this step says."""
        said = self.cleaned_data
        return replace(wish, pattern=said["pattern"], wanted_from=said.get("wanted_from"))

    def hour_rows(self) -> list[tuple[str, Any, Any]]:
        """The weekdays with their two fields, for the page."""
        return [(str(dates.WEEKDAYS[day]), self[f"start_{day}"], self[f"end_{day}"]) for day in range(WEEKDAYS)]


class PlaceForm(forms.Form):
    """Step 2: where at home."""

    street = forms.CharField(label=gettext_lazy("Street and number"), max_length=120)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), max_length=12)
    city = forms.CharField(label=gettext_lazy("Town"), max_length=80)
    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        choices=[
            ("DK", gettext_lazy("Denmark")),
            ("SE", gettext_lazy("Sweden")),
            ("DE", gettext_lazy("Germany")),
            ("NO", gettext_lazy("Norway")),
            ("PL", gettext_lazy("Poland")),
        ],
    )
    room = forms.CharField(
        label=gettext_lazy("Room"),
        max_length=80,
        help_text=gettext_lazy("For example “the study” or “a corner of the living room”."),
    )

    @staticmethod
    def initial_of(wish: Wish | None, home: Address | None) -> dict[str, Any]:
        """The draft so far, else the home address already known."""
        address = (wish.address if wish else None) or home
        shown = {"room": wish.room if wish else "", "country": "DK"}
        if address is None:
            return shown
        return shown | {
            "street": address.street,
            "postcode": address.postcode,
            "city": address.city,
            "country": address.country,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # What is written here is printed in the addendum and becomes the home address.
        for part in ("street", "postcode", "city", "room"):
            line = legible(cleaned.get(part, ""))
            if line is None:
                self.add_error(part, _("There is an invisible character or a line break in this. Write it again."))
            elif part in cleaned:
                cleaned[part] = line
        postcode = cleaned.get("postcode", "")
        if postcode and cleaned.get("country") == "DK" and not (len(postcode) == 4 and postcode.isdecimal()):
            self.add_error("postcode", _("A Danish postcode has four digits."))
        return cleaned

    def onto(self, wish: Wish) -> Wish:
        """The wish with what this step says."""
        said = self.cleaned_data
        parts = (said.get(part, "") for part in ("street", "postcode", "city", "country"))
        return replace(wish, address=Address(*parts), room=said.get("room", ""))


class SendForm(forms.Form):
    """Step 4: own words, the language of the addendum, and whether the right to ask is used."""

    words = forms.CharField(
        label=gettext_lazy("What would you like your manager to know?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the addendum"),
        choices=[("da", "Dansk"), ("en", "English"), ("both", gettext_lazy("Both, side by side"))],
        widget=RadioCards(),
    )
    child_born = forms.DateField(
        label=gettext_lazy("Your child’s date of birth"),
        help_text=gettext_lazy(
            "Only if you want to use the right of parents of young children to ask. "
            "You get a written answer, with reasons for a refusal or a change."
        ),
        widget=DateInput(),
        required=False,
    )
    carer = forms.BooleanField(
        label=gettext_lazy("I care for someone and use the right of carers to ask"), required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    @staticmethod
    def initial_of(wish: Wish) -> dict[str, Any]:
        """The draft so far."""
        return {"words": wish.words, "language": wish.language, "child_born": wish.child_born, "carer": wish.carer}

    def clean_child_born(self) -> date | None:
        born: date | None = self.cleaned_data["child_born"]
        if born is not None and born > self.today:
            raise forms.ValidationError(_("That day has not come yet."))
        return born

    def onto(self, wish: Wish) -> Wish:
        """The wish with what this step says."""
        said = self.cleaned_data
        return replace(
            wish, words=said["words"], language=said["language"], child_born=said["child_born"], carer=said["carer"]
        )
