"""Mennesker: the list, its files, suggestions while typing, and taking someone on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.adapters.spreadsheets.writing import Cell
from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.employees import HireForm
from hjemmedag.apps.people.forms.fields import label_of
from hjemmedag.apps.people.forms.listing import columns, filters, narrowed, read
from hjemmedag.apps.people.models import Employee
from hjemmedag.ui.answering import Asking, form_page, refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

HUNDREDTH = Decimal("0.01")
SUGGESTIONS = 8


@only(access.may_list_people)
def listing(request: Request) -> HttpResponse:
    """The people this viewer may open, as they are on a day; with `format`, the same as a file."""
    asked = Asked(request, timezone.localdate())
    wanted = read(asked)
    people = queries.people_list(access.visible(request.viewer, asked.today), wanted, asked.on)
    if asked.format:
        return attachment(export(f"mennesker-{asked.on}", asked.format, headings(), cells(people)))
    shown = {
        "asked": asked,
        "on": asked.on,
        "page": asked.page(people),
        "filters": filters(asked, wanted),
        "columns": columns(asked, wanted),
        "narrowed": narrowed(wanted),
        "administers": access.may_administer(request.viewer),
    }
    return render(request, "people/people.html", shown)


def headings() -> list[str]:
    """The columns of the file. A home address is never among them."""
    return [
        *(_("Number"), _("First name"), _("Last name"), _("E-mail"), _("Title"), _("Hours a week")),
        *(_("Team"), _("Department"), _("Site"), _("Manager"), _("Employed since")),
    ]


def cells(people: Any) -> Iterator[list[Cell]]:
    """A row a person."""
    for one in people.iterator(2000):
        hours = one.hours and one.hours.quantize(HUNDREDTH)
        yield [
            *(one.number, one.first_name, one.last_name, one.email, one.title, hours),
            *(one.team, one.department, one.site, one.manager_name, one.employed_from),
        ]


@only(access.may_keep_people)
def suggestions(request: Request) -> HttpResponse:
    """People whose name, number or e-mail begins to be typed, as choices for the field."""
    words = next((value.strip() for value in request.GET.dict().values()), "")
    visible = access.visible(request.viewer, timezone.localdate())
    people = queries.found(visible, words).order_by("alphabetical", "id") if len(words) > 1 else ()
    labels = [label_of(person) for person in people[:SUGGESTIONS]]
    return render(request, "people/suggestions.html", {"labels": labels})


@only(access.may_administer)
def new(request: Request) -> HttpResponse:
    """Take someone on."""
    today = timezone.localdate()
    company = queries.company()
    form = HireForm(
        request.POST or None, on=today, initial={"language": company.language if company else "da", "starts": today}
    )
    if form.is_valid():
        with refusals_in(form):
            person = _hire(form, request)
            messages.success(request, _("%(name)s is in the staff list.") % {"name": person.name})
            return redirect("people:person", person.pk)
    asking = Asking(
        title=_("New employee"),
        submit=_("Save"),
        back=reverse("people:people"),
        back_words=_("People"),
        lead=_("Many at once come in with a staff list instead."),
    )
    return form_page(request, form, asking)


def _hire(form: HireForm, request: Request) -> Employee:
    given = form.cleaned_data
    return actions.hire(
        who=form.identity,
        conditions=form.conditions,
        legal_entity=given["legal_entity"],
        starts=given["starts"],
        last_day=given["last_day"],
        team=given["team"],
        manager=given["manager"].pk if given["manager"] else None,
        actor=request.viewer.employee,
        now=timezone.now(),
    )
