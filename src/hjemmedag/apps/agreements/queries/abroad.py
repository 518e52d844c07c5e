"""Periods abroad: where each stands, whose turn it is, and how much of the work is done there."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Value

from hjemmedag.apps.agreements.models import StayAbroad, StayAnswer, StayInformation
from hjemmedag.apps.agreements.queries.applications import pattern_of
from hjemmedag.apps.agreements.queries.in_force import terms_in_force
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.abroad import Away, Side, StayState, away, state_of
from hjemmedag.core.agreements.pattern import WEEKDAYS
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.holidays import public_holidays
from hjemmedag.core.people.roles import Role

STAY, STAY_SECURITY, STAY_INFORMATION = "stay", "stay security", "stay information"


def stays() -> QuerySet[StayAbroad]:
    """Every period abroad, the latest first, with its answers: two queries."""
    rows = StayAbroad.objects.select_related("employee", "information__by")
    return rows.prefetch_related("answers__by").order_by("-starts", "-id")


def stays_of(employee: int) -> QuerySet[StayAbroad]:
    """Those of one person."""
    return stays().filter(employee=employee)


def stay_state(row: StayAbroad) -> StayState:
    """Where one stands; its answers should have been read along with it."""
    answers = {Side(one.side): one.approved for one in row.answers.all()}
    return state_of(answers, withdrawn=row.withdrawn_at is not None)


def standing_stays(employee: int) -> QuerySet[StayAbroad]:
    """The person's periods that are agreed or may still be: neither taken back nor refused."""
    refused = StayAnswer.objects.filter(stay=OuterRef("pk"), approved=False)
    return StayAbroad.objects.filter(~Exists(refused), employee=employee, withdrawn_at__isnull=True)


def time_away(row: StayAbroad, rulebook: Rulebook) -> Away:
    """How much of the work is done in the country, as planned, in the twelve months that end with a period there."""
    there = standing_stays(row.employee_id).filter(country=row.country)
    terms = terms_in_force(row.employee_id, row.starts)
    free = {day for year in (row.last.year - 1, row.last.year) for day in public_holidays(year, rulebook)}
    return away(
        [one.period for one in there],
        row.ends,
        workdays=pattern_of(terms).workdays() if terms else range(WEEKDAYS),
        free=free,
        law=rulebook.on(row.starts),
    )


def waiting_stays(on: people.Asked) -> QuerySet[StayAbroad, Any]:
    """The kind of turn, the period, the employee, the day, and whose turn it is: the manager's."""
    rows = _unanswered(Side.MANAGER)
    return rows.values_list(Value(STAY), F("pk"), F("employee"), F("answer_by"), people.decider_on(on, "employee"))


def stays_to_secure(on: people.Asked) -> QuerySet[StayAbroad, Any]:
    """The same for IT security: whoever has held the role longest, and not the employee."""
    rows = _unanswered(Side.IT)
    return rows.values_list(Value(STAY_SECURITY), F("pk"), F("employee"), F("answer_by"), _holder(Role.IT, on))


def stays_to_inform_of(on: people.Asked) -> QuerySet[StayAbroad, Any]:
    """The same for HR: agreed periods of which more must be told before the first day, and nobody wrote that it was."""
    told = StayInformation.objects.filter(stay=OuterRef("pk"))
    yes = (StayAnswer.objects.filter(stay=OuterRef("pk"), side=side, approved=True) for side in Side)
    rows = StayAbroad.objects.filter(
        ~Exists(told), *(Exists(one) for one in yes), informs=True, withdrawn_at__isnull=True, ends__gt=on
    ).order_by()
    return rows.values_list(Value(STAY_INFORMATION), F("pk"), F("employee"), F("starts"), _holder(Role.HR, on))


def _unanswered(side: Side) -> QuerySet[StayAbroad]:
    """Periods that wait for one side's answer, and that the other side hasn't refused."""
    said = StayAnswer.objects.filter(stay=OuterRef("pk"))
    rows = StayAbroad.objects.filter(~Exists(said.filter(side=side)), ~Exists(said.filter(approved=False)))
    return rows.filter(withdrawn_at__isnull=True).order_by()


def _holder(role: Role, on: people.Asked) -> Subquery:
    holders = people.holding(role, on).exclude(employee=OuterRef("employee")).order_by("starts", "id")
    return Subquery(holders.values("employee")[:1])
