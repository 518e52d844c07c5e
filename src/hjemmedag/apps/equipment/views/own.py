"""Mit udstyr: what I have, and what I say about it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.loans import CONDITIONS, BringBackForm, LossForm, RepairForm
from hjemmedag.apps.equipment.queries import Stage, Way
from hjemmedag.core.policy.provisions import Provider
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.requests import Request, only

WAYS = {
    Way.HELD: ("good", gettext_lazy("You have it")),
    Way.UNSIGNED: ("missing", gettext_lazy("Waits for your signature")),
    Way.DECLINED: ("late", gettext_lazy("You did not sign for it")),
    Way.REPAIR: ("waiting", gettext_lazy("Fault reported")),
    Way.BROUGHT: ("waiting", gettext_lazy("Brought back, not confirmed yet")),
    Way.MISSING: ("late", gettext_lazy("Reported missing")),
}
STAGES = {
    Stage.WAITING: ("waiting", gettext_lazy("Waits for help")),
    Stage.LATE: ("late", gettext_lazy("Later than promised")),
    Stage.BEGUN: ("waiting", gettext_lazy("Help has begun")),
    Stage.DONE: ("good", gettext_lazy("Done")),
}
CONDITION = dict(CONDITIONS)
A_YEAR = timedelta(days=365)
PROVIDED = {
    Provider.EMPLOYER: gettext_lazy("The company provides"),
    Provider.EMPLOYEE: gettext_lazy("You provide yourself"),
    Provider.SHARED: gettext_lazy("Either of you"),
    Provider.NOBODY: gettext_lazy("Nobody provides"),
}


@only(access.may_borrow)
def page(request: Request) -> HttpResponse:
    """What I have, what waits for me, and the faults I reported."""
    me, now, today = request.viewer.employee, timezone.now(), timezone.localdate()
    held = queries.mine(me)
    unsigned = sorted({one.loan.handover.document_id for one in held if one.way is Way.UNSIGNED})
    rows = [(one, *WAYS[one.way], one.way in (Way.HELD, Way.REPAIR)) for one in held]
    repairs = [(one, *STAGES[one.stage]) for one in queries.repairs_of(me, now)]
    back = [one.loan.return_on for one in held if one.loan.return_on and one.way in (Way.HELD, Way.REPAIR)]
    benefits = {queries.OF_KIND[one.loan.item.kind.benefit] for one in held}
    provided = queries.provisions_for(me, today)
    shown = {
        "provided": [(PROVIDED[provider], found) for provider, found in provided.items()],
        "rows": rows,
        "returned": [(loan, CONDITION[loan.returned.condition]) for loan in queries.returned(me, today - A_YEAR)],
        "unsigned": unsigned,
        "repairs": repairs,
        "return_on": min(back, default=None),
        "notes": queries.tax_notes(benefits, today.year),
    }
    return render(request, "equipment/mine.html", shown)


@only(access.may_borrow)
def bringing_back(request: Request) -> HttpResponse:
    """I have brought these back."""
    me, today = request.viewer.employee, timezone.localdate()
    held = [one for one in queries.mine(me) if one.way in (Way.HELD, Way.REPAIR, Way.MISSING)]
    form = BringBackForm(request.POST or None, held=held, today=today)
    if form.is_valid():
        with refusals_in(form):
            actions.bring_back(**form.cleaned_data, employee=me, today=today, now=timezone.now())
            messages.success(request, _("Thank you. You get a mail when it is confirmed."))
            return redirect("equipment:mine")
    asking = Asking(
        title=_("Bring equipment back"),
        submit=_("I have brought it back"),
        back=reverse("equipment:mine"),
        back_words=_("My equipment"),
        lead=_("Whoever receives it confirms it. Until then you are still responsible."),
    )
    return form_page(request, form, asking)


@only(access.may_borrow)
def loss(request: Request, pk: int) -> HttpResponse:
    """It is lost or stolen."""
    loan, today = _own(request, pk), timezone.localdate()
    form = LossForm(request.POST or None, initial={"on": today})
    if form.is_valid():
        with refusals_in(form):
            me = request.viewer.employee
            actions.report_loss(loan=pk, employee=me, **form.cleaned_data, today=today, now=timezone.now())
            messages.success(request, _("Thank you for telling us. If there were data on it, tell IT at once."))
            return redirect("equipment:mine")
    return form_page(request, form, _asking(loan, _("Report it missing"), _("Report it")))


@only(access.may_borrow)
def repair(request: Request, pk: int) -> HttpResponse:
    """It does not work."""
    loan = _own(request, pk)
    form = RepairForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            me, now = request.viewer.employee, timezone.now()
            actions.ask_for_repair(loan=pk, employee=me, **form.cleaned_data, now=now)
            messages.success(request, _("The fault is reported. You see below when help is promised."))
            return redirect("equipment:mine")
    return form_page(request, form, _asking(loan, _("Report a fault"), _("Report the fault")))


def _own(request: Request, pk: int) -> Any:
    loan = queries.own_loan(request.viewer.employee, pk)
    if loan is None:
        raise Http404
    return loan


def _asking(loan: Any, title: str, submit: str) -> Asking:
    item = loan.item
    back = reverse("equipment:mine")
    return Asking(
        title=title, submit=submit, back=back, back_words=_("My equipment"), lead=f"{item.kind.name} · {item}"
    )
