"""Duties (pligter): what someone must do, by when and why. Always derived from facts, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Urgency(StrEnum):
    """How near a duty's date is: said in words, an icon and a colour, never by colour alone."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that must happen.

    `kind` names the duty and, by its first word, the stage that derives it ("policy.receipt");
    `owner` is the employee who must act and `about` the employee it concerns (often the same);
    `subject` is the primary key of the record that closes it; `due` the last day, when there is one;
    `rule` the rule key that explains it; `facts` what a person's sentence about it needs to say.
    """

    kind: str
    owner: int
    about: int
    subject: int
    rule: str
    minutes: int
    due: date | None = None
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Stable name of this duty for this owner: the same until it is closed."""
        return f"{self.kind}:{self.subject}:{self.owner}"

    def urgency(self, on: date) -> Urgency:
        """Overdue after its day, soon within a week, later otherwise."""
        if self.due is None or (self.due - on).days > 7:
            return Urgency.LATER
        return Urgency.OVERDUE if self.due < on else Urgency.SOON


def by_urgency(duties: list[Duty]) -> list[Duty]:
    """The order in which a person should meet them: nearest date first, undated last, then stable."""
    return sorted(duties, key=lambda duty: (duty.due or date.max, duty.minutes, duty.key))


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose duties are asked for: those of one `owner`, or everybody's when it is `None`."""

    owner: int | None = None
