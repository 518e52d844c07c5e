"""Udlevering: who is to get what, handing it over with one signature, and what has been handed over."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters import qr
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.loans import HandoverForm, ReasonForm
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import local
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

STANDINGS = {
    documents.Standing.WAITING: ("waiting", gettext_lazy("Waits for the signature")),
    documents.Standing.COMPLETE: ("good", gettext_lazy("Signed")),
    documents.Standing.DECLINED: ("late", gettext_lazy("Declined")),
    documents.Standing.WITHDRAWN: ("ended", gettext_lazy("Taken back")),
}
MOST_FOUND = 10
"""People that a search at the desk shows."""


@only(access.may_keep)
def listing(request: Request) -> HttpResponse:
    """Who lacks something before they begin; a person to hand something to; and every hand-over, latest first."""
    asked = Asked(request, timezone.localdate())
    found = queries.handovers(asked.q)
    if asked.format:
        cells = (
            (local(one.at).date(), one.employee.name, one.by.name, str(STANDINGS[standing][1]), _numbers(one))
            for one, standing in queries.signed(found)
        )
        names = [_("Handed over"), _("Employee"), _("By"), _("Receipt"), _("Items")]
        return attachment(export(f"udleveringer-{asked.today}", asked.format, names, cells))
    page = asked.page(found)
    needs = queries.needs(asked.today)
    names_of = people.named({need.employee for need in needs})
    searched = people.found(people.employed(asked.today), asked.q).order_by("alphabetical", "id") if asked.q else ()
    shown = {
        "asked": asked,
        "page": page,
        "rows": [(one, *STANDINGS[standing]) for one, standing in queries.signed(page)],
        "needs": [(need, names_of.get(need.employee, "")) for need in needs],
        "people": list(searched[:MOST_FOUND]),
    }
    return render(request, "equipment/handovers.html", shown)


def _numbers(handover: Any) -> str:
    return ", ".join(loan.item.number for loan in handover.loans.all())


@only(access.may_keep)
def new(request: Request, pk: int) -> HttpResponse:
    """Hand items to a person: the package proposes them."""
    today = timezone.localdate()
    person = get_object_or_404(people.listed(people.employed(today), today), pk=pk)
    need = next((one for one in queries.needs(today) if one.employee == pk), None)
    form = HandoverForm(request.POST or None, need=need)
    if form.is_valid():
        with refusals_in(form):
            made = actions.hand_over(
                employee=pk,
                items=form.items,
                return_on=form.cleaned_data["return_on"],
                actor=request.viewer.employee,
                today=today,
                now=timezone.now(),
            )
            return redirect("equipment:handover", made.pk)
    asking = Asking(
        title=_("Equipment for %(name)s") % {"name": person.name},
        submit=_("Hand it over"),
        back=reverse("equipment:handovers"),
        back_words=_("Hand-over"),
    )
    held = queries.mine(pk)
    orders = queries.orders_for(pk)
    more = {"person": person, "need": need, "held": held, "orders": orders}
    return form_page(request, form, asking, "equipment/new_handover.html", **more)


@only(access.may_keep)
def calling_off(request: Request, pk: int) -> HttpResponse:
    """What is ordered is not handed over after all."""
    order = queries.open_order(pk)
    if order is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            reason = form.cleaned_data["reason"]
            actions.call_off(order=pk, reason=reason, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("The order is called off."))
            return redirect("equipment:handovers")
    asking = Asking(
        title=_("Call off the order"),
        submit=_("Call it off"),
        back=reverse("equipment:new_handover", args=(order.employee_id,)),
        back_words=_("Hand-over"),
        lead=f"{order.kind.name} · {order.employee.name}",
        danger=True,
    )
    return form_page(request, form, asking)


@only(access.may_keep)
def page(request: Request, pk: int) -> HttpResponse:
    """One hand-over: what was given, and the code that the employee signs with on their own phone."""
    handover = queries.handovers("").filter(pk=pk).first()
    if handover is None:
        raise Http404
    [(_same, standing)] = queries.signed([handover])
    waits = standing is documents.Standing.WAITING
    url = settings.SITE_URL + reverse("documents:signature", args=(handover.document_id,))
    shown = {
        "handover": handover,
        "state": STANDINGS[standing],
        "waits": waits,
        "open": standing is not documents.Standing.COMPLETE and any(one.ends is None for one in handover.loans.all()),
        "code": qr.svg(url) if waits else "",
    }
    return render(request, "equipment/handover.html", shown)


@only(access.may_keep)
def taking_back(request: Request, pk: int) -> HttpResponse:
    """The items never left, or came back unsigned."""
    handover = queries.handovers("").filter(pk=pk).first()
    if handover is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            actions.take_back(
                handover=pk,
                reason=form.cleaned_data["reason"],
                actor=request.viewer.employee,
                today=timezone.localdate(),
                now=timezone.now(),
            )
            messages.success(request, _("The items are in stock again."))
            return redirect("equipment:handover", pk)
    asking = Asking(
        title=_("Take the items back"),
        submit=_("Take them back"),
        back=reverse("equipment:handover", args=(pk,)),
        back_words=_("The hand-over"),
        lead=_("The receipt is closed unsigned, and the employee reads why."),
        danger=True,
    )
    return form_page(request, form, asking)
