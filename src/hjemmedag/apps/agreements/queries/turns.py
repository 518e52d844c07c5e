"""Whose turn it is with applications, days, second looks and what is missing: one query, on pages everybody opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from hjemmedag.apps.agreements.models import AdHocDay, Application, Habit, SecondLook, Terms
from hjemmedag.apps.agreements.queries.abroad import (
    STAY,
    STAY_INFORMATION,
    STAY_SECURITY,
    stays_to_inform_of,
    stays_to_secure,
    waiting_stays,
)
from hjemmedag.apps.agreements.queries.ad_hoc import RULE, waiting_days
from hjemmedag.apps.agreements.queries.amendments import CHANGE, waiting_changes
from hjemmedag.apps.agreements.queries.applications import undecided
from hjemmedag.apps.agreements.queries.days import approved
from hjemmedag.apps.agreements.queries.escalation import KINDS, unanswered
from hjemmedag.apps.agreements.queries.gaps import PAPER, TERMS, lacking
from hjemmedag.apps.agreements.queries.places import PLACE, waiting_places
from hjemmedag.apps.agreements.queries.second_looks import look_handlers, unanswered_looks
from hjemmedag.apps.agreements.queries.transfers import MOVED, moved_turns
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.days import regular_since
from hjemmedag.core.duties import Scope
from hjemmedag.core.law import Rulebook
from hjemmedag.core.people.roles import Role

DAY, HABIT = "day", "habit"
WISH, WISH_BY_RIGHT, LOOK, LOOK_BY_RIGHT = "wish", "wish by right", "look", "look by right"


@dataclass(frozen=True, slots=True)
class Undecided:
    """An application that waits for its answer; `manager` is who answers for the applicant on the day asked about."""

    application: int
    employee: int
    answer_by: date
    by_right: bool
    manager: int | None


@dataclass(frozen=True, slots=True)
class WaitingDay:
    """A day that waits for its answer; `manager` is who answers for the employee on the day asked about."""

    pk: int
    employee: int
    day: date
    manager: int | None


@dataclass(frozen=True, slots=True)
class Regular:
    """Someone whose ad hoc days have become regular, since which day, and how many there are."""

    employee: int
    manager: int | None
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class WaitingLook:
    """A second look that waits; `handler` is who in HR answers it, neither the applicant nor who refused."""

    application: int
    employee: int
    answer_by: date
    by_right: bool
    handler: int | None


@dataclass(frozen=True, slots=True)
class Lacking:
    """An arrangement from before that lacks its `paper` or parts of its `terms`; `handler` is who in HR sees to it."""

    kind: str
    arrangement: int
    employee: int
    since: date
    handler: int | None


@dataclass(frozen=True, slots=True)
class WaitingChange:
    """A change, or a place beside the home, that waits for its answer; `answerer` is the side that didn't ask."""

    pk: int
    employee: int
    answer_by: date
    answerer: int | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A wish that nobody has answered: `about` has been silent past the deadline, or is the one whom nobody answers.

    `handler` is who in HR sees to it that someone answers.
    """

    kind: str
    wish: int
    about: int
    answer_by: date
    handler: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """The first of those who moved to another legal entity on a day and `handler` in HR hasn't judged yet."""

    employment: int
    employee: int
    since: date
    handler: int


@dataclass(slots=True)
class Turns:
    """Everything that waits, the nearest day first."""

    applications: list[Undecided] = field(default_factory=list)
    days: list[WaitingDay] = field(default_factory=list)
    habits: list[Regular] = field(default_factory=list)
    looks: list[WaitingLook] = field(default_factory=list)
    lacking: list[Lacking] = field(default_factory=list)
    changes: list[WaitingChange] = field(default_factory=list)
    unanswered: list[Unanswered] = field(default_factory=list)
    transfers: dict[tuple[date, int], Transfer] = field(default_factory=dict)
    places: list[WaitingChange] = field(default_factory=list)
    stays: list[tuple[str, WaitingChange]] = field(default_factory=list)


