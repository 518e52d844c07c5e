"""Giving a receipt, and the list of who has given one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters.spreadsheets.writing import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.models import PolicyVersion
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
    asked = request.GET.get("kvittering", "")
    people = _narrowed(request, version)
    page = Paginator(people, PAGE).get_page(request.GET.get("page"))
    query = request.GET.urlencode()
    files = {form: reverse("policy:receipts_export", args=(number, form)) for form in ("csv", "xlsx")}
    return render(
        request,
        "policy/receipts.html",
        {
            "version": version,
            "standing": queries.standing(version, timezone.localdate()),
            "page": page,
            "q": request.GET.get("q", ""),
            "filters": [
                {
                    "name": "kvittering",
                    "label": _("Receipt"),
                    "choices": [("", _("All")), ("mangler", _("Missing")), ("givet", _("Given"))],
                    "value": asked,
                }
            ],
            **{f"{form}_url": f"{url}?{query}" if query else url for form, url in files.items()},
        },
    )


@only(access.may_follow)
def export(request: Request, number: int, form: str) -> HttpResponse:
    """The list as a file, narrowed as on the page."""
    version = get_object_or_404(queries.published(), number=number)
    if form not in ("csv", "xlsx"):
        raise Http404
    headings = [_("Number"), _("Name"), _("Department"), _("Team"), _("Confirmed")]
    rows = (
        (one.number, one.name, one.department, one.team, one.confirmed_at and timezone.localtime(one.confirmed_at))
        for one in _narrowed(request, version)
    )
    content, kind = (write_csv(headings, rows), CSV_TYPE) if form == "csv" else (write_xlsx(headings, rows), XLSX_TYPE)
    name = f"kvitteringer-{number}.{form}"
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _narrowed(request: Request, version: PolicyVersion) -> Any:
    people = queries.readers(version, request.viewer, timezone.localdate(), request.GET.get("q", ""))
    given = STATES.get(request.GET.get("kvittering", ""))
    return people if given is None else people.filter(confirmed_at__isnull=not given)
