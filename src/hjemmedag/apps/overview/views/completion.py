"""What an arrangement from before lacks: HR fills it in as it is found."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import actions
from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.forms.arrangement import CompletionForm
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only


@only(agreements.may_complete)
def page(request: Request, pk: int) -> HttpResponse:
    """A field for each thing that is missing; what is found later can wait."""
    today = timezone.localdate()
    standing = agreements.opened(agreements.readable_arrangements(request.viewer, today), pk, today)
    if standing is None:
        raise Http404
    gaps = agreements.gaps(standing.terms)
    if request.method == "POST":
        form = CompletionForm(request.POST, request.FILES, gaps=gaps)
        if form.is_valid():
            with refusals_in(form) if gaps else refusals_above(request):
                actions.complete(
                    arrangement=pk,
                    missing=form.missing(),
                    actor=request.viewer.employee,
                    now=timezone.now(),
                    today=today,
                )
                messages.success(request, _("It is recorded."))
                return redirect("overview:arrangement", pk)
    else:
        form = CompletionForm(gaps=gaps)
    return render(request, "overview/completion.html", {"standing": standing, "form": form, "gaps": gaps})
