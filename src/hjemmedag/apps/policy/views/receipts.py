"""Giving a receipt, and the list of who has given one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.views.files import file_asked_for
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.requests import Request, only

PAGE = 50
STATES = {"givet": True, "mangler": False}
"""What the filter `kvittering` narrows to: those with a receipt, those without."""


@require_POST
def confirmation(request: Request, number: int) -> HttpResponse:
    """“I have read it.”"""
    version = get_object_or_404(queries.published(), number=number)
    try:
        actions.confirm(
            version=version.pk,
            employee=request.viewer.employee,
            today=timezone.localdate(),
            now=timezone.now(),
        )
    except Refused as refusal:
        messages.warning(request, refusal.message)
        return redirect("policy:current")
    return redirect("policy:version", number=number)


@only(access.may_follow)
def listing(request: Request, number: int) -> HttpResponse:
    """Who has confirmed a version and who has not."""
    version = get_object_or_404(queries.published(), number=number)
    today, words = timezone.localdate(), request.GET.get("q", "")
    asked = request.GET.get("kvittering", "")
    people = queries.readers(version, request.viewer, today, words)
    if asked in STATES:
        people = people.filter(confirmed_at__isnull=not STATES[asked])
    headings = [_("Number"), _("Name"), _("Department"), _("Team"), _("Confirmed")]
    if file := file_asked_for(request, f"kvitteringer-{number}", headings, _rows(people)):
        return file
    return render(
        request,
        "policy/receipts.html",
        {
            "version": version,
            "standing": queries.standing(version, today),
            "page": Paginator(people, PAGE).get_page(request.GET.get("page")),
            "q": words,
            "filters": [
                {
                    "name": "kvittering",
                    "label": _("Receipt"),
                    "choices": [("", _("All")), ("mangler", _("Missing")), ("givet", _("Given"))],
                    "value": asked,
                }
            ],
        },
    )


def _rows(people: QuerySet[Any]) -> Iterator[tuple[Cell, ...]]:
    """Asks for everyone only once the file is written."""
    for person in people.iterator(2000):
        at = person.confirmed_at
        yield person.number, person.name, person.department, person.team, timezone.localtime(at) if at else None
