"""What an action says when it does not do what it was asked."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was done. `message` says what stands in the way and what to do next, in the reader's language."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Stale(Refused):
    """Someone else changed the record while this person was writing. What was typed is kept for a second look."""
