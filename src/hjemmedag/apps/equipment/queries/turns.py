"""Who has something to do about equipment: one query for one person or ten thousand, and one for the keepers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from django.db.models import BigIntegerField, DateField, Exists, Min, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, TruncDate

from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.equipment.models import Expense, Item, Loan, Loss, RepairStep, ReturnStatement, WriteOff
from hjemmedag.apps.equipment.queries.stock import open_repairs
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role


class Waits(IntEnum):
    """What somebody has to do, and what `Turn` then holds."""

    SIGN = 1
    """Sign for what they got: the document, and the day it was handed over."""
    BRING = 2
    """Bring something back: the first loan, and the day it is due."""
    RECEIVE = 3
    """Keepers: confirm what was brought back: the loan, and when."""
    MISSING = 4
    """Keepers: find or write off what is missing: the item, and since when."""
    SERVICE = 5
    """Keepers: an item to look after or replace, and by when."""
    REPAIR = 6
    """Keepers: a fault that nobody helps with yet, and the day promised."""
    HOLDS_IT = 7
    """Nothing: whoever is named keeps the stock, by the role in IT."""
    HOLDS_HR = 8
    """Nothing: whoever is named keeps the stock where nobody in IT does."""
    ANSWER = 9
    """Answer the team's orders and refunds: the manager, the first one, and since when it waits."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One such thing, in the terms of `Waits`; `who` is nobody (0) where any keeper may do it."""

    what: Waits
    who: int
    subject: int
    day: date


def turns(scope: Scope, on: date, warned: date) -> list[Turn]:
    """What waits for the people in scope themselves, and who the keepers are; for everyone's, what waits for those
    too: one query.

    `warned`: the day until which returns and service are told of beforehand.
    """
    days: dict[str, Any] = {"on": on, "warned": warned}
    rows = _everyones.rows(**days) if scope.owner is None else _ones.rows(**days, who=scope.owner)
    return sorted(Turn(Waits(what), who, subject, day) for what, who, subject, day in rows)


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    running = Loan.objects.filter(ends__isnull=True)
    parts = [*_personal(running, documents.unsigned_by()), *_for_keepers(), *_keepers()]
    return _together([*parts, _unanswered(Expense.objects.all())])


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    who = people.Asked("who")
    running = Loan.objects.filter(ends__isnull=True, employee=who)
    team = Expense.objects.filter(employee__in=people.led_by(who, people.Asked("on")))
    return _together([*_personal(running, documents.unsigned_by(who)), *_keepers(), _unanswered(team)])


def _unanswered(expenses: QuerySet[Expense]) -> QuerySet[Any, Any]:
    waiting = expenses.filter(answer__isnull=True).order_by()
    led = waiting.annotate(manager=people.manager_on(people.Asked("on"), "employee")).filter(manager__isnull=False)
    day = Cast(TruncDate(Min("at")), DateField())
    grouped = led.values("manager").annotate(first=Min("id"), day=day)
    return _as(Waits.ANSWER, grouped, "manager", "first", "day")


def _keepers() -> list[QuerySet[Any, Any]]:
    held = ((Waits.HOLDS_IT, Role.IT), (Waits.HOLDS_HR, Role.HR))
    return [_as(what, people.holding(role, people.Asked("on")), "employee", "pk", "starts") for what, role in held]


def keepers(found: Collection[Turn]) -> list[int]:
    """Who keeps the stock, as `turns` found them: IT, or HR where nobody holds that role."""
    by_role = {what: [turn.who for turn in found if turn.what is what] for what in (Waits.HOLDS_IT, Waits.HOLDS_HR)}
    return sorted(set(by_role[Waits.HOLDS_IT] or by_role[Waits.HOLDS_HR]))


def _together(parts: list[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    first, *others = parts
    return first.union(*others, all=True)


def _personal(loans: QuerySet[Loan], unsigned: QuerySet[Any, Any]) -> list[QuerySet[Any, Any]]:
    sign = loans.filter(handover__document__in=unsigned)
    told = ReturnStatement.objects.filter(loan=OuterRef("pk"))
    gone = Loss.objects.filter(loan=OuterRef("pk"))
    back = loans.filter(~Exists(told), ~Exists(gone), return_on__lte=people.Asked("warned"))
    signing = sign.order_by().values("employee", "handover__document").annotate(day=Min("starts"))
    bringing = back.order_by().values("employee").annotate(first=Min("id"), day=Min("return_on"))
    return [
        _as(Waits.SIGN, signing, "employee", "handover__document", "day"),
        _as(Waits.BRING, bringing, "employee", "first", "day"),
    ]


def kept_turns(warned: date) -> list[Turn]:
    """What waits for any keeper: one query."""
    return sorted(Turn(Waits(what), who, subject, day) for what, who, subject, day in _kept.rows(warned=warned))


@people.Prepared
def _kept() -> QuerySet[Any, Any]:
    return _together(_for_keepers())


def _for_keepers() -> list[QuerySet[Any, Any]]:
    warned = people.Asked("warned")
    here = Item.objects.filter(~Exists(WriteOff.objects.filter(item=OuterRef("pk")))).order_by()
    begun = RepairStep.objects.filter(repair=OuterRef("pk"))
    waiting = open_repairs().filter(~Exists(begun)).order_by()
    brought = ReturnStatement.objects.filter(loan__ends__isnull=True)
    missing = Loss.objects.filter(loan__ends__isnull=True)
    return [
        _as(Waits.RECEIVE, brought, NOBODY, "loan", "on"),
        _as(Waits.MISSING, missing, NOBODY, "loan__item", "on"),
        _as(Waits.SERVICE, here.filter(service_on__lte=warned), NOBODY, "pk", "service_on"),
        _as(Waits.SERVICE, here.filter(replace_on__lte=warned), NOBODY, "pk", "replace_on"),
        _as(Waits.REPAIR, waiting.annotate(day=Cast(TruncDate("due_at"), DateField())), NOBODY, "pk", "day"),
    ]


NOBODY = "nobody"


def _as(what: Waits, rows: QuerySet[Any, Any], *columns: str) -> QuerySet[Any, Any]:
    ours = {"what": what.value, **({NOBODY: 0} if NOBODY in columns else {})}
    added = {name: Cast(Value(value), BigIntegerField()) for name, value in ours.items()}
    named: QuerySet[Any] = rows.annotate(**added)
    return named.values_list("what", *columns)
