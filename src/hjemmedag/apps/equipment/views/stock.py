"""Lager: the list of items, one item, a new one, what was done to it, and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import File, export
from hjemmedag.apps.equipment import access, actions, queries
from hjemmedag.apps.equipment.forms.stock import ItemForm, ServiceForm, WriteOffForm
from hjemmedag.apps.equipment.queries import Due, Wanted, Where
from hjemmedag.apps.people import queries as people
from hjemmedag.core.equipment.item_list import ENGLISH, PASSED_OVER, Column
from hjemmedag.core.periods import add_months
from hjemmedag.rulebook.load import load
from hjemmedag.ui.answering import Asking, form_page, refusals_above, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked, Filter
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import language

PLACES = {
    Where.STOCK: ("good", gettext_lazy("In stock")),
    Where.LENT: ("waiting", gettext_lazy("Lent out")),
    Where.REPAIR: ("missing", gettext_lazy("Being repaired")),
    Where.MISSING: ("late", gettext_lazy("Reported missing")),
    Where.GONE: ("ended", gettext_lazy("Written off")),
}
"""The sign and the words of where an item is."""

TOLD = {
    "lent": gettext_lazy("Lent out"),
    "lost": gettext_lazy("Reported lost"),
    "stolen": gettext_lazy("Reported stolen"),
    "received": gettext_lazy("Received back"),
    "fault": gettext_lazy("Fault reported"),
    "begun": gettext_lazy("Repair begun"),
    "done": gettext_lazy("Repair done"),
    "gone": gettext_lazy("Written off"),
}


@only(access.may_keep)
def listing(request: Request) -> HttpResponse:
    """All items, searched and narrowed, as a page, a file or labels."""
    asked = Asked(request, timezone.localdate())
    filters, wanted = _wanted(asked)
    found = queries.items(wanted)
    if asked.format:
        return attachment(
            export(
                f"udstyr-{asked.today}",
                asked.format,
                [*headings(), *PASSED_OVER[language() == "en" :: 2]],
                _cells(found),
            )
        )
    page = asked.page(found)
    rows = [(one, *PLACES[queries.where(one)]) for one in page]
    narrowed = bool(asked.q) or any(one.narrows for one in filters)
    shown = {"asked": asked, "filters": filters, "page": page, "rows": rows, "narrowed": narrowed}
    return render(request, "equipment/stock.html", shown | {"labels": asked.address(), "most": queries.MOST_LABELS})


@only(access.may_keep)
@require_GET
def labels(request: Request) -> HttpResponse:
    """Labels for the items of the list as it is narrowed."""
    asked = Asked(request, timezone.localdate())
    with refusals_above(request):
        pdf = queries.labels(queries.items(_wanted(asked)[1]), now=timezone.now())
        return attachment(File(f"etiketter-{asked.today}.pdf", pdf, "application/pdf"))
    return redirect(reverse("equipment:stock") + asked.address())


def _wanted(asked: Asked) -> tuple[list[Filter], Wanted]:
    kind = asked.filter("type", _("Type"), [("", _("All")), *((one.pk, one.name) for one in queries.kinds())])
    site = asked.filter("sted", _("Site"), [("", _("All")), *((one.pk, one.name) for one in people.sites())])
    places = [(place, words) for place, (_sign, words) in PLACES.items()]
    where = asked.filter("hvor", _("Where it is"), [("", _("All we have")), *places])
    dues = [("", _("All")), (Due.SERVICE, _("Service")), (Due.REPLACEMENT, _("Replacement"))]
    due = asked.filter("tid", _("Needs something"), dues)
    warn = timedelta(days=load().on(asked.today).number("equipment.loans", "warn_before"))
    wanted = Wanted(
        words=asked.q,
        kind=int(kind.value) if kind.value else None,
        site=int(site.value) if site.value else None,
        where=Where(where.value) if where.value else None,
        due=(Due(due.value), asked.today + warn) if due.value else None,
    )
    return [where, kind, site, due], wanted


def headings() -> list[str]:
    """The headings that `item_list` reads, in the reader's language."""
    return [ENGLISH[column] if language() == "en" else str(column) for column in Column]


def _cells(items: Iterable[Any]) -> Iterator[list[Cell]]:
    for one in items:
        yield [
            *(one.number, one.kind.name, one.model, one.serial, one.site.name),
            *(one.bought_on, one.service_on, one.replace_on),
            *(str(PLACES[queries.where(one)][1]), one.holder_name),
        ]


def page(request: Request, pk: int) -> HttpResponse:
    """One item. Whoever has it and scans its label comes to their own page."""
    item = queries.item(pk)
    if item is None:
        raise Http404
    if not access.may_keep(request.viewer):
        if queries.held_by(request.viewer.employee, pk):
            return redirect("equipment:mine")
        raise Http404
    form = ItemForm(request.POST or None, initial=ItemForm.written(item))
    if form.is_valid():
        with refusals_in(form):
            actions.change_item(
                pk=pk,
                item=form.facts,
                revision=form.cleaned_data["revision"] or 0,
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("The item is saved."))
            return redirect("equipment:item", pk)
    events = [{"at": one.on, "words": TOLD[one.kind], "who": one.who, "text": one.words} for one in queries.history(pk)]
    place = queries.where(item)
    shown = {"item": item, "form": form, "events": events, "place": PLACES[place], "gone": place is Where.GONE}
    return render(request, "equipment/item.html", shown)


@only(access.may_keep)
def new(request: Request) -> HttpResponse:
    """An item more."""
    form = ItemForm(request.POST or None)
    if form.is_valid():
        with refusals_in(form):
            row = actions.add_item(item=form.facts, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("The item is in stock."))
            return redirect("equipment:item", row.pk)
    asking = Asking(
        title=_("Add an item"),
        submit=_("Put it in stock"),
        back=reverse("equipment:stock"),
        back_words=_("Stock"),
        lead=_("Leave service and replacement empty, and the days follow from the kind."),
    )
    return form_page(request, form, asking)


@only(access.may_keep)
def service(request: Request, pk: int) -> HttpResponse:
    """The item was looked after."""
    item, today = _item(pk), timezone.localdate()
    form = ServiceForm(request.POST or None, initial={"on": today, "next_on": _next(item, today)})
    if form.is_valid():
        with refusals_in(form):
            actions.serviced(pk=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("The service is noted."))
            return redirect("equipment:item", pk)
    return form_page(request, form, _asking(item, _("Service"), _("Note the service")))


def _next(item: Any, today: date) -> date | None:
    months = item.kind.service_months
    return add_months(today, months) if months else None


@only(access.may_keep)
def write_off(request: Request, pk: int) -> HttpResponse:
    """The item is gone."""
    item = _item(pk)
    form = WriteOffForm(request.POST or None, today=timezone.localdate())
    if form.is_valid():
        with refusals_in(form):
            actions.write_off(pk=pk, **form.cleaned_data, actor=request.viewer.employee, now=timezone.now())
            messages.success(request, _("The item is written off."))
            return redirect("equipment:item", pk)
    return form_page(request, form, _asking(item, _("Write off"), _("Write it off"), danger=True))


def _item(pk: int) -> Any:
    item = queries.item(pk)
    if item is None:
        raise Http404
    return item


def _asking(item: Any, title: str, submit: str, *, danger: bool = False) -> Asking:
    back = reverse("equipment:item", args=(item.pk,))
    return Asking(title=title, submit=submit, back=back, back_words=str(item), danger=danger)
