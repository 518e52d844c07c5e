"""Reminders of a duty: a few days before, on the day, and once a week when it is overdue. Company choices, not law."""

from __future__ import annotations

from datetime import date

from hjemmedag.core.duties import Duty

DAYS_BEFORE = 3
DAYS_BETWEEN_OVERDUE = 7


def reminder(duty: Duty, on: date) -> str | None:
    """The key of the reminder that a duty calls for on a day; the same key is never sent twice. `None`: not yet."""
    if duty.due is None:
        return None
    days = (on - duty.due).days
    if days < -DAYS_BEFORE:
        return None
    late = f"overdue-{days // DAYS_BETWEEN_OVERDUE}" if days else "today"
    return f"remind:{duty.key}:{duty.due}:{'before' if days < 0 else late}"
