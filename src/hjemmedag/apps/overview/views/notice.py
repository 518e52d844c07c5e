"""What if an arrangement is to end: both sides' notice, counted from any day. Nothing is ended here."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.arrangement import NoticeForm
from hjemmedag.apps.overview.queries import notice
from hjemmedag.rulebook.load import load
from hjemmedag.ui.requests import Request


def page(request: Request, pk: int) -> HttpResponse:
    """Choose the day on which notice is given; read when the arrangement ends, and why."""
    today = timezone.localdate()
    standing = agreements.opened(agreements.readable_arrangements(request.viewer, today), pk, today)
    if standing is None:
        raise Http404
    form = NoticeForm(request.GET if "given_on" in request.GET else {"given_on": today}, today=today)
    given_on = form.cleaned_data["given_on"] if form.is_valid() else None
    shown = {
        "standing": standing,
        "mine": standing.arrangement.employee_id == request.viewer.employee,
        "form": form,
        "given_on": given_on,
        "notice": notice.shown(standing, given_on, load()) if given_on else None,
    }
    return render(request, "overview/notice.html", shown)
