"""Wishes that nobody answers: who has them now, and who in HR sees to it that someone does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from hjemmedag.apps.agreements.models import Amendment, Application
from hjemmedag.apps.agreements.queries.applications import undecided
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role

SILENCE, NOBODY, CHANGE_SILENCE, CHANGE_NOBODY = "silence", "nobody", "silence_change", "nobody_change"
KINDS = frozenset({SILENCE, NOBODY, CHANGE_SILENCE, CHANGE_NOBODY})


@dataclass(frozen=True, slots=True)
class Turn:
    """Who has someone's wish: `decider` answers it; `handler` in HR steps in where nobody does, or nobody can."""

    decider: int | None
    handler: int | None

    @property
    def to_write_to(self) -> int | None:
        """Who is told of a new wish; `None` where nobody in the company could see to it."""
        return self.handler if self.decider is None else self.decider


def whose_turn(employee: int, on: date) -> Turn:
    """Who has this person's wishes on a day: two queries."""
    decider = people.deciders_of([employee], on).get(employee)
    return Turn(decider, handler_of(employee, decider, on))


def handler_of(employee: int, decider: int | None, on: date) -> int | None:
    """Who in HR steps in for the decider of this person's wishes, somebody who is there before others."""
    handlers = [one for one in people.holders(Role.HR, on) if one not in (employee, decider)]
    away = {row["employee"] for row in people.on_leave(on).filter(employee__in=handlers)} if len(handlers) > 1 else ()
    return next((one for one in handlers if one not in away), next(iter(handlers), None))


def unanswered(on: Any) -> tuple[QuerySet[Any, Any], ...]:
    """The kind of turn, the wish, whom it is about, its deadline, and who in HR sees to it.

    Someone is silent once the deadline has passed, unless they were named so lately that they have time of their own:
    `Asked("patience")` is the first day that counts as lately. A change that a manager asked for is no wish: the
    employee's silence leaves everything as it is.
    """
    changes = Amendment.objects.filter(closed_at__isnull=True, asked_by=F("arrangement__employee"))
    return (
        _late(undecided(), "employee", (SILENCE, NOBODY), on),
        _late(changes, "arrangement__employee", (CHANGE_SILENCE, CHANGE_NOBODY), on),
    )


def _late(
    rows: QuerySet[Application] | QuerySet[Amendment], employee: str, kinds: tuple[str, str], on: Any
) -> QuerySet[Any, Any]:
    silent, nobody = kinds
    decided: Any = rows.order_by().annotate(decider=people.decider_on(on, employee))
    lately = people.lately_named(on, people.Asked("patience"), employee)
    late = decided.filter(Q(decider__isnull=True) | (Q(answer_by__lt=on) & ~lately))
    kind = Case(When(decider__isnull=True, then=Value(nobody)), default=Value(silent))
    told: QuerySet[Any, Any] = late.values_list(
        kind,
        F("pk"),
        Coalesce("decider", employee, output_field=BigIntegerField()),
        F("answer_by"),
        _handler(on, employee),
    )
    return told


def _handler(on: Any, employee: str) -> Subquery:
    holders = people.holding(Role.HR, on).exclude(employee=OuterRef(employee))
    present = holders.exclude(employee__in=people.on_leave(on))
    ordered = present.exclude(
        employee=Coalesce(OuterRef("decider"), Value(0), output_field=BigIntegerField())
    ).order_by("starts", "id")
    return Subquery(ordered.values("employee")[:1])
