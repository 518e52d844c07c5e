"""Forbrug og internet: what I ask for and what is agreed; and the answers of managers and HR."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.money import WAYS, AnswerForm, ExpenseForm
from hjemmedag.apps.equipment.queries import Answered
from hjemmedag.core.equipment.tax import Benefit
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

ANSWERS = {
    Answered.WAITING: ("waiting", gettext_lazy("Waits for an answer")),
    Answered.APPROVED: ("good", gettext_lazy("Approved")),
    Answered.REFUSED: ("ended", gettext_lazy("Refused")),
}
KIND_WORDS = {"supplies": gettext_lazy("Supplies"), "internet": gettext_lazy("Internet")}
SCHEMES = {str(way): words for way, words in WAYS}


@only(access.may_borrow)
def own(request: Request) -> HttpResponse:
    """What I have asked for, what is left for the year, how my internet is paid; and a field to ask for more."""
    me, today = request.viewer.employee, timezone.localdate()
    form = ExpenseForm(request.POST or None, initial={"on": today, "kind": "supplies"})
    if form.is_valid():
        with refusals_in(form):
            actions.ask_for_money(employee=me, **form.cleaned_data, today=today, now=timezone.now())
            messages.success(request, _("It is noted. You see the answer here."))
            return redirect("equipment:expenses")
    chosen, spent = queries.practice(), queries.spent(me, today.year)
    scheme = queries.scheme_on(queries.schemes(me), today)
    benefits = {Benefit.SUPPLIES} | (queries.OF_INTERNET[scheme.way] if scheme else set())
    shown = {
        "form": form,
        "rows": [(one, KIND_WORDS[one.kind], *ANSWERS[queries.answered(one)]) for one in queries.own_expenses(me)],
        "left": max(chosen.supplies_a_year - spent, 0),
        "chosen": chosen,
        "scheme": scheme,
        "scheme_words": SCHEMES[scheme.way] if scheme else "",
        "notes": queries.tax_notes(benefits, today.year),
    }
    return render(request, "equipment/expenses.html", shown)


@only(access.may_answer)
def listing(request: Request) -> HttpResponse:
    """What one's team has asked for, what waits first."""
    asked = Asked(request, timezone.localdate())
    choices = [(Answered.WAITING, _("Waits for an answer")), ("all", _("All"))]
    choices += [(Answered.APPROVED, _("Approved")), (Answered.REFUSED, _("Refused"))]
    which = asked.filter("vis", _("Which"), choices)
    rows = access.answerable(request.viewer)
    found = queries.expenses(rows, None if which.value == "all" else Answered(which.value), asked.q)
    if asked.format:
        cells = (
            (one.on, one.employee.name, str(KIND_WORDS[one.kind]), one.what, one.amount,
             str(ANSWERS[queries.answered(one)][1]))
            for one in found
        )  # fmt: skip
        names = [_("Date"), _("Employee"), _("Type"), _("What"), _("Amount in kroner"), _("State")]
        return attachment(export(f"forbrug-{asked.today}", asked.format, names, cells))
    page = asked.page(found)
    shown_rows = [(one, KIND_WORDS[one.kind], *ANSWERS[queries.answered(one)]) for one in page]
    narrowed = which.narrows or bool(asked.q)
    shown = {"asked": asked, "filters": [which], "page": page, "rows": shown_rows, "narrowed": narrowed}
    return render(request, "equipment/answers.html", shown)


@only(access.may_answer)
def answer(request: Request, pk: int) -> HttpResponse:
    """One of them: yes, or no with a reason."""
    one = get_object_or_404(access.answerable(request.viewer).select_related("employee", "answer__by"), pk=pk)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            actions.answer_expense(
                expense=pk,
                approved="approve" in request.POST,
                reason=form.cleaned_data["reason"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("It is answered."))
            return redirect("equipment:answers")
    state = queries.answered(one)
    facts = [
        (_("Type"), KIND_WORDS[one.kind]),
        (_("Number of the bill"), one.voucher),
        (_("Reason"), one.answer.reason if state is not Answered.WAITING else ""),
    ]
    left = queries.practice().supplies_a_year - queries.spent(one.employee_id, one.on.year)
    shown = {"one": one, "form": form, "facts": facts, "state": ANSWERS[state], "left": left}
    return render(request, "equipment/answer.html", shown | {"open": state is Answered.WAITING})
