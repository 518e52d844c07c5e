"""The arrangement's status on any date, from what was recorded about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Where an arrangement stands."""

    NOT_YET = "not_yet"
    WAITING = "waiting"
    STOPPED = "stopped"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    PAUSED = "paused"
    CLOSED = "closed"


AFTER = {"start": Status.IN_FORCE, "resume": Status.IN_FORCE, "pause": Status.PAUSED, "close": Status.CLOSED}
"""What the arrangement is after each kind of change."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was recorded, by day: the offer, the last signature, a decline or withdrawal, and the changes in order."""

    offered_on: date
    signed_on: date | None = None
    stopped_on: date | None = None
    changes: tuple[tuple[str, date], ...] = ()

    def on(self, day: date) -> Status:
        """The status at the end of `day`."""
        happened = [kind for kind, on in self.changes if on <= day]
        if happened:
            return AFTER[happened[-1]]
        if day < self.offered_on:
            return Status.NOT_YET
        if self.stopped_on is not None and self.stopped_on <= day:
            return Status.STOPPED
        if self.signed_on is not None and self.signed_on <= day:
            return Status.AGREED
        return Status.WAITING


NEXT = {
    Status.AGREED: frozenset({"start", "close"}),
    Status.IN_FORCE: frozenset({"pause", "close"}),
    Status.PAUSED: frozenset({"resume", "close"}),
}
"""The changes that each status allows; every other status allows none."""


LIVING = frozenset({Status.WAITING, Status.AGREED, Status.IN_FORCE, Status.PAUSED})
"""An arrangement that is on its way or running: a person has at most one."""


def begins(effective_on: date, signed_on: date | None) -> date | None:
    """The first day of the terms: the agreed day, or the day of the last signature when that came later."""
    return None if signed_on is None else max(effective_on, signed_on)
