"""Injuries: what was told, what came of them, and how their deadline stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.models import Account, Aftermath, Death, Filing, Injury, InjuryDraft
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.workplaces.injuries import Clock, Known, clock, to_do_by
from hjemmedag.core.workplaces.rules.injury_report import Injury as Answer
from hjemmedag.core.worktime.typed import clock as by_the_clock
from hjemmedag.rulebook.load import load

LATEST: dict[str, tuple[Any, dict[str, str]]] = {
    "account": (Account, {"injured_on": "on"}),
    "aftermath": (
        Aftermath,
        {"first_away": "first_away", "last_away": "last_away", "claim_expected": "claim_expected"},
    ),
    "death": (Death, {"died_at": "died_at", "death_known_at": "at"}),
    "filing": (Filing, {"reported": "reported", "settled_at": "at"}),
}
"""What of the latest row of each kind the deadline hangs on, by its name in `Known`."""


@dataclass(frozen=True, slots=True)
class Case:
    """An injury with what is known of it, and what the rule says of that on a day."""

    injury: Injury
    known: Known
    answer: Answer
    on: date

    @property
    def clock(self) -> Clock:
        """How the duty to report stands."""
        return clock(self.known, self.answer)

    @property
    def deadline(self) -> date | None:
        """The last day, while something is to be done by it."""
        return to_do_by(self.known, self.answer, load())

    @property
    def instant(self) -> datetime | None:
        """The last instant, after a death."""
        last = self.answer.deadline
        return last if isinstance(last, datetime) else None


def with_latest(injuries: QuerySet[Injury]) -> QuerySet[Any]:
    """The injuries with what their deadline hangs on: one query. The latest row of each kind counts."""
    columns = {
        name: Subquery(model.objects.filter(injury=OuterRef("pk")).order_by("-id").values(column)[:1])
        for model, wanted in LATEST.values()
        for name, column in wanted.items()
    }
    rows: QuerySet[Any] = injuries.annotate(**columns)
    return rows.order_by("-injured_on", "-id")


def cases(rows: Iterable[Any], on: date) -> list[Case]:
    """Rows of `with_latest` with the rule's answer on a day."""
    return [_case(row, on) for row in rows]


def _case(row: Any, on: date) -> Case:
    said = {name: getattr(row, name) for _model, wanted in LATEST.values() for name in wanted}
    known = Known(**said)
    return Case(row, known, known.answer(on, load()), on)


def draft_of(writer: int, pk: int) -> InjuryDraft | None:
    """A report that this person has begun, with the name of whom it is about."""
    return InjuryDraft.objects.filter(writer=writer, pk=pk).select_related("employee").first()


def usual(employee: int, on: date) -> dict[str, str]:
    """What a report begins with: today, the room that was agreed on, and the usual task."""
    terms = agreements.terms_in_force(employee, on)
    return {"on": on.isoformat(), "place": terms.room if terms else "", "task": people.title_of(employee, on)}


def registered_hours(employee: int, on: date) -> list[list[str]]:
    """What is registered for a day, as pairs: "08:00–16:00", or only how many minutes, and the place. One query."""
    found = []
    for entry in worktime.of_days(employee, on, on):
        span = worktime.span_of(entry)
        words = f"{by_the_clock(span.start)}–{by_the_clock(span.end)}" if span.timed else f"{entry.minutes} min"
        found.append([words, entry.place])
    return found
