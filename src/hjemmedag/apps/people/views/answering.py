"""A form becomes an action: carried out, refused with a reason, or overtaken by someone else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people import queries
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.requests import Request


def carried_out(form: BaseForm, do: Callable[[], object]) -> bool:
    """Whether the form was in order and the action done. A refusal stands in the form; `Stale` is the caller's."""
    if not form.is_valid():
        return False
    try:
        do()
    except Stale:
        raise
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A page with one form: its words, and the page one came from."""

    title: str
    submit: str
    back: str
    back_words: str
    lead: str = ""
    rule: str = ""
    danger: bool = False


def form_page(request: Request, form: BaseForm, asking: Asking, **more: Any) -> HttpResponse:
    """Show the form."""
    return render(request, "people/form.html", {"form": form, "asking": asking, **more})


def someone_was_first(request: Request, form: BaseForm, row: models.Model, *, what: str, url: str) -> HttpResponse:
    """409: who changed the record meanwhile, and everything that was typed."""
    last = audit.history(kind=audit.table_of(row), subject=row.pk).first()
    who = queries.named([last.actor]).get(last.actor, "") if last is not None and last.actor else ""
    typed = [(str(field.label), field.value()) for field in form.visible_fields()]
    shown = {"who": who, "what": what, "typed": [(label, _said(value)) for label, value in typed], "url": url}
    return render(request, "409.html", shown, status=409)


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value if value is not None else "")
