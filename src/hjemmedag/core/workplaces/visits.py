"""Rundvisning og besøg: how far a visit has come. Nothing but a yes that still stands lets it take place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hjemmedag.core.instants import local


class Said(StrEnum):
    """What the person answered."""

    AGREES = "agrees"
    ANOTHER_WAY = "another_way"
    NO = "no"


class Ended(StrEnum):
    """How it ended: the yes was taken back, or the outcome was written."""

    WITHDRAWN = "withdrawn"
    HELD = "held"
    NOT_HELD = "not_held"


class State(StrEnum):
    """How far a visit has come."""

    ASKED = "asked"
    LAPSED = "lapsed"
    NO = "no"
    ANOTHER_WAY = "another_way"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    UNWRITTEN = "unwritten"
    WITHDRAWN = "withdrawn"
    HELD = "held"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True)
class Course:
    """What has come of a visit that was proposed for a moment."""

    starts: datetime
    said: Said | None = None
    ended: Ended | None = None

    def state(self, now: datetime) -> State:
        """Silence is no: what nobody answered before it was to begin has lapsed. After its day the outcome is due."""
        if self.ended is not None:
            return State(self.ended)
        if self.said is None:
            return State.ASKED if now < self.starts else State.LAPSED
        if self.said is not Said.AGREES:
            return State(self.said)
        if now < self.starts:
            return State.AGREED
        return State.UNDER_WAY if local(now).date() == local(self.starts).date() else State.UNWRITTEN

    def may_withdraw(self, now: datetime) -> bool:
        """A yes can be taken back at any moment until the outcome is written."""
        return self.state(now) in (State.AGREED, State.UNDER_WAY, State.UNWRITTEN)

    def may_write(self, now: datetime) -> bool:
        """The outcome is written once it has begun, and only while the yes stands."""
        return self.state(now) in (State.UNDER_WAY, State.UNWRITTEN)
