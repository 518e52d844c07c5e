"""Mennesker: the list, its files, suggestions while typing, and taking someone on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets.export import WRITERS, export
from hjemmedag.adapters.spreadsheets.writing import Cell
from hjemmedag.apps.people import access, actions, queries
from hjemmedag.apps.people.forms.employees import HireForm
from hjemmedag.apps.people.forms.fields import label_of
from hjemmedag.apps.people.forms.listing import read
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.people.views.answering import Asking, carried_out, form_page
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.requests import Request, day_asked_for, only

PAGE = 50
HUNDREDTH = Decimal("0.01")
SUGGESTIONS = 8


@only(access.may_list_people)
def listing(request: Request) -> HttpResponse:
    """The people this viewer may open, as they are on a day; with `format`, the same as a file."""
    on = day_asked_for(request, timezone.localdate())
    asked = read(request.GET)
    people = queries.people_list(access.visible(request.viewer, timezone.localdate()), asked.wanted, on)
    if (ending := request.GET.get("format")) in WRITERS:
        file = export(f"mennesker-{on}", str(ending), headings(), cells(people))
        return attachment(file.content, name=file.name, kind=file.kind)
    page = Paginator(people, PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "on": on,
        "q": asked.wanted.words,
        "filters": asked.filters(on),
        "columns": asked.columns(),
        "narrowed": asked.narrowed,
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
    people = queries.found(Employee.objects.all(), words).order_by("alphabetical", "id") if len(words) > 1 else ()
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
    hired: list[Employee] = []
    if carried_out(form, lambda: hired.append(_hire(form, request, today))):
        messages.success(request, _("%(name)s is in the staff list.") % {"name": hired[0].name})
        return redirect("people:person", hired[0].pk)
    asking = Asking(
        title=_("New employee"),
        submit=_("Save"),
        back=reverse("people:people"),
        back_words=_("People"),
        lead=_("Many at once come in with a staff list instead."),
    )
    return form_page(request, form, asking)


def _hire(form: HireForm, request: Request, today: date) -> Employee:
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
