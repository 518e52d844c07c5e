"""Forsikringer: HR's register and what is open in it; and for each person what covers them, and their own look."""

from __future__ import annotations

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.workplaces import access, actions, queries
from hjemmedag.apps.workplaces.forms.insurance import KINDS, OPEN, InsuranceForm
from hjemmedag.apps.workplaces.models import Insurance
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_choose)
def listing(request: Request) -> HttpResponse:
    """What holds today, what is open, and everything that held before."""
    asked = Asked(request, timezone.localdate())
    rows = list(queries.insurances())
    if asked.format:
        headings = [
            *(_("Insurance"), _("Insurer"), _("Policy number"), _("What is clarified for work at home")),
            *(_("From"), _("First day without it"), _("Look at it again on")),
        ]
        cells = [
            [
                *(str(KINDS[Insurance.Kind(one.kind)]), one.insurer, one.policy_number, one.clarified),
                *(one.starts, one.ends, one.review_on),
            ]
            for one in rows
        ]
        return attachment(export(f"forsikringer-{asked.today}", asked.format, headings, cells))
    holding = queries.in_force(rows, asked.today)
    checked, people = queries.contents_checked(asked.today)
    shown = {
        "answer": (answer := queries.covered(rows, asked.today, contents_told=checked == people)),
        "open": [OPEN[name] for name in answer.open],
        "holding": [(KINDS[Insurance.Kind(one.kind)], one) for one in holding],
        "coming": [(KINDS[Insurance.Kind(one.kind)], one) for one in rows if one.starts > asked.today],
        "former": [
            (KINDS[Insurance.Kind(one.kind)], one) for one in rows if one.ends is not None and one.ends <= asked.today
        ],
        "count": len(rows),
        "checked": checked,
        "people": people,
    }
    return render(request, "workplaces/insurances.html", shown)


@only(access.may_choose)
def new(request: Request) -> HttpResponse:
    """Write an insurance down."""
    form = InsuranceForm(request.POST or None, initial={"starts": timezone.localdate()})
    return _written(request, form, None, _("Write an insurance down"), "")


@only(access.may_choose)
def change(request: Request, pk: int) -> HttpResponse:
    """Change one from a day on; what held before stays."""
    row = get_object_or_404(Insurance, pk=pk)
    form = InsuranceForm(request.POST or None, initial=model_to_dict(row))
    form.fixed_kind()
    lead = _("Choose the day the change holds from. What held before stays in the register.")
    return _written(request, form, row, str(KINDS[Insurance.Kind(row.kind)]), lead)


def _written(request: Request, form: InsuranceForm, row: Insurance | None, title: str, lead: str) -> HttpResponse:
    if form.is_valid():
        with refusals_in(form):
            replaces = row.pk if row else None
            actions.insure(insured=form.insured, replaces=replaces, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("It is in the register."))
            return redirect("workplaces:insurances")
    back = reverse("workplaces:insurances")
    asking = Asking(title=title, submit=_("Save"), back=back, back_words=_("Insurance"), lead=lead)
    return form_page(request, form, asking)


@only(access.may_work_at_home)
def contents(request: Request) -> HttpResponse:
    """What covers me at home, and the click that I have looked at my own."""
    me, today = request.viewer.employee, timezone.localdate()
    if request.method == "POST":
        actions.check_contents(employee=me, today=today, now=timezone.now())
        messages.success(request, _("Thank you. You are asked again when you move."))
        return redirect("workplaces:home")
    need = queries.need_of(me, today)
    rows = list(queries.insurances())
    checked = queries.latest_check(me)
    asked = need.check_contents if need is not None else checked is None
    shown = {
        "answer": queries.covered(rows, today, contents_told=not asked),
        "holding": [(KINDS[Insurance.Kind(one.kind)], one) for one in queries.in_force(rows, today)],
        "checked": checked,
        "asked": asked,
    }
    return render(request, "workplaces/contents.html", shown)
