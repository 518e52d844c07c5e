"""Afslag and tilbagetagelse: a party says no, or the company takes its offer back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.forms import ReasonForm
from hjemmedag.apps.documents.models import Closing, Document
from hjemmedag.ui.answering import Asking, form_page, refusals_above
from hjemmedag.ui.requests import Request


@require_http_methods(["GET", "POST"])
def refusal(request: Request, pk: int) -> HttpResponse:
    """Say no to signing, with a reason."""
    row = get_object_or_404(queries.visible(request.viewer), pk=pk)
    if not queries.signs(pk, request.viewer.employee):
        raise Http404
    asking = _about(
        row,
        title=_("Say no to signing"),
        submit=_("Say no"),
        lead=_("The document is closed unsigned. You can agree on another one afterwards."),
    )
    return _closed(request, row, actions.decline, asking, _("You have said no to signing."))


@require_http_methods(["GET", "POST"])
def withdrawal(request: Request, pk: int) -> HttpResponse:
    """Take the offer back, with a reason."""
    row = get_object_or_404(queries.visible(request.viewer), pk=pk)
    if not queries.may_withdraw(request.viewer, row):
        raise PermissionDenied
    asking = _about(
        row,
        title=_("Take the document back"),
        submit=_("Take back"),
        lead=_("Nobody can sign it any more. It stays here with your reason."),
    )
    return _closed(request, row, actions.withdraw, asking, _("The document is taken back."))


def _about(row: Document, **words: str) -> Asking:
    return Asking(back=reverse("documents:document", args=(row.pk,)), back_words=row.title, danger=True, **words)


def _closed(request: Request, row: Document, close: Callable[..., Closing], asking: Asking, done: str) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_above(request):
            close(
                document=row.pk,
                actor=request.viewer.employee,
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
            )
            messages.success(request, done)
        return redirect("documents:document", row.pk)
    return form_page(request, form, asking)
