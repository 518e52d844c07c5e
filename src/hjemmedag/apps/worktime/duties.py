"""What working time asks of people: a week that is written down, and an answer to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hjemmedag.apps.worktime import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.instants import local
from hjemmedag.core.worktime.weeks import days_of
from hjemmedag.rulebook.load import load

RULE = "worktime.approval"


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: two queries for one person or ten thousand."""
    law = load().on(on)
    monday = queries.last_week(on)
    send_by = days_of(monday)[-1] + timedelta(days=law.number(RULE, "send_within"))
    for employee in queries.unsent(scope, on):
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
