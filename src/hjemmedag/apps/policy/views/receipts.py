"""Giving a receipt, and the list of who has given one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

STATES = {"givet": True, "mangler": False}
"""What the filter `kvittering` narrows to: those with a receipt, those without."""


@require_POST
def confirmation(request: Request, number: int) -> HttpResponse:
    """“I have read it.”"""
    version = get_object_or_404(queries.published(), number=number)
    with refusals_above(request):
        actions.confirm(
            version=version.pk,
            employee=request.viewer.employee,
            today=timezone.localdate(),
            now=timezone.now(),
        )
        return redirect("policy:version", number=number)
    return redirect("policy:current")


@only(access.may_follow)
def listing(request: Request, number: int) -> HttpResponse:
    """Who has confirmed a version and who has not."""
    version = get_object_or_404(queries.published(), number=number)
    asked = Asked(request, timezone.localdate())
    given = asked.filter("kvittering", _("Receipt"), [("", _("All")), ("mangler", _("Missing")), ("givet", _("Given"))])
    people = queries.readers(version, request.viewer, asked.today, asked.q)
    if given.narrows:
        people = people.filter(confirmed_at__isnull=not STATES[given.value])
    if asked.format:
        headings = [_("Number"), _("Name"), _("Department"), _("Team"), _("Confirmed"), _("Changes since version")]
        return attachment(export(f"kvitteringer-{number}", asked.format, headings, _cells(people)))
    shown = {
        "asked": asked,
        "filters": [given],
        "page": asked.page(people),
        "version": version,
        "standing": queries.standing(version, asked.today),
    }
    return render(request, "policy/receipts.html", shown)


def _cells(people: QuerySet[Any]) -> Iterator[tuple[Cell, ...]]:
    """A row a person."""
    for person in people.iterator(2000):
        at = person.confirmed_at
        when = timezone.localtime(at) if at else None
        yield person.number, person.name, person.department, person.team, when, person.confirmed_since
