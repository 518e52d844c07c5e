"""A form becomes an action: carried out, refused with a reason, or overtaken by someone else.

if form.is_valid():
    with refusals_in(form):
        actions.rename(**form.cleaned_data, …)
        return redirect(…)
return form_page(request, form, asking)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import linebreaksbr

from hjemmedag.core.refusals import Refused, Stale


class Refusals:
    """Stands around an action: what it refuses is said, and the page goes on below."""

    refusal: Refused
    """What stood in the way, once something has."""
    stale = False
    """Whether someone else was first."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say

    def __enter__(self) -> Refusals:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> bool:
        if not isinstance(error, Refused):
            return False
        self.refusal, self.stale = error, isinstance(error, Stale)
        self.say(error.message)
        return True


def refusals_in(form: BaseForm, field: str | None = None) -> Refusals:
    """A refusal stands in the form's summary of errors, or at one of its fields."""
    return Refusals(partial(form.add_error, field))


def refusals_above(request: HttpRequest) -> Refusals:
    """A refusal stands above the page that is shown next: for a button with nothing to fill in."""
    return Refusals(partial(messages.error, request))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A page with one form: its words, and the page one came from."""

    title: str
    submit: str
    back: str
    back_words: str
    lead: str = ""
    danger: bool = False


def form_page(
    request: HttpRequest, form: BaseForm, asking: Asking, template: str = "ui/form_page.html", **more: Any
) -> HttpResponse:
    """Show the form; `template` extends `ui/form_page.html` where `more` is to be shown."""
    return render(request, template, {"form": form, "asking": asking, **more})


def someone_was_first(
    request: HttpRequest, *, who: str, what: str, url: str, typed: Iterable[tuple[str, Any]] = ()
) -> HttpResponse:
    """409: who changed the record meanwhile, everything that was typed, and where to go on."""
    shown = {"who": who, "what": what, "typed": list(typed), "url": url}
    return render(request, "409.html", shown, status=409)


def typed_in(form: BaseForm) -> list[tuple[str, Any]]:
    """What the person wrote, with its labels, line by line as it was written."""
    values = [(str(field.label), field.value()) for field in form.visible_fields()]
    return [
        (label, linebreaksbr(", ".join(map(str, value)) if isinstance(value, list) else value, autoescape=True))
        for label, value in values
        if isinstance(value, str | list)
    ]
