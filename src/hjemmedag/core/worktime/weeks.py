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
    """What stands last about a week: when it was sent, when and how that was answered, and if it ever was approved."""

    sent_at: datetime | None = None
    answered_at: datetime | None = None
    approved: bool = False
    ever_approved: bool = False

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


def friday_of(monday: date) -> date:
    """The day from which a week can be sent, and whose arrangement and agreements hold for all of it."""
    return monday + timedelta(days=4)


def days_of(monday: date) -> list[date]:
    """The seven days of a week."""
    return [monday + timedelta(days=place) for place in range(7)]
