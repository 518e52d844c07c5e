"""Kontrolforanstaltninger: everyone reads which there are; HR announces and ends them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.security import access, actions, queries
from hjemmedag.apps.security.forms import KINDS, MeasureForm
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.requests import Request, only


def listing(request: Request) -> HttpResponse:
    """What the company sees about people beyond what it must register, since when and why."""
    kinds = dict(KINDS)
    rows = [(one, kinds[one.kind]) for one in queries.measures()]
    shown = {"rows": rows, "may_announce": access.may_announce(request.viewer)}
    return render(request, "security/measures.html", shown)


@only(access.may_announce)
def new(request: Request) -> HttpResponse:
    """Tell everyone of a measure before it begins."""
    today = timezone.localdate()
    _area, notice = queries.earliest(today)
    form = MeasureForm(request.POST or None, initial={"starts": notice.earliest_start})
    if form.is_valid():
        with refusals_in(form):
            actions.announce(**form.cleaned_data, actor=request.viewer.employee, today=today, now=timezone.now())
            messages.success(request, _("Everyone gets a mail. Nothing is shown before the first day."))
            return redirect("security:measures")
    asking = Asking(
        title=_("Announce a control measure"),
        submit=_("Announce it"),
        back=reverse("security:measures"),
        back_words=_("Control measures"),
    )
    return form_page(request, form, asking, "security/new_measure.html", notice=notice)


@require_POST
@only(access.may_announce)
def ending(request: Request, pk: int) -> HttpResponse:
    """No longer."""
    measure = get_object_or_404(queries.measures(), pk=pk)
    with refusals_above(request):
        actions.end(measure=measure.pk, actor=request.viewer.employee, today=timezone.localdate(), now=timezone.now())
        messages.success(request, _("The measure has ended. The figures are hidden."))
    return redirect("security:measures")
