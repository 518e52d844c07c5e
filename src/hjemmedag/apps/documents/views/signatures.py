"""Underskrifter samlet: every paper that waits for one signer for the employer, signed on one page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Party
from hjemmedag.core.people.roles import Viewer
from hjemmedag.ui.requests import Request, freshly_proved, only
from hjemmedag.ui.words import language


def may_sign_for_employer(viewer: Viewer) -> bool:
    """Those who sign for the employer."""
    return viewer.signs


@require_http_methods(["GET", "POST"])
@only(may_sign_for_employer)
@freshly_proved
def page(request: Request) -> HttpResponse:
    """Every paper by name, with its file and the words one signs; a POST signs those chosen."""
    if request.method == "POST" and (chosen := request.POST.getlist("paper")):
        return _signed(request, chosen)
    if request.method == "POST":
        messages.error(request, _("Nothing is signed: choose at least one paper."))
    methods = [proof.words.said(language()) for proof in queries.proofs(request.authenticated)]
    shown = {
        "papers": queries.for_employer(request.viewer.employee, timezone.localdate()),
        "facts": [(_("You are"), request.user), (_("Shown by"), " + ".join(methods))],
    }
    return render(request, "documents/signatures.html", shown)


def _signed(request: Request, chosen: list[str]) -> HttpResponse:
    if len(chosen) > queries.TOGETHER:
        raise BadRequest("more papers than the page shows")
    try:
        done = actions.sign_together(
            papers=[_paper(one) for one in chosen],
            signer=request.viewer.employee,
            authenticated=request.authenticated,
            now=timezone.now(),
        )
    except Party.DoesNotExist:
        raise Http404 from None
    if done.signed:
        words = ngettext("%(count)s paper is signed.", "%(count)s papers are signed.", done.signed)
        messages.success(request, words % {"count": done.signed})
    for title, why in done.left:
        messages.error(request, _("Not signed: “%(title)s”. %(why)s") % {"title": title, "why": why})
    return redirect("documents:documents")


def _paper(chosen: str) -> tuple[int, str]:
    number, _dash, sha256 = chosen.partition("-")
    if not number.isascii() or not number.isdecimal() or len(number) > 18:
        raise BadRequest("no paper of this page")
    return int(number), sha256
