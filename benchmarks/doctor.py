"""Verifying the audit chain and every sealed row of a company of 10,000, as `doctor` does."""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks.answers import Figure
from benchmarks.houses import Houses
from benchmarks.process import Process

SIZE = 10_000


def ask(houses: Houses) -> Iterator[Figure]:
    """Each check by itself."""
    surroundings, _company = houses.company(SIZE)
    with Process(surroundings) as app:
        found: dict[str, list[float]] = app.call("benchmarks.doctor:checked")
    for name, (seconds, faults) in found.items():
        yield Figure(name, f"{seconds:.2f} s", f"{faults:.0f} faults", "0 faults", not faults)


def checked() -> dict[str, tuple[float, int]]:
    """Inside the app: CPU seconds and faults found."""
    from hjemmedag.apps.audit import queries

    checks = {
        "the chain": lambda: [found for found in (queries.broken_link(),) if found],
        "payloads": lambda: list(queries.changed_payloads()),
        "rows behind our back": lambda: list(queries.changed_rows()),
    }
    answer = {}
    for name, check in checks.items():
        begun = time.process_time()
        faults = len(check())
        answer[name] = (time.process_time() - begun, faults)
    return answer
