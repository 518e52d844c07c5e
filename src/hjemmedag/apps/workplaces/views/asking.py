"""Anmodning: asking to see a home, and what one has asked for."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.visits import AskForm
from hjemmedag.apps.workplaces.models import Photo, Visit
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

MOST_FOUND = 10
"""People that a search shows."""


@only(access.may_ask)
def listing(request: Request) -> HttpResponse:
    """What one has asked for, latest first, the pictures that are for oneself, and whom one may ask."""
    me, asked = request.viewer.employee, Asked(request, timezone.localdate())
    page = asked.page(access.visits(request.viewer, timezone.localdate()).filter(asked_by=me))
    rows = queries.visits_shown(Visit.objects.filter(pk__in=[row.pk for row in page]), timezone.now())
    candidates = queries.askable(request.viewer, asked.today)
    shown = {
        "asked": asked,
        "page": page,
        "rows": rows,
        "people": people.found(candidates, asked.q)[:MOST_FOUND],
        "photos": queries.photos_shown(Photo.objects.filter(viewer=me, deletion__isnull=True)),
    }
    return render(request, "workplaces/visits.html", shown)


@only(access.may_ask)
def new(request: Request, person: int) -> HttpResponse:
    """Ask one person."""
    today = timezone.localdate()
    who = get_object_or_404(queries.askable(request.viewer, today), pk=person)
    form = AskForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            row = actions.ask(
                employee=person, proposed=form.proposed, viewer=request.viewer, today=today, now=timezone.now()
            )
            messages.success(request, _("%(name)s is asked.") % {"name": who.name})
            return redirect("workplaces:visit", row.pk)
    asking = Asking(
        title=_("Ask to see %(name)s’s home workplace") % {"name": who.name},
        submit=_("Ask"),
        back=reverse("workplaces:visits"),
        back_words=_("Visits"),
    )
    return form_page(request, form, asking, "workplaces/visit_ask.html")
