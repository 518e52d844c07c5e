"""What letters about wishes have in common."""

from __future__ import annotations

from datetime import date


def asked(what: str, employee: int, answerer: int, today: date) -> str:
    """The key of the letter that says someone waits for an answer: however often they send and take back, one a day.

    The wish itself is among the answerer's tasks whether a letter tells of it or not.
    """
    return f"agreements.{what}:{employee}:{answerer}:{today.isoformat()}"
