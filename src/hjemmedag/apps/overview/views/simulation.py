"""Konsekvenser: other values of the policy tried on a copy of the whole company. Nothing is stored."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from hjemmedag.apps.overview import access
from hjemmedag.apps.overview.forms.simulation import SimulationForm
from hjemmedag.apps.overview.queries import simulated, simulated_files
from hjemmedag.apps.overview.queries.simulation import Simulation, Standing, simulation, standing
from hjemmedag.ui.answering import refusals_above
from hjemmedag.ui.downloads import attachment
from hjemmedag.ui.lists import Asked
from hjemmedag.ui.requests import Request, only

FILES = ("xlsx", "pdf")


@only(access.may_simulate)
def page(request: Request) -> HttpResponse:
    """The values to try; what they would mean; and one list of people at a time."""
    asked = Asked(request, timezone.localdate())
    stands = standing(asked.today)
    form = SimulationForm(request.GET, stands=stands)
    shown = {"asked": asked, "form": form, "stands": stands}
    if not form.asked:
        return render(request, "overview/simulation.html", shown)
    if not form.is_valid():
        return render(request, "overview/simulation.html", shown)
    change = form.change
    if change.nothing(stands.criteria):
        return render(request, "overview/simulation.html", shown | {"nothing": True})
    found = simulation(change, form.cleaned_data["flat"], stands, asked.today)
    if ending := asked.word("format"):
        return _file(request, asked, found, stands, ending)
    # The list asked for, else the first that has anyone on it.
    told = next((key for key in simulated.LISTS if found.among(key)), "screen")
    which = word if (word := asked.word("liste")) in simulated.LISTS else told
    people = asked.page(found.among(which))
    shown |= {
        "found": found,
        "tried": simulated.tried(found, stands.functions),
        "warnings": simulated.warnings(found),
        "weekdays": [(name, *map(simulated.number, figures)) for name, *figures in simulated.weekdays(found)],
        "cost_words": simulated.cost_words(found),
        "lists": [(key, words, len(found.among(key))) for key, words in simulated.LISTS.items()],
        "list_name": simulated.LISTS[which],
        "page": people,
        "rows": simulated.rows(found, which, people.object_list),
        "assumptions": simulated.assumptions(),
        "unknown": simulated.unknown(found),
        "files": [(words, asked.address(format=ending)) for ending, words in (("pdf", "PDF"), ("xlsx", "Excel"))],
    }
    return render(request, "overview/simulation.html", shown)


def _file(request: Request, asked: Asked, found: Simulation, stands: Standing, ending: str) -> HttpResponse:
    if ending not in FILES:
        raise BadRequest("neither xlsx nor pdf")
    name = f"konsekvenser-{asked.today}"
    if ending == "xlsx":
        return attachment(simulated_files.book(name, found, stands.functions))
    with refusals_above(request):
        return attachment(simulated_files.paper(name, found, stands.functions, now=timezone.now()))
    return redirect(reverse("overview:simulation") + asked.address(format=""))
