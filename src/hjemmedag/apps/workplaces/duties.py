"""What the home as a place of work asks of people: an assessment, an eye test, measures and new ratings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.findings import Stage

ASSESSMENT = "workplaces.assessment_due"
VISIT = "workplaces.home_visit"
SEEING = {
    "answer": "workplaces.answer_visit",
    "write": "workplaces.write_outcome",
    "look": "workplaces.look",
}


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: three queries for one person or ten thousand, one more if a role must act."""
    for need in queries.needs(scope, on):
        if need.assess_now(on):
            yield _own("workplaces.assess", need.employee, ASSESSMENT, 10, need.assess_by)
        if need.eye_test_now(on):
            yield _own("workplaces.eye_test", need.employee, "workplaces.eye_test", 2, need.eye_test.due)
    yield from _findings(scope, on)
    yield from _seeing(scope, on)


def _seeing(scope: Scope, on: date) -> Iterator[Duty]:
    """Answering whether one's home may be seen, writing what was seen, and looking at pictures."""
    for one in queries.seeing(scope, on):
        kind = SEEING[one.what]
        yield Duty(
            kind=kind, owner=one.owner, about=one.employee, subject=one.subject, rule=VISIT, minutes=2, due=one.due
        )


def _findings(scope: Scope, on: date) -> Iterator[Duty]:
    holders: dict[Role, list[int]] = {}
    unhandled = False
    for turn in queries.turns(scope, on):
        if turn.unhandled:
            unhandled = True
            continue
        if turn.stage is Stage.PLANNED and turn.owner is not None:
            owners, kind, minutes = [turn.owner], "workplaces.carry_out", 5
        elif turn.stage is Stage.CARRIED_OUT:
            owners, kind, minutes = [turn.employee], "workplaces.rerate", 1
        else:
            kind, minutes = "workplaces.plan", 5
            owners = [turn.planner] if turn.planner is not None else _holding(turn, holders, on)
        for owner in owners:
            if scope.owner in (None, owner) and (kind != "workplaces.plan" or owner != turn.employee):
                yield Duty(
                    kind=kind,
                    owner=owner,
                    about=turn.employee,
                    subject=turn.finding,
                    rule=ASSESSMENT,
                    minutes=minutes,
                    due=turn.due if kind == "workplaces.carry_out" else None,
                )
    if unhandled:
        # Whom it is about is a matter of health: HR hears that a handler is missing, and nothing else.
        for owner in people.holders(Role.HR, on):
            if scope.owner in (None, owner):
                yield _own("workplaces.handler", owner, "security.health_data", 2, None)


def _own(kind: str, employee: int, rule: str, minutes: int, due: date | None) -> Duty:
    return Duty(kind=kind, owner=employee, about=employee, subject=employee, rule=rule, minutes=minutes, due=due)


def _holding(turn: queries.Turn, holders: dict[Role, list[int]], on: date) -> list[int]:
    """Whoever holds the role that must act; HR where nobody does."""
    role = turn.role or Role.HR
    if role not in holders:
        holders[role] = people.holders(role, on) or (people.holders(Role.HR, on) if role is not Role.HR else [])
    return holders[role]
