"""Arbejdstid: one's own week, written as people say it, confirmed in one click."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hjemmedag.apps.worktime import access, actions, queries
from hjemmedag.apps.worktime.forms.drafts import numbers, with_drafts
from hjemmedag.apps.worktime.forms.week import WeekForm, proposed, short_answer
from hjemmedag.core.duties import Scope
from hjemmedag.core.worktime.weeks import monday_of
from hjemmedag.ui.answering import refusals_above, refusals_in
from hjemmedag.ui.requests import FIRST_DAY, LAST_DAY, Request, only, whole_number


@only(access.may_register)
def current(request: Request) -> HttpResponse:
    """The week that waits for its person: one that came back, or the last one until it is sent; else this one."""
    today = timezone.localdate()
    mine = [turn for turn in queries.turns(Scope(owner=request.viewer.employee), today) if turn.what in queries.WEEKS]
    returned = [turn.day for turn in mine if turn.what is queries.Waits.RETURNED]
    return _to(returned[0] if returned else mine[0].day if mine else today)


@only(access.may_register)
def page(request: Request, year: int, number: int) -> HttpResponse:
    """Seven days: what was agreed, what is registered, and how far the week has come."""
    now, monday = timezone.now(), _monday(year, number)
    shown = queries.week_shown(request.viewer.employee, monday, now=now)
    drafts = queries.drafts_shown(shown)
    said: Mapping[str, Any] | None = request.POST or None
    if "short" in request.POST:
        said = proposed(shown, short_answer(shown, timezone.localtime(now)))
    elif "draft" in request.POST:
        said = with_drafts(request.POST, shown, drafts, numbers(request.POST["draft"]))
    form = WeekForm(said, week=shown, drafts=drafts)
    if form.is_valid():
        with refusals_in(form) as met:
            written = actions.register(
                employee=request.viewer.employee,
                monday=monday,
                days=form.worked,
                revision=form.cleaned_data["revision"],
                actor=request.viewer.employee,
                now=now,
                reason=form.cleaned_data.get("reason", ""),
                because=form.cleaned_data["because"],
            )
            messages.success(request, _("Your hours are saved.") if written else _("Nothing was changed."))
            return _to(monday)
        if isinstance(met.refusal, actions.Unexplained):
            form.ask_why(met.refusal.findings)
        if met.stale:
            shown = queries.week_shown(request.viewer.employee, monday, now=now)
            form.seen_again(shown)
    return _shown(request, shown, form)


def _shown(request: Request, shown: queries.ShownWeek, form: WeekForm) -> HttpResponse:
    template = "worktime/week_delivered.html" if shown.delivered else "worktime/week.html"
    return render(request, template, {"shown": shown, "form": form, **_around(shown.monday)})


@require_POST
@only(access.may_register)
def confirmation(request: Request, year: int, number: int) -> HttpResponse:
    """“It was as agreed.” Where a rest was too short, the week is shown as it would be, and the reason is asked for."""
    monday, now = _monday(year, number), timezone.now()
    shown = queries.week_shown(request.viewer.employee, monday, now=now)
    form = WeekForm(request.POST if "day_0" in request.POST else proposed(shown, {}), week=shown)
    if not form.is_valid():
        return _shown(request, shown, form)
    with refusals_above(request) as met:
        sent = actions.confirm(
            employee=request.viewer.employee,
            monday=monday,
            revision=whole_number(request.POST.get("revision", "")) or 0,
            now=now,
            typed=form.worked,
            reason=form.cleaned_data.get("reason", ""),
            because=form.cleaned_data["because"],
        )
        messages.success(
            request,
            _("The week is confirmed and sent to your manager.") if sent else _("The days so far are confirmed."),
        )
        return _to(monday)
    if isinstance(met.refusal, actions.Unexplained):
        agreed = {day: span for day, span in shown.as_agreed.items() if day not in form.worked}
        form = WeekForm(
            {name: form.data.get(name, "") for name in form.data} | proposed(shown, agreed, only=agreed), week=shown
        )
        form.ask_why(met.refusal.findings)
        return _shown(request, shown, form)
    return _to(monday)


@require_POST
@only(access.may_register)
def draft_removal(request: Request, year: int, number: int) -> HttpResponse:
    """Throw suggestions away. What is typed and not saved yet stays on the page."""
    monday, now = _monday(year, number), timezone.now()
    chosen = numbers(request.POST.get("draft", ""))
    actions.remove_drafts(employee=request.viewer.employee, drafts=chosen, now=now)
    shown = queries.week_shown(request.viewer.employee, monday, now=now)
    saved = {name: str(said) for name, said in proposed(shown, {}).items()}
    typed = {name: request.POST.get(name, said) for name, said in saved.items()}
    if typed == saved:
        return _to(monday)
    return _shown(request, shown, WeekForm(week=shown, drafts=queries.drafts_shown(shown), initial=typed))


def _monday(year: int, number: int) -> date:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise Http404 from None
    if not FIRST_DAY < monday < LAST_DAY:
        raise Http404
    return monday


def _around(monday: date) -> dict[str, date]:
    """The weeks before and after, as the template links to them."""
    return {"before": date.fromordinal(monday.toordinal() - 7), "after": date.fromordinal(monday.toordinal() + 7)}


def _to(day: date) -> HttpResponse:
    year, number, _weekday = monday_of(day).isocalendar()
    return redirect("worktime:week", year, number)
