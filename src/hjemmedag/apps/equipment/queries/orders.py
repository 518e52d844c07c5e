"""What is ordered for people beyond their package, and who sees to it."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from hjemmedag.apps.equipment.models import Kind, Order
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.questions import Remedy


def open_orders() -> QuerySet[Order]:
    """Those that are neither handed over nor called off, the first due first."""
    return Order.objects.filter(loan__isnull=True, called_off_at__isnull=True).select_related("kind", "by")


def open_order(pk: int) -> Order | None:
    """An open order, with whom it is for."""
    return open_orders().select_related("employee").filter(pk=pk).first()


def orders_for(employee: int) -> list[Order]:
    """What is on its way to someone."""
    return list(open_orders().filter(employee=employee))


def kinds_for(remedy: Remedy) -> list[Kind]:
    """The kinds that mend this at a home place of work."""
    return list(Kind.objects.filter(remedy=remedy))


def keeper_for(employee: int, on: date) -> int | None:
    """Who hands over to someone: the first who holds IT, or HR where nobody else does; never the person."""
    for role in (Role.IT, Role.HR):
        if others := [one for one in sorted(people.holders(role, on)) if one != employee]:
            return others[0]
    return None
