"""What seeing a place of work asks of people: an answer, a note of what was seen, a look at a picture or oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces.access import follows
from hjemmedag.apps.workplaces.models import Photo, Visit
from hjemmedag.apps.workplaces.queries.places import place_turns
from hjemmedag.core.duties import Scope
from hjemmedag.core.instants import midnight
from hjemmedag.core.workplaces.visits import Said


@dataclass(frozen=True, slots=True)
class Seeing:
    """`what` is "answer" or "write" of a visit, or "look" at a picture; `due` its day, or its last one.

    Also "place" and "place again" of an agreed place beside the home, as `queries.places` says.
    """

    what: str
    subject: int
    employee: int
    owner: int
    due: date


def seeing(scope: Scope, on: date) -> list[Seeing]:
    """Everything that someone, or anyone, must do: one query. What was seen is written once the day has passed."""
    now = midnight(on)
    rows = _everyones.rows(now=now, on=on) if scope.owner is None else _ones.rows(now=now, on=on, who=scope.owner)
    return [Seeing(*row) for row in rows]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _of(Q())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    return _of(Q(owner=people.Asked("who")))


def _of(whose: Q) -> QuerySet[Any, Any]:
    columns, unanswered = ("what", "pk", "employee", "owner", "day"), Q(answer__isnull=True)
    waits = unanswered & Q(starts__gte=people.Asked("now"))
    is_due = Q(answer__said=Said.AGREES, starts__lt=people.Asked("now")) & follows("asked_by", people.Asked("on"))
    manager = people.manager_on(people.Asked("on"), "employee")
    visits = (
        Visit.objects.annotate(manager=manager)
        .filter(waits | is_due, end__isnull=True)
        .annotate(
            what=Case(When(unanswered, then=Value("answer")), default=Value("write"), output_field=CharField()),
            owner=Case(When(unanswered, then=F("employee")), default=F("asked_by")),
            day=TruncDate("starts"),
        )
    )
    kept = ~Q(file="") & Q(ready_at__isnull=False, delete_by__gt=people.Asked("on"))
    photos = (
        Photo.objects.annotate(manager=manager)
        .filter(kept, follows("viewer", people.Asked("on")))
        .annotate(what=Value("look", output_field=CharField()), owner=F("viewer"), day=F("delete_by"))
    )
    mine = [rows.filter(whose).order_by().values_list(*columns) for rows in (visits, photos)]
    named = ("what", "pk", "owner", "owner", "day")
    places = place_turns().filter(whose).order_by().values_list(*(F(name) for name in named))
    every: QuerySet[Any, Any] = mine[0].union(mine[1], places, all=True)
    return every.order_by("day", "what", "pk")


def for_viewer(photo: int, on: date) -> bool:
    """Whether a picture's viewer follows the home still: one query."""
    rows = Photo.objects.annotate(manager=people.manager_on(on, "employee"))
    return rows.filter(follows("viewer", on), pk=photo).exists()
