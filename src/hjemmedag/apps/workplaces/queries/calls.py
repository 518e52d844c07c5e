"""What calls for someone with a role: injuries to report, near misses and insurances, and who holds the roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import access
from hjemmedag.apps.workplaces.models import Injury, Insurance, NearMiss
from hjemmedag.apps.workplaces.queries.findings import TURN, Turn, turn_of, waiting
from hjemmedag.apps.workplaces.queries.injuries import with_latest
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.injuries import Clock, Known, clock, to_do_by
from hjemmedag.rulebook.load import load

AHEAD = timedelta(days=30)
"""How long before a review HR is told of it: a choice of ours, no rule."""


class Kind(IntEnum):
    """What a row is of."""

    FINDING = 0

    INJURY = 1
    NEAR_MISS = 2
    INSURANCE = 3
    HOLDS_HR = 4
    HOLDS_SAFETY = 5


@dataclass(frozen=True, slots=True)
class Call:
    """One thing: the record, whom it is about (nobody: an insurance), by when, and the one handler, if there is one.

    `clock`: how an injury's report stands.
    """

    kind: Kind
    subject: int
    whose: int | None
    due: date | None
    handler: int | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Calls:
    """All of them, and everyone with one of the two roles that hear them."""

    calls: list[Call] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    hr: list[int] = field(default_factory=list)
    safety: list[int] = field(default_factory=list)

    def holders(self, role: Role) -> list[int]:
        """Whoever holds the role; HR where nobody does."""
        return (self.safety if role is Role.SAFETY else []) or self.hr

    def owners(self, call: Call) -> list[int]:
        """Who sees to it: the handler, or else HR and for near misses the safety representatives, not for their own."""
        if call.handler is not None:
            return [call.handler]
        every = [*self.hr, *self.safety] if call.kind is Kind.NEAR_MISS else self.hr
        others = [one for one in dict.fromkeys(every) if one != call.whose]
        return others or (self.hr if call.kind is Kind.INJURY else [])


KNOWN: dict[str, models.Field[Any, Any]] = {
    "first_away": models.DateField(),
    "last_away": models.DateField(),
    "claim_expected": models.BooleanField(),
    "died_at": models.DateTimeField(),
    "death_known_at": models.DateTimeField(),
    "reported": models.BooleanField(),
    "settled_at": models.DateTimeField(),
}
COLUMNS: dict[str, models.Field[Any, Any]] = {
    "call": models.BigIntegerField(),
    "subject": models.BigIntegerField(),
    "whose": models.BigIntegerField(),
    "day": models.DateField(),
    "handler": models.BigIntegerField(),
    **KNOWN,
    **TURN,
}


def calls(scope: Scope, on: date) -> Calls:
    """What calls for the one in scope, or for anyone: one query, whoever they are."""
    days: dict[str, Any] = {"on": on, "warned": on + AHEAD}
    rows = _everyones.rows(**days) if scope.owner is None else _ones.rows(**days, who=scope.owner)
    found = Calls()
    holders = {Kind.HOLDS_HR: found.hr, Kind.HOLDS_SAFETY: found.safety}
    for row in rows:
        said = dict(zip(COLUMNS, row, strict=True))
        kind = Kind(said["call"])
        if kind in holders:
            holders[kind].append(said["subject"])
        elif kind is Kind.FINDING:
            found.turns.append(turn_of(said))
        elif kind is Kind.INJURY:
            found.calls.extend(_injury(said, on))
        else:
            due = said["day"] if kind is Kind.INSURANCE else None
            found.calls.append(Call(kind, said["subject"], said["whose"], due))
    return Calls(found.calls, found.turns, list(dict.fromkeys(found.hr)), list(dict.fromkeys(found.safety)))


def _injury(said: dict[str, Any], on: date) -> list[Call]:
    """The injury, where there is something to be done about it."""
    known = Known(injured_on=said["day"], **{name: said[name] for name in KNOWN})
    answer = known.answer(on, load())
    stands = clock(known, answer)
    if stands not in (Clock.DUE, Clock.CHECK, Clock.ASK):
        return []
    due = to_do_by(known, answer, load())
    return [Call(Kind.INJURY, said["subject"], said["whose"], due, said["handler"], stands)]


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    return _together(Q(), Q(), Q(), Q())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    who, on = people.Asked("who"), people.Asked("on")
    hr, safety = (Exists(people.holding(role, on).filter(employee=who)) for role in (Role.HR, Role.SAFETY))
    led = Q(manager__isnull=True) | ~Q(told="") | Q(private=True) | Q(manager=who)
    findings = Q(employee=who) | Q(owner=who) | led
    return _together(findings, Q(handler=who) | Q(Q(handler__isnull=True), hr), hr | safety, Q(hr))


def _together(findings: Q, injuries: Q, near_misses: Any, insurances: Q) -> QuerySet[Any, Any]:
    on = people.Asked("on")
    named = access.named_handler(on).exclude(handler=OuterRef("employee")).values("handler")[:1]
    open_ones = (
        with_latest(Injury.objects.all())
        .annotate(handler=Subquery(named))
        .filter(
            Q(first_away__isnull=False)
            | Q(died_at__isnull=False)
            | Q(claim_expected=True)
            | Q(claim_expected__isnull=True),
            Q(reported__isnull=True) | Q(reported=False) | Q(died_at__isnull=False),
            injuries,
        )
    )
    missed = NearMiss.objects.filter(Q(near_misses), settled_on__isnull=True)
    reviewed = to_review(on, people.Asked("warned")).filter(insurances)
    given = {name: F(name) for name in ("handler", *KNOWN)}
    turns = {name: F(name) for name in ("handler", *TURN)}
    first = _as(Kind.FINDING, waiting(on).filter(findings), subject=F("pk"), whose=F("employee"), day=F("on"), **turns)
    return first.union(
        _as(Kind.INJURY, open_ones, subject=F("pk"), whose=F("employee"), day=F("injured_on"), **given),
        _as(Kind.NEAR_MISS, missed, subject=F("pk"), whose=F("employee"), day=F("on")),
        _as(Kind.INSURANCE, reviewed, subject=F("pk"), day=F("review_on")),
        _as(Kind.HOLDS_HR, people.holding(Role.HR, on), subject=F("employee")),
        _as(Kind.HOLDS_SAFETY, people.holding(Role.SAFETY, on), subject=F("employee")),
        all=True,
    )


def _as(kind: Kind, rows: QuerySet[Any], **given: Any) -> QuerySet[Any, Any]:
    said = {"call": Value(kind.value), **given}
    columns = [Cast(said.get(name, Value(None)), column) for name, column in COLUMNS.items()]
    listed: QuerySet[Any, Any] = rows.order_by().values_list(*columns)
    return listed


def to_review(on: date | people.Asked, until: date | people.Asked) -> QuerySet[Insurance]:
    """The insurances that hold on a day, or will, and whose review comes until another."""
    lasting = Insurance.objects.filter(replaced_by__isnull=True).exclude(ends__lte=on)
    return lasting.filter(review_on__lte=until)
