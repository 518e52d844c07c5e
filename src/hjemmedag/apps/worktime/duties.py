"""What working time asks of people: a week that is written down, and an answer to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.queries import Waits
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.instants import local
from hjemmedag.core.people.roles import Role
from hjemmedag.core.worktime.weeks import days_of
from hjemmedag.rulebook.load import load

RULE = "worktime.approval"


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: two queries for one person or ten thousand, three where HR has one too."""
    law, turns = load().on(on), queries.turns(scope, on)
    send_by = days_of(queries.last_week(on))[-1] + timedelta(days=law.number(RULE, "send_within"))
    for turn in turns:
        if turn.what is Waits.UNSENT:
            yield _week("worktime.send", turn, rule="worktime.registration", minutes=2, due=send_by)
        elif turn.what is Waits.RETURNED:
            yield _week("worktime.again", turn, rule=RULE, minutes=3, due=on)
    yield from _rests(scope, turns, on)
    for_hr = [turn for turn in turns if turn.what in FOR_HR]
    for owner in people.holders(Role.HR, on) if for_hr else ():
        if scope.owner in (None, owner):
            # Whoever is silent knows: they are asked to approve the weeks.
            yield from (_for_hr(owner, turn) for turn in for_hr if (turn.what, turn.who) != (Waits.SILENCE, owner))
    answer_within = timedelta(days=law.number(RULE, "answer_within"))
    for waiting in queries.unanswered(scope, on):
        if waiting.manager is not None:
            yield Duty(
                kind="worktime.approve",
                owner=waiting.manager,
                about=waiting.manager,
                subject=waiting.manager,
                rule=RULE,
                minutes=1 + waiting.weeks // 10,
                due=local(waiting.since).date() + answer_within,
                facts={"weeks": waiting.weeks},
            )


def _week(kind: str, turn: queries.Turn, *, rule: str, minutes: int, due: date) -> Duty:
    return Duty(
        kind=kind,
        owner=turn.who,
        about=turn.who,
        subject=turn.day.toordinal(),
        rule=rule,
        minutes=minutes,
        due=due,
        facts={"monday": turn.day},
    )


def _rests(scope: Scope, turns: Iterable[queries.Turn], on: date) -> Iterator[Duty]:
    """The manager sees to it that the longer rest is had; for everyone's duties one more query."""
    owed = [turn for turn in turns if turn.what is Waits.REST]
    managers = people.managers_of({turn.who for turn in owed}, on) if owed and scope.owner is None else {}
    for turn in owed:
        owner = managers.get(turn.who) if scope.owner is None else scope.owner
        if owner is not None:
            yield Duty(
                kind="worktime.rest",
                owner=owner,
                about=turn.who,
                subject=turn.who,
                rule="worktime.compensatory_rest",
                minutes=2,
                due=turn.day,
                facts={"day": turn.day},
            )


FOR_HR = {
    Waits.REVIEW: ("worktime.review", "worktime.self_organiser", 15),
    Waits.SILENCE: ("worktime.silence", RULE, 5),
    Waits.NOBODY: ("worktime.nobody", RULE, 5),
    Waits.AGREEMENT: ("worktime.agreement", "worktime.rest_derogation", 15),
}
"""The kind of duty, the rule and the minutes of what anyone in HR may do; it is done for all of them."""


def _for_hr(owner: int, turn: queries.Turn) -> Duty:
    kind, rule, minutes = FOR_HR[turn.what]
    last = turn.day - timedelta(days=1) if turn.what is Waits.AGREEMENT else turn.day
    about = owner if turn.what is Waits.AGREEMENT else turn.who
    return Duty(kind=kind, owner=owner, about=about, subject=turn.who, rule=rule, minutes=minutes, due=last)
