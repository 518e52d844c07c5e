"""Afslag and tilbagetagelse: a party says no, or the company takes its offer back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.forms import ReasonForm
from hjemmedag.apps.documents.models import Closing, Document
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.requests import Request


@require_http_methods(["GET", "POST"])
def refusal(request: Request, pk: int) -> HttpResponse:
    """Say no to signing, with a reason."""
    row = get_object_or_404(queries.visible(request.viewer), pk=pk)
    if not queries.signs(pk, request.viewer.employee):
        raise Http404
    return _closed(request, row, actions.decline, "documents/refusal.html", _("You have said no to signing."))


@require_http_methods(["GET", "POST"])
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take the offer back, with a reason."""
    row = get_object_or_404(queries.visible(request.viewer), pk=pk)
    if not queries.may_withdraw(request.viewer):
        raise PermissionDenied
    return _closed(request, row, actions.withdraw, "documents/withdrawal.html", _("The document is taken back."))


def _closed(request: Request, row: Document, close: Callable[..., Closing], template: str, done: str) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            close(
                document=row.pk,
                by=request.viewer.employee,
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
            )
        except Refused as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, done)
        return redirect("documents:document", row.pk)
    return render(request, template, {"document": row, "form": form})
