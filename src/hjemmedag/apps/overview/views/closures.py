"""Lukkede arbejdssteder: HR closes a place of work, sees whom it concerns, and can undo it before the first day."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.days import ClosureForm
from hjemmedag.apps.people import queries as people
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(agreements.may_close)
def listing(request: Request) -> HttpResponse:
    """What was closed, the latest first; a POST closes a place."""
    asked = Asked(request, timezone.localdate())
    sites = [(str(site.pk), site.name) for site in people.sites()]
    titles = people.titles_in_use(asked.today)
    initial = {"first": asked.today, "last": asked.today, "not_at_home": sorted(agreements.titles_kept())}
    form = ClosureForm(request.POST if request.method == "POST" else None, sites=sites, titles=titles, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            row = actions.close_site(
                site=int(said["site"]),
                first=said["first"],
                last=said["last"],
                reason=said["reason"],
                not_at_home=said.get("not_at_home", []),
                actor=request.viewer.employee,
                now=timezone.now(),
                today=asked.today,
                rulebook=load(),
            )
            messages.success(request, _("It is closed. Everyone there gets a message within working hours."))
            return redirect("overview:closure", row.pk)
    page = asked.page(agreements.closures())
    return render(request, "overview/closures.html", {"form": form, "page": page})


@only(agreements.may_close)
def page(request: Request, pk: int) -> HttpResponse:
    """One closure: who works from home, who needs another answer, and whose frame asks for more."""
    row = get_object_or_404(agreements.closures(), pk=pk)
    concerned = Asked(request, timezone.localdate()).page(agreements.concerned(pk))
    shown = {"row": row, "page": concerned, "undoable": agreements.undoable(row, timezone.localdate())}
    shown["frames"] = agreements.frames_asking(row)
    return render(request, "overview/closure.html", shown)


@only(agreements.may_close)
@require_POST
def undoing(request: Request, pk: int) -> HttpResponse:
    """Open the place after all."""
    get_object_or_404(agreements.closures(), pk=pk)
    with refusals_above(request):
        actions.undo_closure(closure=pk, actor=request.viewer.employee, now=timezone.now(), today=timezone.localdate())
        messages.success(request, _("It is undone, and everyone is told."))
    return redirect("overview:closure", pk)
