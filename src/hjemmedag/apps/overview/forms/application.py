"""The four steps of an application."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.utils import dates
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.people.queries import COUNTRIES
from hjemmedag.core.agreements.pattern import WEEKDAYS, Fault, Pattern, Window
from hjemmedag.core.agreements.wish import Wish
from hjemmedag.core.law import Law
from hjemmedag.core.people.homes import Address
from hjemmedag.core.people.names import legible
from hjemmedag.core.workplaces.questions import Question
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import DayPicker, RadioCards, TimeInput
from hjemmedag.ui.words import said

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
    wanted_from = DayField(label=gettext_lazy("First day"))

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


class AddressForm(forms.Form):
    """An address and the room there. What is written here is printed in the addendum."""

    LINES: ClassVar[tuple[str, ...]] = ("street", "postcode", "city", "room")

    street = forms.CharField(label=gettext_lazy("Street and number"), max_length=120)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), max_length=12)
    city = forms.CharField(label=gettext_lazy("Town"), max_length=80)
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=COUNTRIES)
    room = forms.CharField(
        label=gettext_lazy("Room"),
        max_length=80,
        help_text=gettext_lazy("For example “the study” or “a corner of the living room”."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for part in self.LINES:
            line = legible(cleaned.get(part, ""))
            if line is None:
                self.add_error(part, _("There is an invisible character or a line break in this. Write it again."))
            elif part in cleaned:
                cleaned[part] = line
        postcode = cleaned.get("postcode", "")
        if postcode and cleaned.get("country") == "DK" and not (len(postcode) == 4 and postcode.isdecimal()):
            self.add_error("postcode", _("A Danish postcode has four digits."))
        return cleaned

    def address(self) -> Address:
        """The address as far as it is written."""
        return Address(*(self.cleaned_data.get(part, "") for part in ("street", "postcode", "city", "country")))


class PlaceForm(AddressForm):
    """Step 2: where at home, and a few questions about the place that nobody has to answer.

    The address becomes the home address.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, questions: Iterable[Question] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = tuple(questions)
        for each in self.questions:
            self.fields[each.key] = forms.ChoiceField(
                label=said(each.text),
                help_text=said(each.help),
                choices=[("yes", _("Yes")), ("no", _("No"))],
                widget=forms.RadioSelect,
                required=False,
            )

    @staticmethod
    def initial_of(wish: Wish | None, home: Address | None) -> dict[str, Any]:
        """The draft so far, else the home address already known."""
        address = (wish.address if wish else None) or home
        shown = {"room": wish.room if wish else "", "country": "DK", **(wish.precheck if wish else {})}
        if address is None:
            return shown
        return shown | {
            "street": address.street,
            "postcode": address.postcode,
            "city": address.city,
            "country": address.country,
        }

    def onto(self, wish: Wish) -> Wish:
        """The wish with what this step says."""
        told = {each.key: self.cleaned_data.get(each.key, "") for each in self.questions}
        precheck = {key: reply for key, reply in told.items() if reply}
        return replace(wish, address=self.address(), room=self.cleaned_data.get("room", ""), precheck=precheck)

    def address_fields(self) -> list[forms.BoundField]:
        """The fields about where."""
        return [field for field in self if field.name not in {each.key for each in self.questions}]

    def check_fields(self) -> list[forms.BoundField]:
        """The questions."""
        return [self[each.key] for each in self.questions]


class GroundField(forms.ChoiceField):
    """Whether the right to ask for flexible work is used, and as what; the law of the day says for whom it is."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Do you use the right to ask for flexible work?"),
            help_text=gettext_lazy(
                "Then a refusal or a change must give its reasons. Write no name, no date of birth and no illness: "
                "we keep only which of the two it is."
            ),
            widget=RadioCards(),
            required=False,
        )

    def ask(self, law: Law) -> None:
        """Put the choices, with the numbers of the day."""
        age, months = (law.number("agreements.flexible_request", name) for name in ("child_age_below", "carer_months"))
        self.choices = [
            ("", _("No, I just ask")),
            ("parent", _("Yes, I am the parent of a child under %(age)s") % {"age": age}),
            ("carer", _("Yes, I care for someone and have been employed for %(months)s months") % {"months": months}),
        ]


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
    ground = GroundField()

    def __init__(self, *args: Any, law: Law, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].ask(law)  # type: ignore[attr-defined]

    @staticmethod
    def initial_of(wish: Wish) -> dict[str, Any]:
        """The draft so far."""
        return {"words": wish.words, "language": wish.language, "ground": wish.ground}

    def onto(self, wish: Wish) -> Wish:
        """The wish with what this step says."""
        said = self.cleaned_data
        return replace(wish, words=said["words"], language=said["language"], ground=said["ground"])