def turns(scope: Scope, on: date, rulebook: Rulebook) -> Turns:
    """What waits for anybody, or for one `owner`: one query.

    Days before the manager settled a habit, or before an arrangement began, don't count towards one; nor does anybody
    count who has asked for an arrangement already.
    """
    law = rulebook.on(on)
    least, weeks = law.number(RULE, "regular_days"), law.number(RULE, "regular_weeks")
    asked = {"on": on, "first": _first(on, weeks)}
    asked["patience"] = on - timedelta(days=law.number("agreements.answer", "days"))
    rows = _everyones.rows(**asked) if scope.owner is None else _ones.rows(**asked, manager=scope.owner)
    found, counted = Turns(), dict[tuple[int, int | None], list[date]]()
    for kind, pk, employee, day, owner in sorted(rows, key=lambda row: (row[3], row[1])):
        if kind == DAY:
            found.days.append(WaitingDay(pk, employee, day, owner))
        elif kind == HABIT:
            counted.setdefault((employee, owner), []).append(day)
        elif kind in (WISH, WISH_BY_RIGHT):
            found.applications.append(Undecided(pk, employee, day, kind == WISH_BY_RIGHT, owner))
        elif scope.owner not in (None, owner):
            continue
        elif kind in (PAPER, TERMS):
            found.lacking.append(Lacking(kind, pk, employee, day, owner))
        elif kind in KINDS and owner is not None:
            found.unanswered.append(Unanswered(kind, pk, employee, day, owner))
        elif kind == MOVED and owner is not None:
            found.transfers.setdefault((day, owner), Transfer(pk, employee, day, owner))
        elif kind in (*KINDS, MOVED):
            continue  # nobody else is in HR
        elif kind == CHANGE:
            found.changes.append(WaitingChange(pk, employee, day, owner))
        elif kind in (STAY, STAY_SECURITY, STAY_INFORMATION):
            found.stays.append((kind, WaitingChange(pk, employee, day, owner)))
        elif kind == PLACE:
            found.places.append(WaitingChange(pk, employee, day, owner))
        else:
            found.looks.append(WaitingLook(pk, employee, day, kind == LOOK_BY_RIGHT, owner))
    for (employee, manager), days in counted.items():
        if (since := regular_since(days, on=on, least=least, weeks=weeks)) is not None:
            found.habits.append(Regular(employee, manager, since, len(days)))
    return found


def has_habit(employee: int, on: date, rulebook: Rulebook) -> bool:
    """Whether this person's ad hoc days are regular and unsettled, counted as in `turns`."""
    law = rulebook.on(on)
    least, weeks = law.number(RULE, "regular_days"), law.number(RULE, "regular_weeks")
    days = _counted(_first(on, weeks), on).filter(employee=employee).order_by("day").values_list("day", flat=True)
    return regular_since(list(days), on=on, least=least, weeks=weeks) is not None


def _first(on: date, weeks: int) -> date:
    return on - timedelta(weeks=weeks) + timedelta(days=1)


@people.Prepared
def _everyones() -> QuerySet[Any, Any]:
    counting = (people.Asked("first"), people.Asked("on"))
    return _told(undecided(), _waiting(), _counted(*counting), Q())


@people.Prepared
def _ones() -> QuerySet[Any, Any]:
    theirs = people.decided_by(people.Asked("manager"), people.Asked("on"))
    in_hr = people.holding(Role.HR, people.Asked("on")).filter(employee=people.Asked("manager"))
    counting = (people.Asked("first"), people.Asked("on"))
    mine = (undecided().filter(theirs), _waiting().filter(theirs), _counted(*counting).filter(theirs))
    return _told(*mine, Q(Exists(in_hr)))


def _told(
    wishes: QuerySet[Application], waiting: QuerySet[AdHocDay], counted: QuerySet[AdHocDay], reader: Q
) -> QuerySet[Any, Any]:
    """The kind of turn, the record it is about, the employee, the day, and whose turn it is.

    `reader` keeps what only HR sees to out of everyone else's.
    """
    manager = people.decider_on(people.Asked("on"), "employee")
    days = waiting.order_by().values_list(Value(DAY), "pk", "employee", "day", manager)
    habits = counted.values_list(Value(HABIT), F("pk"), F("employee"), F("day"), manager)
    kind = Case(When(by_right=True, then=Value(WISH_BY_RIGHT)), default=Value(WISH))
    asked = wishes.order_by().values_list(kind, F("pk"), F("employee"), F("answer_by"), manager)
    on: Any = people.Asked("on")
    for_hr = (rows.filter(reader) for rows in (*unanswered(on), moved_turns(on)))
    beside = (waiting_changes(on), waiting_places(on), waiting_stays(on), stays_to_secure(on), stays_to_inform_of(on))
    return days.union(habits, asked, _looks(), lacking(on), *beside, *for_hr, all=True)


def _waiting() -> QuerySet[AdHocDay]:
    on: Any = people.Asked("on")
    return waiting_days(on)


def _counted(first: Any, on: Any) -> QuerySet[AdHocDay]:
    settled = Habit.objects.filter(employee=OuterRef("employee"), on__gte=OuterRef("day"))
    arranged = Terms.objects.filter(arrangement__employee=OuterRef("employee"), starts__gt=OuterRef("day"))
    asked = undecided().filter(employee=OuterRef("employee"))
    rows: QuerySet[AdHocDay] = approved().filter(~Exists(settled), ~Exists(arranged), ~Exists(asked))
    return rows.filter(day__range=(first, on))


def _looks() -> QuerySet[SecondLook, Any]:
    on: Any = people.Asked("on")
    handlers = look_handlers(OuterRef("application__employee"), OuterRef("application__decision__by"), on)
    kind = Case(When(application__by_right=True, then=Value(LOOK_BY_RIGHT)), default=Value(LOOK))
    handler = Subquery(handlers[:1])
    asked = unanswered_looks().order_by()
    return asked.values_list(kind, "application", "application__employee", "answer_by", handler)
