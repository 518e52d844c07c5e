"""Internet, beløb til løn og virksomhedens valg."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.money import WAYS, ChoicesForm, InternetForm
from hjemmedag.apps.equipment.models import Practice
from hjemmedag.apps.equipment.queries import OF_INTERNET
from hjemmedag.apps.people import queries as people
from hjemmedag.core.periods import add_months
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

SCHEMES = {str(way): words for way, words in WAYS}
PEOPLE_FOUND = 10
MONTHS = 13
PAID = {
    "cash": gettext_lazy("Fixed sum for internet, pay"),
    "salary": gettext_lazy("Internet paid from the gross salary"),
    "refund": gettext_lazy("Refund of internet by bill"),
}


@only(access.may_choose)
def internet(request: Request) -> HttpResponse:
    """Who has internet paid, and how; and a person to agree it with."""
    asked = Asked(request, timezone.localdate())
    way = asked.filter("vis", _("How it is paid"), [("", _("All")), *WAYS])
    found = queries.schemes_on(asked.today, way.value, asked.q)
    if asked.format:
        cells = (
            (one.employee.number, one.employee.name, str(SCHEMES[one.way]), one.amount, one.starts, one.ends)
            for one in found
        )
        names = [_("Number"), _("Employee"), _("How it is paid"), _("Amount a month"), _("From"), _("Until")]
        return attachment(export(f"internet-{asked.today}", asked.format, names, cells))
    page = asked.page(found)
    searched = people.found(people.employed(asked.today), asked.q).order_by("alphabetical", "id") if asked.q else ()
    shown = {
        "asked": asked,
        "filters": [way],
        "page": page,
        "rows": [(one, SCHEMES[one.way]) for one in page],
        "people": list(searched[:PEOPLE_FOUND]),
    }
    return render(request, "equipment/internet.html", shown)


@only(access.may_choose)
def scheme(request: Request, pk: int) -> HttpResponse:
    """One person's internet: another way from a day on."""
    today = timezone.localdate()
    person = get_object_or_404(people.employed(today), pk=pk)
    rows = queries.schemes(pk)
    first = add_months(today.replace(day=1), 1)
    form = InternetForm(request.POST or None, initial={"seen": rows[0].pk if rows else 0, "starts": first})
    if form.is_valid():
        with refusals_in(form):
            actions.set_internet(employee=pk, **form.said, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("It is saved, and holds from that day."))
            return redirect("equipment:scheme", pk)
    asking = Asking(
        title=_("Internet for %(name)s") % {"name": person.name},
        submit=_("Save"),
        back=reverse("equipment:internet"),
        back_words=_("Internet"),
    )
    history = [(one, SCHEMES[one.way]) for one in rows]
    notes = queries.tax_notes({note for of_way in OF_INTERNET.values() for note in of_way}, today.year)
    return form_page(request, form, asking, "equipment/scheme.html", history=history, notes=notes)


@only(access.may_pay)
def payroll(request: Request) -> HttpResponse:
    """What payroll pays and holds back for a month."""
    asked = Asked(request, timezone.localdate())
    this = asked.today.replace(day=1)
    months = [add_months(this, -back) for back in range(MONTHS)]
    which = asked.filter("maaned", _("Month"), [(f"{one:%Y-%m}", date_format(one, "F Y")) for one in months])
    month = date.fromisoformat(f"{which.value}-01")
    lines, codes = queries.amounts(month), _codes(queries.practice())
    if asked.format:
        cells = (
            (
                one.number,
                one.name,
                one.cvr,
                f"{month:%Y-%m}",
                codes[one.what],
                str(PAID[one.what]),
                one.words,
                one.amount,
            )
            for one in lines
        )
        names = [
            *(_("Number"), _("Name"), _("CVR"), _("Month"), _("Code")),
            *(_("What"), _("Number of the bill"), _("Amount in kroner")),
        ]
        return attachment(export(f"udstyr-loen-{month:%Y-%m}", asked.format, names, cells))
    page = asked.page(lines)
    shown = {
        "asked": asked,
        "filters": [which],
        "page": page,
        "rows": [(one, PAID[one.what], codes[one.what]) for one in page],
        "uncoded": any(not codes[one.what] for one in lines),
    }
    return render(request, "equipment/amounts.html", shown)


def _codes(chosen: Practice) -> dict[str, str]:
    return {"cash": chosen.code_cash, "salary": chosen.code_salary, "refund": chosen.code_refund}


@only(access.may_choose)
def choices(request: Request) -> HttpResponse:
    """What the company promises and allows."""
    form = ChoicesForm(request.POST or None, initial=ChoicesForm.written(queries.practice()))
    if form.is_valid():
        with refusals_in(form):
            actions.choose(
                choices=form.choices,
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The choices are saved."))
            return redirect("equipment:choices")
    asking = Asking(
        title=_("Promises and limits"),
        submit=_("Save the choices"),
        back=reverse("equipment:stock"),
        back_words=_("Stock"),
        lead=_("Your own choices, no rules of law. What was promised before stays as it was."),
    )
    return form_page(request, form, asking)
