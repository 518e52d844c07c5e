"""Tjek: is this PDF ours, and is it unchanged? Open to everyone; nothing of the file is kept."""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from hjemmedag.adapters.sealing import NotReadable
from hjemmedag.adapters.sealing.legible import LARGEST
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.forms import CheckForm, too_large
from hjemmedag.apps.documents.views.findings import shown
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.requests import Request

CHECKS_A_MINUTE = 10


# A visitor has no session that a forged post could misuse, and an exempt page can refuse a huge file unread.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Choose a PDF; read in plain words what its seals say."""
    if request.method != "POST":
        return render(request, "documents/check.html", {"form": CheckForm()})
    if len(size := request.headers.get("Content-Length", "")) > 8 or int(size or 0) > 2 * LARGEST:
        return _refused(request, too_large(), 413)
    if _too_often(request):
        return _refused(request, _("Many files have been checked from here. Wait a minute and try again."), 429)
    form = CheckForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "documents/check.html", {"form": form})
    try:
        result = queries.check(form.cleaned_data["file"].read())
    except NotReadable:
        return _refused(request, _("We can’t read this PDF. Is it whole, and without a password?"), 200)
    except Refused as busy:
        return _refused(request, busy.message, 503)
    return render(request, "documents/check.html", {"form": CheckForm(), **shown(result)})


def held(request: Request, pk: int) -> HttpResponse:
    """The same for the file in our own archive."""
    row = get_object_or_404(queries.visible(request.viewer), pk=pk)
    with refusals_above(request):
        result = queries.check(queries.file_of(pk))
        return render(request, "documents/held_check.html", {"document": row, **shown(result)})
    return redirect("documents:document", pk)


def _refused(request: HttpRequest, words: str, status: int) -> HttpResponse:
    form = CheckForm(QueryDict())
    form.errors.clear()
    form.add_error("file", words)
    return render(request, "documents/check.html", {"form": form}, status=status)


def _too_often(request: HttpRequest) -> bool:
    """Whether this address has had its checks for this minute; counted in the store that all web processes share."""
    key = f"documents.check:{get_adapter().get_client_ip(request)}:{int(time.time()) // 60}"
    cache.add(key, 0, timeout=120)
    return int(cache.incr(key)) > CHECKS_A_MINUTE
