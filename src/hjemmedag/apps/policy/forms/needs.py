"""The needs analysis of a job function, task by task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.core.people.names import legible
from hjemmedag.core.policy.needs import (
    LONGEST_NAME,
    MOST_TASKS,
    MOST_WINDOWS,
    WHOLE,
    Confidentiality,
    ServiceWindow,
    Task,
    Together,
)
from hjemmedag.ui.fields import DayField
from hjemmedag.ui.widgets import DayPicker, Short, TimeInput

FEWEST_LINES, MORE_LINES = 4, 2
WEEK = 7
CONFIDENTIALITY = [
    (Confidentiality.ORDINARY, gettext_lazy("Nothing special")),
    (Confidentiality.SECURED, gettext_lazy("Confidential, on secured equipment")),
    (Confidentiality.ON_SITE, gettext_lazy("Must stay at the workplace")),
]
TOGETHER = [
    (Together.ALONE, gettext_lazy("Mostly alone")),
    (Together.SOME, gettext_lazy("Some of it with others")),
    (Together.CLOSE, gettext_lazy("Mostly with others")),
]
PLACES = [("", gettext_lazy("Also from home")), ("on", gettext_lazy("At the workplace"))]


class NeedsForm(forms.Form):
    """The tasks and service windows of one job function, and from when; a line left empty is no task."""

    use_required_attribute = False

    was = forms.IntegerField(widget=forms.HiddenInput)
    lines = forms.IntegerField(widget=forms.HiddenInput)
    starts = DayField(label=gettext_lazy("Holds from"))
    why = forms.CharField(
        label=gettext_lazy("What is new, and why"),
        help_text=gettext_lazy("Everyone can read it in the history."),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, lines: int, windows: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown, self.shown_windows = min(lines, MOST_TASKS), min(windows, MOST_WINDOWS)
        for line in range(self.shown):
            self._add_task(line)
        for line in range(self.shown_windows):
            self._add_window(line)
        self.initial["lines"] = self.shown

    @classmethod
    def begun(
        cls, *, was: int, starts: date, tasks: Sequence[Task] = (), windows: Sequence[ServiceWindow] = ()
    ) -> NeedsForm:
        """A form that begins from these tasks."""
        initial: dict[str, Any] = {"was": was, "starts": starts}
        for line, task in enumerate(tasks):
            initial |= {f"{name}_{line}": getattr(task, name) for name in Task.__slots__}
        for line, window in enumerate(windows):
            initial |= {
                f"days_{line}": [str(day) for day in sorted(window.days)],
                f"start_{line}": window.start,
                f"end_{line}": window.end,
                f"on_site_{line}": "on" if window.on_site else "",
            }
        lines = max(FEWEST_LINES, len(tasks) + 1)
        return cls(initial=initial, lines=lines, windows=len(windows) + 1)

    @classmethod
    def posted(cls, data: QueryDict) -> Self:
        """What was sent, with as many lines as the page showed."""
        return cls(data, lines=_shown(data), windows=MOST_WINDOWS)

    @classmethod
    def longer(cls, data: QueryDict) -> Self:
        """The same words with some more lines, nothing checked yet."""
        kept = {name: data.getlist(name) if name.startswith("days_") else data[name] for name in data}
        return cls(initial=kept, lines=_shown(data) + MORE_LINES, windows=MOST_WINDOWS)

    @property
    def may_grow(self) -> bool:
        """Whether there is room for more tasks."""
        return self.shown < MOST_TASKS

    def task_lines(self) -> Iterator[dict[str, Any]]:
        """For the page: the fields of each task by name."""
        for line in range(self.shown):
            yield {name: self[f"{name}_{line}"] for name in Task.__slots__}

    def window_lines(self) -> Iterator[dict[str, Any]]:
        """For the page: the fields of each service window by name."""
        for line in range(self.shown_windows):
            yield {name: self[f"{name}_{line}"] for name in ServiceWindow.__slots__}

    def clean(self) -> dict[str, Any]:
        """A line says either everything or nothing."""
        cleaned = super().clean() or self.cleaned_data
        for line in range(self.shown):
            name, share = cleaned.get(f"name_{line}"), cleaned.get(f"share_{line}")
            if name and share is None and f"share_{line}" not in self.errors:
                self.add_error(f"share_{line}", _("Write how much of the time it takes."))
            if share is not None and not name and f"name_{line}" not in self.errors:
                self.add_error(f"name_{line}", _("Write what the task is."))
            if name and legible(name) is None:
                told = _("There is an invisible character or a line break in this. Write it again.")
                self.add_error(f"name_{line}", told)
        for line in range(self.shown_windows):
            said = [cleaned.get(f"{name}_{line}") for name in ("days", "start", "end")]
            if any(said) and not all(said) and not any(f"{name}_{line}" in self.errors for name in ("start", "end")):
                self.add_error(f"start_{line}", _("Write days, start and end, or leave all three empty."))
        return cleaned

    def tasks(self) -> list[Task]:
        """The tasks that were written."""
        written = self.cleaned_data
        return [
            Task(
                name=written[f"name_{line}"],
                share=written[f"share_{line}"],
                pc=written[f"pc_{line}"],
                presence=written[f"presence_{line}"],
                service=written[f"service_{line}"],
                confidentiality=Confidentiality(written[f"confidentiality_{line}"]),
                together=Together(written[f"together_{line}"]),
            )
            for line in range(self.shown)
            if written[f"name_{line}"]
        ]

    def windows(self) -> list[ServiceWindow]:
        """The service windows that were written."""
        written = self.cleaned_data
        return [
            ServiceWindow(
                days=frozenset(written[f"days_{line}"]),
                start=written[f"start_{line}"],
                end=written[f"end_{line}"],
                on_site=written[f"on_site_{line}"] == "on",
            )
            for line in range(self.shown_windows)
            if written[f"days_{line}"]
        ]

    def _add_task(self, line: int) -> None:
        task = line + 1
        added = {
            "name": forms.CharField(
                label=format_lazy(gettext_lazy("Task {number}"), number=task), max_length=LONGEST_NAME, required=False
            ),
            "share": forms.IntegerField(
                label=gettext_lazy("Share of the time, per cent"),
                min_value=1,
                max_value=WHOLE,
                required=False,
                widget=Short(chars=4, attrs={"inputmode": "numeric"}),
            ),
            "pc": forms.BooleanField(label=gettext_lazy("A computer and a phone are enough"), required=False),
            "presence": forms.BooleanField(label=gettext_lazy("Someone must be there in person"), required=False),
            "service": forms.BooleanField(label=gettext_lazy("Follows the service windows"), required=False),
            "confidentiality": _choice(gettext_lazy("Confidentiality"), CONFIDENTIALITY),
            "together": _choice(gettext_lazy("Alone or with others"), TOGETHER),
        }
        self.fields |= {f"{name}_{line}": field for name, field in added.items()}

    def _add_window(self, line: int) -> None:
        added = {
            "days": forms.TypedMultipleChoiceField(
                label=gettext_lazy("Weekdays"),
                choices=[(str(day), str(day)) for day in range(WEEK)],
                coerce=int,
                required=False,
                widget=DayPicker(days=WEEK),
            ),
            "start": _time(gettext_lazy("From")),
            "end": _time(gettext_lazy("Until")),
            "on_site": forms.ChoiceField(label=gettext_lazy("Can be covered"), choices=PLACES, required=False),
        }
        self.fields |= {f"{name}_{line}": field for name, field in added.items()}


def _choice(label: Any, choices: Sequence[tuple[Any, Any]]) -> forms.ChoiceField:
    """A choice that is the first one until another is made."""
    return forms.TypedChoiceField(label=label, choices=choices, required=False, empty_value=choices[0][0])


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        widget=TimeInput(),
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages={"invalid": gettext_lazy("Write a time, such as 08:00.")},
        required=False,
    )


def _shown(data: QueryDict) -> int:
    written = data.get("lines", "")
    return max(1, min(int(written), MOST_TASKS)) if written.isascii() and written.isdigit() else FEWEST_LINES
