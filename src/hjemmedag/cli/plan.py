"""`hjemmedag plan`: the best days in the office for the people in a file."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hjemmedag.cli.arguments import Language, Unusable, options
from hjemmedag.cli.given import json_object
from hjemmedag.core.law import FactsError, Text
from hjemmedag.core.law.text import WEEKDAYS
from hjemmedag.core.week.planning.answer import answer
from hjemmedag.core.week.planning.conflict import conflict
from hjemmedag.core.week.planning.problem import AWAY, WORKDAYS, Place, Problem
from hjemmedag.core.week.planning.solve import Effort, Status, solve
from hjemmedag.core.week.planning.written import problem

NO_PLAN = 3
MOST_SECONDS, MOST_WORKERS = 86_400, 256


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Asked:
    """The file, how long and with how many cores to search, and whether the same plan is wanted every time.

    It is, as long as there is time enough: the search takes the same way on every run.
    """

    file: str = ""
    seconds: Decimal = Decimal(60)
    workers: int = 2
    deterministic: bool = False
    format: Form = Form.TEXT

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= MOST_SECONDS:
            span = Text(da=f"skal ligge mellem 0 og {MOST_SECONDS}.", en=f"must lie between 0 and {MOST_SECONDS}.")
            raise FactsError("seconds", span)
        if not 1 <= self.workers <= MOST_WORKERS:
            span = Text(da=f"skal ligge mellem 1 og {MOST_WORKERS}.", en=f"must lie between 1 and {MOST_WORKERS}.")
            raise FactsError("workers", span)


def plan(arguments: Sequence[str], language: Language) -> tuple[str, int]:
    """The answer, and the exit code that goes with it. Raises `Unusable`."""
    asked = options(Asked, ("file", "--seconds", "--workers", "--deterministic", "--format"), arguments)
    if not asked.file:
        raise Unusable(Text(da="filen mangler.", en="the file is missing."))
    where, given = json_object(asked.file)
    try:
        known = problem(given)
    except FactsError as fault:
        raise Unusable(fault.message.about(fault.field).about(where)) from None
    effort = Effort(float(asked.seconds), asked.workers, time.monotonic)
    begun = time.monotonic()
    found = solve(known, effort)
    left = float(asked.seconds) - (time.monotonic() - begun)
    clash = conflict(known, Effort(left, asked.workers, time.monotonic)) if found.status is Status.INFEASIBLE else ()
    told = answer(known, found, time.monotonic() - begun, language, clash)
    code = 0 if found.office is not None else NO_PLAN
    if asked.format is Form.JSON:
        return json.dumps(told, ensure_ascii=False), code
    return "\n".join(_lines(known, told, language)), code


def _lines(known: Problem, told: dict[str, Any], language: Language) -> Iterator[str]:
    """The plan for people: how good it is, who is where, and why somebody didn't get their wish."""
    yield _verdict(told).said(language)
    if told["conflict"]:
        yield from (f"  {reason}" for reason in told["conflict"])
    if not told["assignment"]:
        return
    counts = told["parts"]
    yield Text(
        da=f"{counts['wish']} ønsker ikke opfyldt · {counts['alone']} dage næsten alene på kontoret · "
        f"{counts['change']} ændrede dage · {counts['peak']} på arbejdsstedernes travleste dage",
        en=f"{counts['wish']} wishes not met · {counts['alone']} days nearly alone in the office · "
        f"{counts['change']} changed days · {counts['peak']} on the sites' busiest days",
    ).said(language)
    width = max(len(name) for name in [*told["assignment"], *told["overlap"]])
    heading = " ".join(WEEKDAYS[language][day][:2] for day in range(WORKDAYS))
    yield f"\n{'':<{width}}  {'   '.join([heading] * known.weeks)}"
    for name, days in told["assignment"].items():
        yield f"{name:<{width}}  {_strip([LETTERS[place].said(language) for place in days])}"
    yield Text(
        da="H hjemme, K på kontoret, – væk\n\nHele teamet på kontoret",
        en="H at home, O in the office, – away\n\nAll of the team in the office",
    ).said(language)
    for name, days in told["overlap"].items():
        full = [("x" if day in days else "·") for day in range(known.days)]
        yield f"{name:<{width}}  {_strip(full)}"
    if told["why"]:
        yield Text(da="\nØnsker, der ikke blev opfyldt", en="\nWishes that were not met").said(language)
    for name, reasons in told["why"].items():
        yield from (f"{name}: {reason}" for reason in reasons.values())
    for name, own in told.get("remote", {}).items():
        yield f"{name}: {_journey(own).said(language)}"


def _strip(days: Sequence[str]) -> str:
    """The days in columns, with room between weeks."""
    weeks = (days[start : start + WORKDAYS] for start in range(0, len(days), WORKDAYS))
    return "   ".join("  ".join(week) for week in weeks)


def _verdict(told: dict[str, Any]) -> Text:
    match told["status"]:
        case Status.OPTIMAL:
            points = _decimal(told["objective"])
            return Text(
                da=f"Planen er bevist den bedste: {points.da} point.",
                en=f"The plan is proven to be the best: {points.en} points.",
            )
        case Status.FEASIBLE:
            points, share = _decimal(told["objective"]), _decimal(round(100 * told["gap"], 2))
            return Text(
                da=f"Planen holder alle krav: {points.da} point. Højst {share.da} % af dem kan spares.",
                en=f"The plan keeps every demand: {points.en} points. At most {share.en} % of them could be saved.",
            )
        case Status.INFEASIBLE:
            return Text(
                da="Der er ingen plan. Det her kan ikke gælde samtidig:", en="There is no plan. This can't all hold:"
            )
        case _:
            return Text(
                da="Der blev ikke fundet en plan i tide. Giv den mere tid med --seconds.",
                en="No plan was found in time. Give it more with --seconds.",
            )


def _decimal(number: float) -> Text:
    return Text(da=str(number).replace(".", ","), en=str(number))


def _journey(own: dict[str, Any]) -> Text:
    days = ", ".join(event["name"] for event in own["events"])
    if not days:
        return Text(da="arbejder altid hjemme, ingen møder.", en="always works from home, no events.")
    return Text(
        da=f"kommer til {days}; rejsetid {own['travel_minutes']} min., {own['travel_cost']} kr.",
        en=f"comes to {days}; {own['travel_minutes']} minutes of travel, DKK {own['travel_cost']}.",
    )


LETTERS = {
    Place.HOME: Text(da="H", en="H"),
    Place.OFFICE: Text(da="K", en="O"),
    AWAY: Text(da="–", en="–"),
}
