"""Underskrift udenfor: a document goes to a signing service and comes back signed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hjemmedag.adapters.spreadsheets.export import File
from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.forms import OutsideForm
from hjemmedag.apps.documents.models import Document
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.requests import Request


@require_http_methods(["GET", "POST"])
def page(request: Request, pk: int) -> HttpResponse:
    """Fetch the file for the service; a POST files what came back."""
    row = _open(request, pk)
    asking = Asking(
        title=_("Have it signed outside"),
        submit=_("Check and file it"),
        back=reverse("documents:document", args=(pk,)),
        back_words=row.title,
    )
    form = OutsideForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with refusals_in(form, "file"):
            actions.file_outside(
                document=pk,
                pdf=form.cleaned_data["file"].read(),
                service=form.cleaned_data["service"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("Filed. The signatures are whole, and nothing else was changed."))
            return redirect("documents:document", pk)
    return form_page(request, form, asking, "documents/outside.html", document=row)


@require_safe
def export(request: Request, pk: int) -> HttpResponse:
    """The unsigned PDF and who is to sign it, for the service."""
    row = _open(request, pk)
    with refusals_above(request):
        return attachment(File(f"{row.kind}-{pk}.zip", queries.exported(row), "application/zip"))
    return redirect("documents:outside", pk)


def _open(request: Request, pk: int) -> Document:
    row = get_object_or_404(queries.visible(request.viewer).select_related("closing"), pk=pk)
    if not queries.may_go_outside(request.viewer, row):
        raise PermissionDenied
    return row
