"""Fra fund til lukket: how far a finding has come. Closing takes a new rating, never a measure alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """How far a finding has come."""

    OPEN = "open"
    PLANNED = "planned"
    CARRIED_OUT = "carried_out"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Course:
    """What has come of a finding's latest measure: whether there is one, when it was carried out, how it was rated."""

    planned: bool = False
    carried_out_on: date | None = None
    in_order: bool | None = None

    @property
    def stage(self) -> Stage:
        """A measure rated no didn't help: the finding is open again, and another one is to be planned."""
        if self.in_order:
            return Stage.CLOSED
        if not self.planned or self.in_order is False:
            return Stage.OPEN
        return Stage.PLANNED if self.carried_out_on is None else Stage.CARRIED_OUT
