"""Expenses and their answers, who pays for whose internet, and what a month comes to for payroll."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet, Sum

from hjemmedag.apps.equipment.models import Expense, ExpenseAnswer, Internet
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.people import names
from hjemmedag.core.periods import add_months


class Answered(StrEnum):
    """How an expense stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"


NARROWED = {
    Answered.WAITING: Q(answer__isnull=True),
    Answered.APPROVED: Q(answer__approved=True),
    Answered.REFUSED: Q(answer__approved=False),
}


def answered(expense: Any) -> Answered:
    """How an expense with its answer at hand stands."""
    answer = getattr(expense, "answer", None)
    if answer is None:
        return Answered.WAITING
    return Answered.APPROVED if answer.approved else Answered.REFUSED


def expenses(rows: QuerySet[Expense], which: Answered | None, words: str) -> QuerySet[Any]:
    """Expenses with person and answer: those that wait the oldest first, others the latest first."""
    found: QuerySet[Any] = rows.select_related("employee", "answer__by")
    if which is not None:
        found = found.filter(NARROWED[which])
    for word in names.sought(words):
        found = found.filter(employee__findable__contains=word)
    return found.order_by("id" if which is Answered.WAITING else "-id")


def own_expenses(employee: int) -> list[Any]:
    """The latest that somebody asked for."""
    return list(expenses(Expense.objects.filter(employee=employee), None, "")[:24])


def spent(employee: int, year: int) -> Decimal:
    """What somebody has ordered for in a calendar year and was not refused."""
    asked = Expense.objects.filter(employee=employee, kind=Expense.Kind.SUPPLIES, on__year=year)
    summed: Decimal | None = asked.exclude(answer__approved=False).aggregate(sum=Sum("amount"))["sum"]
    return summed or Decimal(0)


def schemes(employee: int) -> list[Internet]:
    """Everything that was agreed about somebody's internet, latest first."""
    return list(Internet.objects.filter(employee=employee).order_by("-starts"))


def scheme_on(rows: list[Internet], on: date) -> Internet | None:
    """What holds on a day, of one person's."""
    return next((row for row in rows if row.starts <= on and (row.ends is None or on < row.ends)), None)


def schemes_on(on: date, way: str, words: str) -> QuerySet[Any]:
    """Who has what paid on a day or later, by name."""
    rows: QuerySet[Any] = Internet.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on)).select_related("employee")
    if way:
        rows = rows.filter(way=way)
    for word in names.sought(words):
        rows = rows.filter(employee__findable__contains=word)
    return rows.order_by("employee__alphabetical", "starts", "id")


@dataclass(frozen=True, slots=True)
class Amount:
    """A line for payroll: `what` is "cash", "salary" (a deduction, so below 0) or "refund"."""

    number: str
    name: str
    cvr: str
    what: str
    words: str
    amount: Decimal


def amounts(month: date) -> list[Amount]:
    """What payroll pays or holds back for a month that begins on `month`, by employee number: four queries.

    A scheme belongs to every month on whose first day it holds, a refund to the month of its answer: each is in one
    month's list only, however often that is taken out. Supplies are bought by the company: payroll has no
    part in them.
    """
    after = add_months(month, 1)
    recurring = Internet.objects.filter(Q(ends__isnull=True) | Q(ends__gt=month), starts__lte=month, amount__gt=0)
    first, last = (datetime.combine(day, time.min, tzinfo=COPENHAGEN) for day in (month, after))
    bills = ExpenseAnswer.objects.filter(approved=True, expense__kind=Expense.Kind.INTERNET)
    paid = bills.filter(at__gte=first, at__lt=last).select_related("expense")
    lines: list[tuple[int, str, str, Decimal]] = [
        (row.employee_id, row.way, "", -row.amount if row.way == Internet.Way.SALARY else row.amount)
        for row in recurring
    ]
    lines += [(one.expense.employee_id, "refund", one.expense.voucher, one.expense.amount) for one in paid]
    ids = {employee for employee, _what, _words, _amount in lines}
    known, employers = people.numbered(ids), people.employers_of(ids, month, after)
    found = [
        Amount(*known[employee], employers.get(employee, ""), what, words, amount)
        for employee, what, words, amount in lines
    ]
    return sorted(found, key=lambda one: (one.number, one.what, one.words))
