"""A registered week's way: open, sent, returned or approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Status(StrEnum):
    """How far a person's week has come."""

    OPEN = "open"
    SENT = "sent"
    RETURNED = "returned"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Way:
    """What stands last about a week: when it was sent, and when and how that was answered."""

    sent_at: datetime | None = None
    answered_at: datetime | None = None
    approved: bool = False

    @property
    def status(self) -> Status:
        """Where the week stands."""
        if self.sent_at is None:
            return Status.OPEN
        if self.answered_at is None:
            return Status.SENT
        return Status.APPROVED if self.approved else Status.RETURNED


def monday_of(day: date) -> date:
    """The first day of the week that holds `day`."""
    return day - timedelta(days=day.weekday())


def days_of(monday: date) -> list[date]:
    """The seven days of a week."""
    return [monday + timedelta(days=place) for place in range(7)]
