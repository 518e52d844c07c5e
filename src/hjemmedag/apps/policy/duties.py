"""What the policy asks of people: a receipt for the version in force, answers in hearings, minutes of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hjemmedag.apps.policy import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.rulebook.load import load

RULE = "policy.receipt"
MINUTES = 5


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage: two queries for one person or for all."""
    yield from _receipts(scope, on)
    yield from _said_and_written(scope, on)


def _receipts(scope: Scope, on: date) -> Iterator[Duty]:
    """A receipt from each employee who has given none for the version in force; from newcomers by their own first day.

    One query for one person or for all.
    """
    time_to_read = timedelta(days=load().on(on).number(RULE, "days"))
    for one in queries.awaited_since(scope, on):
        yield Duty(
            kind="policy.receipt",
            owner=one.employee,
            about=one.employee,
            subject=one.version,
            rule=RULE,
            minutes=MINUTES,
            due=max(one.effective_from, one.employed_from) + time_to_read,
            facts={"number": one.number},
        )


def _said_and_written(scope: Scope, on: date) -> Iterator[Duty]:
    """Answers to hearings, HR's answers to comments, and the minutes of meetings that were held."""
    rules = load().on(on)
    for one in queries.pending(scope.owner, on):
        if one.owner is None:
            continue
        if one.what == queries.ANSWER:
            yield _duty("policy.answer_hearing", "policy.hearing", one.owner, one.subject, 15, one.day)
        elif one.what == queries.MINUTES:
            by = one.day + timedelta(days=rules.number("policy.dialogue", "minutes_days"))
            yield _duty("policy.write_minutes", "policy.dialogue", one.owner, one.subject, 10, by)
        else:
            by = one.day + timedelta(days=rules.number("policy.hearing", "reply_days"))
            yield _duty("policy.answer_comments", "policy.hearing", one.owner, one.subject, 15, by)


def _duty(kind: str, rule: str, owner: int, subject: int, minutes: int, due: date) -> Duty:
    return Duty(kind=kind, owner=owner, about=owner, subject=subject, rule=rule, minutes=minutes, due=due)
