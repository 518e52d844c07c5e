"""What the home as a place of work asks of people: an assessment, an eye test, measures and new ratings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.core.workplaces.injuries import Clock

ASSESSMENT = "workplaces.assessment_due"


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: four queries for one person or ten thousand, one more for a role that acts."""
    for need in queries.needs(scope, on):
        if need.assess_now(on):
            yield _own("workplaces.assess", need.employee, ASSESSMENT, 10, need.assess_by)
        if need.eye_test_now(on):
            yield _own("workplaces.eye_test", need.employee, "workplaces.eye_test", 2, need.eye_test.due)
        if need.check_contents:
            yield _own("workplaces.contents", need.employee, "workplaces.insurance", 5, None)
    yield from _findings(scope, on)
    yield from _injuries(scope, on)
    yield from _waiting(scope, on)


def _injuries(scope: Scope, on: date) -> Iterator[Duty]:
    """The reports to the authorities, for the handler; HR steps in where nobody is, but not for their own injury."""
    hr: list[int] | None = None
    for case, handler in queries.open_cases(scope, on):
        if handler is None and hr is None:
            hr = people.holders(Role.HR, on)
        injured = case.injury.employee_id
        others = [one for one in hr or () if one != injured]
        for owner in [handler] if handler is not None else others or hr or ():
            if scope.owner in (None, owner):
                yield Duty(
                    kind="workplaces.check_injury" if case.clock is Clock.CHECK else "workplaces.report_injury",
                    owner=owner,
                    about=injured,
                    subject=case.injury.pk,
                    rule="workplaces.injury_report",
                    minutes=15,
                    due=case.deadline,
                )


def _waiting(scope: Scope, on: date) -> Iterator[Duty]:
    """Near misses for those who prevent the next one, and reviews of insurances for HR."""
    waiting = queries.waiting_for_roles(on)
    if not waiting:
        return
    hr = people.holders(Role.HR, on)
    safety = people.holders(Role.SAFETY, on) if any(what == "near_miss" for what, *_rest in waiting) else []
    for what, subject, employee, day in waiting:
        missed = what == "near_miss"
        for owner in dict.fromkeys([*hr, *safety] if missed else hr):
            if owner == employee or scope.owner not in (None, owner):
                continue
            yield Duty(
                kind="workplaces.near_miss" if missed else "workplaces.review_insurance",
                owner=owner,
                about=owner if employee is None else employee,
                subject=subject,
                rule="workplaces.safety_organisation" if missed else "workplaces.insurance",
                minutes=5,
                due=None if missed else day,
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
