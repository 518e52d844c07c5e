"""Forslag: what one's calendar suggests for the weeks that may still be written, seen by the person alone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.adapters import calendars
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.drafts import CalendarFileForm
from hjemmedag.apps.worktime.models import Draft
from hjemmedag.core.worktime.weeks import monday_of
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request, only


@only(access.may_register)
def calendar(request: Request) -> HttpResponse:
    """Choose a calendar file. Its events become suggestions on the week page; nothing of the file is kept."""
    me = request.viewer.employee
    delivered = queries.from_system(me, monday_of(timezone.localdate()))
    form = CalendarFileForm(request.POST, request.FILES) if request.method == "POST" else CalendarFileForm()
    if form.is_valid() and not delivered:
        try:
            reading = _read(form.cleaned_data["file"].read(), me)
        except calendars.Unreadable as fault:
            form.add_error("file", fault.text.said(get_language() or "da"))
        else:
            with refusals_in(form):
                taken = actions.take_drafts(
                    employee=me, source=Draft.Source.CALENDAR, brought=reading.events, now=timezone.now()
                )
                _tell(request, taken, reading.faulty)
                return redirect("worktime:calendar")
    shown = {"form": form, "weeks": queries.weeks_with_drafts(me), "delivered": delivered}
    return render(request, "worktime/calendar.html", shown)


@require_POST
@only(access.may_register)
def clearing(request: Request) -> HttpResponse:
    """Throw all of one's own suggestions away."""
    gone = actions.remove_drafts(employee=request.viewer.employee, drafts=None, now=timezone.now())
    said = ngettext("%(n)s suggestion is removed.", "%(n)s suggestions are removed.", gone) % {"n": gone}
    messages.success(request, said)
    return redirect("worktime:calendar")


def _read(content: bytes, employee: int) -> calendars.Reading:
    now = timezone.now()
    since = queries.drafts_from(employee, now)
    if since is None:
        return calendars.Reading(())
    [me] = people.addresses([employee]).values()
    asked = calendars.Asked(since, now, frozenset({me.email.lower()}))
    return calendars.read(content, asked)


def _tell(request: Request, taken: actions.TakenDrafts, faulty: int) -> None:
    count = taken.new + taken.changed
    if count:
        said = ngettext("%(n)s suggestion is taken in.", "%(n)s suggestions are taken in.", count) % {"n": count}
        messages.success(request, said)
    else:
        messages.info(request, _("There was nothing new: what isn’t registered yet lies ahead or is known already."))
    if faulty:
        left = ngettext(
            "%(n)s event can’t be understood and is left out.",
            "%(n)s events can’t be understood and are left out.",
            faulty,
        )
        messages.warning(request, left % {"n": faulty})
