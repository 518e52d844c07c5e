"""Kalender: the secret address for one's own home days, and the calendar file behind it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.queries import calendars
from hjemmedag.apps.people import queries as people
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.requests import Request, only

KEY = "calendar_key"


@only(agreements.may_apply)
def page(request: Request) -> HttpResponse:
    """Whether one has an address; a POST makes a new one, which is shown once."""
    me = request.viewer.employee
    if request.method == "POST":
        with refusals_above(request):
            request.session[KEY] = actions.make_calendar_address(employee=me, now=timezone.now())
        return redirect("overview:calendar")
    key = request.session.pop(KEY, None)
    shown = {
        "address": settings.SITE_URL + reverse("overview:calendar_file", args=[key]) if key else "",
        "standing": calendars.address_of(me),
        "allowed": people.calendars_allowed(),
    }
    return render(request, "overview/calendar.html", shown)


@only(agreements.may_apply)
@require_POST
def closing(request: Request) -> HttpResponse:
    """The address stops working."""
    actions.close_calendar_address(employee=request.viewer.employee, now=timezone.now())
    messages.success(request, _("The address is closed. Your calendar can’t read your home days any more."))
    return redirect("overview:calendar")


@login_not_required
@require_safe
def file(request: HttpRequest, key: str) -> HttpResponse:
    """The home days behind a key, for a calendar program, which can't sign in."""
    content = calendars.calendar_at(key, timezone.localdate())
    if content is None:
        raise Http404
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private"})
