"""What suits which job: needs analyses as values, and what they say on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from django.db.models import Prefetch

from hjemmedag.apps.policy.models import JobFunction, NeedsAnalysis
from hjemmedag.core.people.names import alphabetical
from hjemmedag.core.policy import needs
from hjemmedag.core.policy.needs import Confidentiality, ServiceWindow, Suitability, Task, Together
from hjemmedag.rulebook.load import load

RULE = "policy.suitability"


@dataclass(frozen=True, slots=True)
class Analysed:
    """A job function with the analysis that holds on a day, and what it says; without one there is nothing to say."""

    function: JobFunction
    analysis: NeedsAnalysis | None = None
    suitability: Suitability | None = None


def analysed(on: date, words: str = "", pk: int | None = None) -> list[Analysed]:
    """The job functions in use on a day with their analyses, in Danish order; with `pk` that one, used or not.

    Two queries.
    """
    begun = NeedsAnalysis.objects.filter(starts__lte=on).order_by("-number")
    rows = JobFunction.objects.prefetch_related(Prefetch("analyses", queryset=begun, to_attr="begun"))
    if pk is not None:
        rows = rows.filter(pk=pk)
    kept = (
        row
        for row in rows
        if words.casefold() in row.name.casefold() and (pk is not None or row.retired_on is None or row.retired_on > on)
    )
    return [_analysed(row, on) for row in sorted(kept, key=lambda row: alphabetical(row.name))]


def analysed_title(title: str, on: date) -> Analysed | None:
    """The job function that a title names, whatever its case, as it is analysed on a day."""
    return next((one for one in analysed(on) if one.function.name.casefold() == title.casefold()), None)


def anything_analysed(on: date) -> bool:
    """Whether any job function has an analysis that holds on a day."""
    return NeedsAnalysis.objects.filter(starts__lte=on).exists()


def analyses(function: int) -> list[NeedsAnalysis]:
    """Every analysis of a job function with who made it, newest first."""
    return list(NeedsAnalysis.objects.filter(function=function).select_related("by"))


def latest_analysis(function: int) -> NeedsAnalysis | None:
    """The analysis made last, begun or not."""
    return NeedsAnalysis.objects.filter(function=function).select_related("by").first()


def _analysed(row: Any, on: date) -> Analysed:
    analysis = next(iter(row.begun), None)
    return Analysed(row, analysis, said_by(analysis, on) if analysis else None)


def said_by(analysis: NeedsAnalysis, on: date) -> Suitability:
    """What an analysis says by the values of a day."""
    most = load().on(on).number(RULE, "close_share")
    return needs.suitability(tasks_of(analysis), windows_of(analysis), close_share=most)


def tasks_of(analysis: NeedsAnalysis) -> list[Task]:
    """Its tasks as values."""
    return [
        Task(
            **kept
            | {"confidentiality": Confidentiality(kept["confidentiality"]), "together": Together(kept["together"])}
        )
        for kept in analysis.tasks
    ]


def windows_of(analysis: NeedsAnalysis) -> list[ServiceWindow]:
    """Its service windows as values."""
    return [
        ServiceWindow(
            days=frozenset(kept["days"]),
            start=time.fromisoformat(kept["start"]),
            end=time.fromisoformat(kept["end"]),
            on_site=kept["on_site"],
        )
        for kept in analysis.windows
    ]


def written_tasks(tasks: Iterable[Task]) -> list[dict[str, Any]]:
    """Tasks as they are stored."""
    return [asdict(task) for task in tasks]


def written_windows(windows: Iterable[ServiceWindow]) -> list[dict[str, Any]]:
    """Service windows as they are stored."""
    return [
        {
            "days": sorted(window.days),
            "start": f"{window.start:%H:%M}",
            "end": f"{window.end:%H:%M}",
            "on_site": window.on_site,
        }
        for window in windows
    ]
