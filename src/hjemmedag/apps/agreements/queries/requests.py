"""What happens soon after someone asked for home or flexible work, or said no to it.

HR is made aware of it, nobody else.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import TruncDate

from hjemmedag.apps.agreements.models import Amendment, Application, SecondLook, StatusChange
from hjemmedag.apps.agreements.queries.arrangements import Standing
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.retaliation import KEY, SoonAfter, soon_after
from hjemmedag.core.law import Rulebook

DAY = timedelta(days=1)
ASKED, LEAVE = "asked", "leave"
WORSE = (StatusChange.Kind.PAUSE, StatusChange.Kind.CLOSE)


def soon_after_request(employee: int, on: date, rulebook: Rulebook) -> SoonAfter | None:
    """The latest pause or end, of arrangement or employment, too soon after a request to go unnoticed: one query."""
    told = list(_facts(employee))
    happened = [(day - DAY if what == LEAVE else day, what) for day, what in told if what != ASKED]
    return soon_after((day for day, what in told if what == ASKED), happened, _months(on, rulebook))


def soon_ended(standing: Standing, on: date, rulebook: Rulebook) -> SoonAfter | None:
    """The same of one arrangement that is read already, its own pause or end: one query."""
    happened = [(change.on, change.kind) for change in standing.changes if change.kind in WORSE]
    asked = [day for day, _ in _requests(standing.arrangement.employee_id)] if happened else []
    return soon_after(asked, happened, _months(on, rulebook))


def _months(on: date, rulebook: Rulebook) -> int:
    return rulebook.on(on).number(KEY, "watch_months")


def _facts(employee: int) -> QuerySet[Any, Any]:
    """Days with what happened on them: requests, changes for the worse, and the first day without the employment."""
    changes = StatusChange.objects.filter(arrangement__employee=employee, kind__in=WORSE).order_by()
    leaving = people.endings(employee).values_list("ends", Value(LEAVE))
    return changes.values_list("on", "kind").union(leaving, *_asked(employee), all=True)


def _requests(employee: int) -> QuerySet[Any, Any]:
    first, *others = _asked(employee)
    return first.union(*others, all=True)


def _asked(employee: int) -> list[QuerySet[Any, Any]]:
    """What a person asked for, and changes asked of them that they said no to: the law protects both."""
    sent = Application.objects.filter(employee=employee, submitted_at__isnull=False).order_by()
    again = SecondLook.objects.filter(application__employee=employee).order_by()
    changes = Amendment.objects.filter(arrangement__employee=employee).order_by()
    refused = changes.filter(outcome=Amendment.Outcome.REFUSED, closed_by=employee).exclude(asked_by=F("closed_by"))
    return [
        rows.values_list(TruncDate(moment), Value(ASKED))
        for rows, moment in (
            (sent, "submitted_at"),
            (again, "asked_at"),
            (changes.filter(asked_by=employee), "asked_at"),
            (refused, "closed_at"),
        )
    ]
