"""Vejen: the nine steps of a home-working arrangement, from needs analysis to ending, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """A step of the way, in order."""

    NEEDS = "needs"
    POLICY = "policy"
    AGREEMENTS = "agreements"
    WORKPLACES = "workplaces"
    SECURITY = "security"
    ONBOARDING = "onboarding"
    EVERYDAY = "everyday"
    FOLLOW_UP = "follow_up"
    ENDING = "ending"


class State(StrEnum):
    """How far a step has come."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    LATE = "late"
    IN_ORDER = "in_order"


@dataclass(frozen=True, slots=True)
class Count:
    """What the records say of a step: whether anything was done at all, and the duties that are open and overdue."""

    begun: bool
    open: int = 0
    late: int = 0


def state(count: Count | None, by_hand: State | None) -> State:
    """What is recorded in the product decides; a step it keeps no records of is what a person last said of it."""
    if count is None:
        return by_hand or State.NOT_BEGUN
    if count.late:
        return State.LATE
    if count.open:
        return State.UNDER_WAY
    return State.IN_ORDER if count.begun else State.NOT_BEGUN
