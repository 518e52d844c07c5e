"""What the home as a place of work asks of people: an assessment, an eye test, measures and new ratings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hjemmedag.apps.workplaces import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.core.workplaces.injuries import Clock
from hjemmedag.rulebook.load import load

ASSESSMENT = "workplaces.assessment_due"
CALLS = {
    queries.Kind.INJURY: ("workplaces.report_injury", "workplaces.injury_report", 15),
    queries.Kind.NEAR_MISS: ("workplaces.near_miss", "workplaces.safety_organisation", 5),
    queries.Kind.INSURANCE: ("workplaces.review_insurance", "workplaces.insurance", 5),
}
"""What each call is as a duty: its kind, its rule, and how many minutes it takes."""
INJURIES = {Clock.CHECK: "workplaces.check_injury", Clock.ASK: "workplaces.ask_injury"}
"""What an injury is as a duty before it is sure that it must be reported."""
VISIT = "workplaces.home_visit"
SEEING = {
    "answer": "workplaces.answer_visit",
    "write": "workplaces.write_outcome",
    "look": "workplaces.look",
}


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: four queries for one person or ten thousand, or five."""
    for need in queries.needs(scope, on):
        if need.assess_now(on):
            yield _own("workplaces.assess", need.employee, ASSESSMENT, 10, need.assess_by)
        if need.eye_test_now(on):
            yield _own("workplaces.eye_test", need.employee, "workplaces.eye_test", 2, need.eye_test.due)
        if need.check_contents:
            yield _own("workplaces.contents", need.employee, "workplaces.insurance", 5, None)
    calls = queries.calls(scope, on)
    yield from _findings(scope, calls, on)
    yield from _calls(scope, calls)
    yield from _discussion(scope, calls, on)
    yield from _seeing(scope, on)


def _seeing(scope: Scope, on: date) -> Iterator[Duty]:
    """Answering whether one's home may be seen, writing what was seen, looking at pictures, and assessing places."""
    for one in queries.seeing(scope, on):
        if one.what not in SEEING:
            by = queries.assess_by(one.what, one.due)
            if by <= on + queries.PLACE_AHEAD:
                yield replace(_own("workplaces.assess_place", one.owner, ASSESSMENT, 10, by), subject=one.subject)
            continue
        kind = SEEING[one.what]
        yield Duty(
            kind=kind, owner=one.owner, about=one.employee, subject=one.subject, rule=VISIT, minutes=2, due=one.due
        )


def _calls(scope: Scope, calls: queries.Calls) -> Iterator[Duty]:
    """Reports to the authorities for the handler or HR, near misses to prevent, and insurances to look at again."""
    for call in calls.calls:
        kind, rule, minutes = CALLS[call.kind]
        for owner in calls.owners(call):
            if scope.owner in (None, owner):
                yield Duty(
                    kind=INJURIES.get(call.clock, kind) if call.clock else kind,
                    owner=owner,
                    about=owner if call.whose is None else call.whose,
                    subject=call.subject,
                    rule=rule,
                    minutes=minutes,
                    due=call.due,
                )


def _findings(scope: Scope, calls: queries.Calls, on: date) -> Iterator[Duty]:
    unhandled = False
    plan_within = timedelta(days=load().on(on).number(ASSESSMENT, "plan_within"))
    for turn in calls.turns:
        if turn.unhandled:
            unhandled = True
            continue
        if turn.stage is Stage.PLANNED and turn.owner is not None:
            owners, kind, minutes = [turn.owner], "workplaces.carry_out", 5
            if turn.waits_for_equipment:
                continue
        elif turn.stage is Stage.CARRIED_OUT:
            owners, kind, minutes = [turn.employee], "workplaces.rerate", 1
        else:
            kind, minutes = "workplaces.plan", 5
            owners = [turn.planner] if turn.planner is not None else calls.holders(turn.role or Role.HR)
        due = {"workplaces.carry_out": turn.due, "workplaces.plan": turn.found_on + plan_within}
        for owner in owners:
            if scope.owner in (None, owner) and (kind != "workplaces.plan" or owner != turn.employee):
                yield Duty(
                    kind=kind,
                    owner=owner,
                    about=turn.employee,
                    subject=turn.finding,
                    rule=ASSESSMENT,
                    minutes=minutes,
                    due=due.get(kind),
                )
    if unhandled:
        # Whom it is about is a matter of health: HR hears that a handler is missing, and nothing else.
        for owner in calls.hr:
            if scope.owner in (None, owner):
                yield _own("workplaces.handler", owner, "security.health_data", 2, None)


def _discussion(scope: Scope, calls: queries.Calls, on: date) -> Iterator[Duty]:
    """HR writes the yearly safety discussion down; nobody is asked where no home is a place of work."""
    latest, by = queries.discussion_due(on)
    if not queries.asked_now(by, on) or not (latest or queries.working_at_home()):
        return
    for owner in calls.hr:
        if scope.owner in (None, owner):
            rule = "workplaces.safety_organisation"
            yield Duty(
                kind="workplaces.discuss", owner=owner, about=owner, subject=latest, rule=rule, minutes=15, due=by
            )


def _own(kind: str, employee: int, rule: str, minutes: int, due: date | None) -> Duty:
    return Duty(kind=kind, owner=employee, about=employee, subject=employee, rule=rule, minutes=minutes, due=due)
