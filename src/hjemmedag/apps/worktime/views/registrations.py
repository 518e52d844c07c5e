"""Registrering: how each person's hours come in, who answers them, and who plans their own time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.registrations import RegistrationForm, method_words
from hjemmedag.core.periods import Period
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only


@only(access.may_keep)
def listing(request: Request) -> HttpResponse:
    """The people who register in another way than the usual one; or everyone, to set it for somebody."""
    asked = Asked(request, timezone.localdate())
    which = asked.filter(
        "vis",
        _("Who"),
        [
            (queries.Which.DIFFERENT, _("Different from the usual")),
            (queries.Which.SELF_ORGANISERS, _("Self-organisers")),
            (queries.Which.DEPUTISED, _("With another approver")),
            (queries.Which.ELSEWHERE, _("By file or another system")),
            (queries.Which.EVERYONE, _("Everyone")),
        ],
    )
    found = queries.registering(asked.today, words=asked.q, which=queries.Which(which.value))
    if asked.format:
        rows = _cells(queries.as_registered(found, asked.today))
        return attachment(export(f"registrering-{asked.today}", asked.format, _headings(), rows))
    page = asked.page(found)
    shown = [
        (one, method_words(one.row.method) if one.row else "")
        for one in queries.as_registered(page.object_list, asked.today)
    ]
    narrowed = which.narrows or bool(asked.q)
    context = {"asked": asked, "filters": [which], "page": page, "rows": shown, "narrowed": narrowed}
    return render(request, "worktime/registrations.html", context)


def _headings() -> list[str]:
    return [
        *(_("Number"), _("Name"), _("Team"), _("How the hours are registered"), _("Approver")),
        *(_("Self-organiser"), _("Clause of the contract"), _("Assessed again by"), _("From"), _("Last day")),
    ]


def _cells(registered: list[queries.Registered]) -> Iterator[list[Cell]]:
    for one in registered:
        row, person = one.row, one.person
        if row is None:
            yield [person.number, person.name, person.team, method_words("page"), "", "", "", None, None, None]
            continue
        approver: Any = row.approver
        yield [
            *(person.number, person.name, person.team, method_words(row.method), approver.name if approver else ""),
            *(_("Yes") if row.self_organiser else "", row.clause, row.review_on),
            *(row.starts, Period(row.starts, row.ends).last),
        ]


@only(access.may_keep)
def page(request: Request, pk: int) -> HttpResponse:
    """One person: what holds, what is set for later, and what held before; something else from a day."""
    today = timezone.localdate()
    person = get_object_or_404(people.listed(people.employed(today), today), pk=pk)
    rows = queries.registrations_of(pk)
    held = next((row for row in rows if today in Period(row.starts, row.ends)), None)
    revision = max((row.revision for row in rows), default=0)
    form = RegistrationForm(request.POST or None, on=today, initial=RegistrationForm.written(held, today, revision))
    if form.is_valid():
        with refusals_in(form):
            actions.set_registration(
                employee=pk,
                way=form.way,
                starts=form.cleaned_data["starts"],
                last_day=form.cleaned_data["last_day"],
                critical=form.cleaned_data["critical"],
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=timezone.now(),
            )
            messages.success(request, _("It is saved, and holds from that day."))
            return redirect("worktime:registration", pk)
    history = [(row, method_words(row.method), Period(row.starts, row.ends).last) for row in rows]
    shown = {"person": person, "form": form, "held": held, "history": history}
    return render(request, "worktime/registration.html", shown)
