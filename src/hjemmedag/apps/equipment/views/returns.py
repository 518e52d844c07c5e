"""Retur: what is out and when it is due back, receiving it, and asking for it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.loans import AskBackForm, ReturnForm
from hjemmedag.apps.equipment.queries import Way, Which
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

WAYS = {
    Way.HELD: ("good", gettext_lazy("Lent out")),
    Way.UNSIGNED: ("missing", gettext_lazy("Not signed for yet")),
    Way.DECLINED: ("late", gettext_lazy("Signature declined")),
    Way.REPAIR: ("waiting", gettext_lazy("Fault reported")),
    Way.BROUGHT: ("missing", gettext_lazy("Brought back: confirm it")),
    Way.MISSING: ("late", gettext_lazy("Reported missing")),
}


@only(access.may_keep)
def listing(request: Request) -> HttpResponse:
    """What is out, those to come back first."""
    asked = Asked(request, timezone.localdate())
    which = asked.filter(
        "vis",
        _("Which"),
        [
            (Which.ALL, _("All that is out")),
            (Which.BROUGHT, _("Brought back, not confirmed")),
            (Which.AWAITED, _("With a day to return")),
            (Which.OVERDUE, _("Overdue")),
            (Which.MISSING, _("Reported missing")),
            (Which.LEFT, _("With people who have left")),
        ],
    )
    found = queries.returns(Which(which.value), asked.q, asked.today)
    if asked.format:
        cells = (
            (one.loan.item.number, one.loan.item.kind.name, one.loan.employee.name, one.loan.employee.number,
             one.loan.starts, one.loan.return_on, str(WAYS[one.way][1]))
            for one in queries.held(found)
        )  # fmt: skip
        names = [_("Item"), _("Type"), _("Employee"), _("Number"), _("Since"), _("To be returned by"), _("State")]
        return attachment(export(f"udlaan-{asked.today}", asked.format, names, cells))
    page = asked.page(found)
    rows = [(one, *WAYS[one.way]) for one in queries.held(page)]
    narrowed = which.narrows or bool(asked.q)
    shown = {"asked": asked, "filters": [which], "page": page, "rows": rows, "narrowed": narrowed}
    return render(request, "equipment/returns.html", shown)


@only(access.may_keep)
def receiving(request: Request, pk: int) -> HttpResponse:
    """The item is here: in what condition?"""
    loan = queries.running().filter(pk=pk).first()
    if loan is None:
        raise Http404
    form = ReturnForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            actions.receive(
                loan=pk,
                **form.cleaned_data,
                actor=request.viewer.employee,
                today=timezone.localdate(),
                now=timezone.now(),
            )
            messages.success(request, _("It is received. The employee gets a mail."))
            return redirect("equipment:returns")
    asking = Asking(
        title=_("Receive %(item)s") % {"item": loan.item},
        submit=_("Confirm that it is here"),
        back=reverse("equipment:returns"),
        back_words=_("Returns"),
    )
    return form_page(request, form, asking, "equipment/receiving.html", loan=loan)


@only(access.may_keep)
def asking_back(request: Request, pk: int) -> HttpResponse:
    """Everything that a person has must be back by a day."""
    today = timezone.localdate()
    held = queries.mine(pk)
    if not held:
        raise Http404
    name = held[0].loan.employee.name
    form = AskBackForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form, "on"):
            actions.ask_back(
                employee=pk,
                on=form.cleaned_data["on"],
                actor=request.viewer.employee,
                today=today,
                now=timezone.now(),
            )
            messages.success(request, _("The day is set. %(name)s is reminded of it.") % {"name": name})
            return redirect("equipment:returns")
    asking = Asking(
        title=_("Ask %(name)s for the equipment") % {"name": name},
        submit=_("Set the day"),
        back=reverse("equipment:returns"),
        back_words=_("Returns"),
    )
    return form_page(request, form, asking, "equipment/asking_back.html", held=held)
