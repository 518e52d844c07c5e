"""What suits which job: for everyone to read, for HR to analyse."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import dates, timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from hjemmedag.adapters.spreadsheets import Cell
from hjemmedag.adapters.spreadsheets.export import export
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import access, actions, queries
from hjemmedag.apps.policy.forms.needs import NeedsForm
from hjemmedag.rulebook import jobs
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only
from hjemmedag.ui.words import day_date, language, said


def listing(request: Request) -> HttpResponse:
    """Every job function in use on a day with the highest sensible share of home work, and why."""
    asked = Asked(request, timezone.localdate())
    found = queries.analysed(asked.on, asked.q)
    if asked.format:
        return attachment(export(f"egnethed-{asked.on}", asked.format, _headings(), _cells(found)))
    title = people.title_of(request.viewer.employee, asked.on).casefold()
    shown = {
        "asked": asked,
        "on": asked.on,
        "page": asked.page(found),
        "mine": next((one for one in found if title and one.function.name.casefold() == title), None),
        "may_write": access.may_write(request.viewer),
    }
    return render(request, "policy/suitability.html", shown)


def page(request: Request, pk: int) -> HttpResponse:
    """One job function: its tasks, each with what can be done at home and why, its service windows, its history."""
    asked = Asked(request, timezone.localdate())
    one = _function(pk, asked)
    shown = {
        "one": one,
        "on": asked.on,
        "windows": [
            {"days": _days(window.days), "window": window}
            for window in (queries.windows_of(one.analysis) if one.analysis else ())
        ],
        "history": [_event(row) for row in queries.analyses(pk)],
        "may_write": access.may_write(request.viewer) and one.function.retired_on is None,
    }
    return render(request, "policy/suitability_of.html", shown)


@only(access.may_write)
def analysis(request: Request, pk: int) -> HttpResponse:
    """Analyse a job function, from the analysis before or a customary kind of job (`type`)."""
    asked = Asked(request, timezone.localdate())
    one, latest = _function(pk, asked), queries.latest_analysis(pk)
    chosen = next((job for job in jobs.load() if job.key == asked.word("type")), None)
    was, overtaken = latest.number if latest else 0, False
    if request.method == "POST":
        form = NeedsForm.longer(request.POST) if "more" in request.POST else NeedsForm.posted(request.POST)
        if form.is_valid():
            with refusals_in(form) as met:
                _save(request, pk, form, asked)
                return redirect("policy:suitability_of", pk)
            # Told that someone else was first, they may send their text once more on top of it.
            overtaken = met.stale
        latest = queries.latest_analysis(pk)
        was = latest.number if latest and overtaken else form["was"].value()
    else:
        begins: dict[str, Any] = {"was": was, "starts": asked.today}
        if chosen:
            begins["tasks"] = chosen.said(language())
        elif latest:
            begins |= {"tasks": queries.tasks_of(latest), "windows": queries.windows_of(latest)}
        form = NeedsForm.begun(**begins)
    shown = {"form": form, "one": one, "jobs": jobs.load(), "chosen": chosen, "was": was}
    return render(request, "policy/needs_analysis.html", shown)


def _save(request: Request, pk: int, form: NeedsForm, asked: Asked) -> None:
    actions.analyse(
        function=pk,
        was=form.cleaned_data["was"],
        tasks=form.tasks(),
        windows=form.windows(),
        starts=form.cleaned_data["starts"],
        why=form.cleaned_data["why"],
        actor=request.viewer.employee,
        today=asked.today,
        now=timezone.now(),
    )
    messages.success(request, _("The analysis is saved. Everyone can read it."))


def _function(pk: int, asked: Asked) -> queries.Analysed:
    found = queries.analysed(asked.on, pk=pk)
    if not found:
        raise Http404
    return found[0]


def _days(days: Collection[int]) -> str:
    """ "mandag, tirsdag og onsdag"."""
    return get_text_list([str(dates.WEEKDAYS[day]) for day in sorted(days)], _("and"))


def _event(row: Any) -> dict[str, Any]:
    words = _("Analysis %(number)s holds from %(day)s") % {"number": row.number, "day": day_date(row.starts)}
    return {"at": row.at, "words": words, "who": row.by.name, "text": row.why}


def _headings() -> list[str]:
    return [
        *(_("Job function"), _("Highest share at home, per cent"), _("Whole days a week"), _("Task")),
        *(_("Share of the time, per cent"), _("Of it at home, per cent"), _("Why")),
    ]


def _cells(found: list[queries.Analysed]) -> Iterator[tuple[Cell, ...]]:
    """A row a task; one for a job function without an analysis."""
    for one in found:
        if one.suitability is None:
            yield one.function.name, None, None, "", None, None, _("Not analysed yet")
            continue
        for part in one.suitability.parts:
            why = " ".join(said(reason) for reason in part.reasons)
            task = part.task
            yield one.function.name, one.suitability.share, one.suitability.days, task.name, task.share, part.home, why
