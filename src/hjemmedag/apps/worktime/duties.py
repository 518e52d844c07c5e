"""What working time asks of people: a week that is written down, and an answer to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.instants import local
from hjemmedag.core.people.roles import Role
from hjemmedag.core.worktime.weeks import days_of
from hjemmedag.rulebook.load import load

RULE = "worktime.approval"


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: two queries for one person or ten thousand, three while a review is due."""
    law = load().on(on)
    monday = queries.last_week(on)
    send_by = days_of(monday)[-1] + timedelta(days=law.number(RULE, "send_within"))
    turns = queries.turns(scope, on)
    for employee in turns.unsent:
        yield Duty(
            kind="worktime.send",
            owner=employee,
            about=employee,
            subject=monday.toordinal(),
            rule="worktime.registration",
            minutes=2,
            due=send_by,
            facts={"monday": monday},
        )
    for employee, returned in turns.returned:
        yield Duty(
            kind="worktime.again",
            owner=employee,
            about=employee,
            subject=returned.toordinal(),
            rule=RULE,
            minutes=3,
            due=on,
            facts={"monday": returned},
        )
    for owner in people.holders(Role.HR, on) if turns.reviews else ():
        if scope.owner in (None, owner):
            yield from (_review(owner, one) for one in turns.reviews)
    answer_within = timedelta(days=law.number(RULE, "answer_within"))
    for waiting in queries.unanswered(scope, on):
        yield Duty(
            kind="worktime.approve",
            owner=waiting.manager,
            about=waiting.manager,
            subject=waiting.first,
            rule=RULE,
            minutes=1 + waiting.weeks // 10,
            due=local(waiting.since).date() + answer_within,
            facts={"weeks": waiting.weeks},
        )


def _review(owner: int, due: queries.Review) -> Duty:
    """The case of a self-organiser is assessed again; each one in HR may do it, and it is done for all."""
    return Duty(
        kind="worktime.review",
        owner=owner,
        about=due.employee,
        subject=due.employee,
        rule="worktime.self_organiser",
        minutes=15,
        due=due.by,
    )
