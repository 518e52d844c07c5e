"""The places that are measured: the floor, and our company in several sizes. Each is built once, when first asked."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.process import Process, environment

OURS, FLOOR = "hjemmedag.config.settings", "benchmarks.floor.settings"
ENTRIES = 250_000
"""Rows that our history has in a large company: as many as the floor has time entries."""


class Houses:
    """Folders with data, and the people to sign in as, by what they are."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self.folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="hjemmedag-bench-")))
        self._people: dict[str, dict[str, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def company(self, people: int) -> tuple[dict[str, str], dict[str, int]]:
        """The environment of a company of so many people, none for an empty one, and who may be signed in."""
        surroundings = environment(
            OURS,
            HJEMMEDAG_DATA=str(self.folder / f"company-{people}"),
            HJEMMEDAG_STATIC=str(self.folder / "static"),
            HJEMMEDAG_SECRET_KEY="only for measuring",
            HJEMMEDAG_HOSTS="localhost",
            HJEMMEDAG_LOG_LEVEL="CRITICAL",
        )
        entries = ENTRIES if people in (1_000, 50_000) else people
        return surroundings, self._built(surroundings, "benchmarks.building:company", people=people, entries=entries)

    def floor(self) -> tuple[dict[str, str], dict[str, int]]:
        """The floor's environment, and who may be signed in."""
        surroundings = environment(FLOOR, FLOOR_DATA=str(self.folder / "floor"))
        return surroundings, self._built(surroundings, "benchmarks.building:floor")

    def _built(self, surroundings: dict[str, str], how: str, **arguments: int) -> dict[str, int]:
        place = surroundings.get("HJEMMEDAG_DATA") or surroundings["FLOOR_DATA"]
        if place not in self._people:
            Path(place).mkdir()
            with Process(surroundings) as builder:
                self._people[place] = builder.call(how, **arguments)
        return self._people[place]
