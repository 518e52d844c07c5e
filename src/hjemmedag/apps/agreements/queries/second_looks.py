"""Refusals that HR looks at once more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from hjemmedag.apps.agreements.models import Application, SecondLook
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import local
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.roles import Role

RULE = "agreements.second_look"


def ask_again_by(row: Application, rulebook: Rulebook) -> date | None:
    """The last day on which a second look at a refusal can be asked for; `None` without a refusal."""
    decision = getattr(row, "decision", None)
    if decision is None or decision.outcome != "refused":
        return None
    refused_on = local(decision.at).date()
    return refused_on + timedelta(days=rulebook.on(refused_on).number(RULE, "ask_days"))


def may_ask_again(row: Application, on: date, rulebook: Rulebook) -> bool:
    """Whether the employee can still ask for a second look: once, within the time that the company gives."""
    latest = ask_again_by(row, rulebook)
    return latest is not None and on <= latest and not hasattr(row, "second_look")


def unanswered_looks() -> QuerySet[SecondLook]:
    """Second looks that wait for HR."""
    return SecondLook.objects.filter(answer__isnull=True, withdrawn_at__isnull=True)


def look_handlers(employee: Any, refused_by: Any, on: date) -> QuerySet[Any, Any]:
    """Those in HR who can look again, by id, the longest in HR first: neither the applicant nor who refused."""
    holders = people.holding(Role.HR, on).exclude(employee=employee).exclude(employee=refused_by)
    return holders.order_by("starts", "id").values_list("employee", flat=True)
