"""A list, a week and a form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from benchmarks.floor.forms import PLACES, EntryForm
from benchmarks.floor.models import Employee, TimeEntry


def entries(request: HttpRequest) -> HttpResponse:
    """Everyone's hours, newest first, 50 a page; searched by name, narrowed to a place."""
    found = TimeEntry.objects.select_related("employee").order_by("-day", "-id")
    if words := request.GET.get("q", "").strip():
        found = found.filter(employee__name__icontains=words)
    if place := request.GET.get("place", ""):
        found = found.filter(place=place)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    shown = {"page": page, "numbers": numbers, "q": words, "place": place, "places": PLACES}
    return render(request, "floor/entries.html", shown)


def week(request: HttpRequest) -> HttpResponse:
    """One's own week, a day a row, with the hours of each and of all; and where the team is."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    dates = [monday + timedelta(days=number) for number in range(7)]
    team = Employee.objects.filter(team=request.user.team).order_by("id")  # type: ignore[union-attr]
    found: dict[tuple[int, date], list[TimeEntry]] = {}
    for entry in TimeEntry.objects.filter(employee__in=team, day__range=(dates[0], dates[-1])).order_by("start"):
        found.setdefault((entry.employee_id, entry.day), []).append(entry)
    days = []
    for day in dates:
        worked = found.get((request.user.pk, day), [])
        minutes = sum((one.end.hour - one.start.hour) * 60 + one.end.minute - one.start.minute for one in worked)
        days.append({"day": day, "entries": worked, "hours": minutes / 60, "today": day == today})
    shown = {
        "days": days,
        "total": sum(day["hours"] for day in days),
        "today": today,
        "team": [(one, [_place(found.get((one.pk, day), ())) for day in dates]) for one in team],
    }
    return render(request, "floor/week.html", shown)


def _place(entries: Sequence[TimeEntry]) -> str:
    return entries[0].place if entries else ""


def new(request: HttpRequest) -> HttpResponse:
    """Hours worked on a day."""
    form = EntryForm(request.POST or None, initial={"day": timezone.localdate()})
    if form.is_valid():
        form.instance.employee = request.user
        form.save()
        messages.success(request, _("Saved."))
        return redirect("week")
    return render(request, "floor/form.html", {"form": form})
