"""Underskrift: what is signed, by whom and how; and signing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.apps.documents.queries import Turn
from hjemmedag.apps.documents.views.findings import fingerprint
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.requests import Request, freshly_proved
from hjemmedag.ui.words import language


@require_http_methods(["GET", "POST"])
def page(request: Request, pk: int) -> HttpResponse:
    """The document, its fingerprint and the words one signs. Only for who signs it, in their turn, freshly proved."""
    get_object_or_404(queries.visible(request.viewer), pk=pk)
    with refusals_above(request) as met:
        try:
            return _signed(request, pk) if request.method == "POST" else _shown(request, pk)
        except Party.DoesNotExist:
            raise Http404 from None
    return redirect("documents:signature" if met.stale else "documents:document", pk)


def _shown(request: Request, pk: int) -> HttpResponse:
    turn = queries.turn(pk, request.viewer.employee, timezone.now())
    if turn.given is not None:
        return _once_is_enough(request, pk)
    return _ready(request, turn)


@freshly_proved
def _ready(request: Request, turn: Turn) -> HttpResponse:
    methods = [proof.words.said(language()) for proof in queries.proofs(request.authenticated)]
    facts = [
        (_("You are"), turn.party.signer.name),
        (_("Shown by"), " + ".join(methods)),
        (_("Fingerprint (SHA-256)"), fingerprint(turn.revision.sha256)),
    ]
    return render(request, "documents/signature.html", {"turn": turn, "facts": facts})


@freshly_proved
def _signed(request: Request, pk: int) -> HttpResponse:
    now = timezone.now()
    signature = actions.sign(
        document=pk,
        signer=request.viewer.employee,
        expected_sha256=request.POST.get("sha256", ""),
        authenticated=request.authenticated,
        now=now,
    )
    if signature.signed_at != now:
        return _once_is_enough(request, pk)
    receipt = signature.party.document.kind == Document.Kind.PARTICULARS
    messages.success(request, _("Your receipt is kept.") if receipt else _("Your signature is on the document."))
    return redirect("documents:document", pk)


def _once_is_enough(request: Request, pk: int) -> HttpResponse:
    messages.info(request, _("You have already signed this document. Once is enough."))
    return redirect("documents:document", pk)
