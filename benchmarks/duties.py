"""Duties of one person and of everyone, with few employees and with 10,000: the same number of queries."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from benchmarks.answers import Figure
from benchmarks.houses import Houses
from benchmarks.process import Process

SIZES = (20, 10_000)
A_STAGE, STAGES = 3, 4


def ask(houses: Houses) -> Iterator[Figure]:
    """For one employee, for HR, for everyone."""
    found: list[dict[str, Any]] = []
    for size in SIZES:
        surroundings, company = houses.company(size)
        with Process(surroundings) as app:
            found.append(app.call("benchmarks.duties:derived", hr=company["hr"], employee=company["employee"]))
    for who in found[0]:
        few, many = (one[who] for one in found)
        limit = A_STAGE * STAGES
        yield Figure(
            what=f"duties of {who}",
            ours=f"{many['found']:,} in {many['milliseconds']:.1f} ms, {many['queries']} q",
            beside=f"with {SIZES[0]}: {few['found']} in {few['milliseconds']:.1f} ms, {few['queries']} q",
            bound=f"same q, ≤ {limit}",
            met=few["queries"] == many["queries"] <= limit,
        )


def derived(hr: int, employee: int) -> dict[str, Any]:
    """Inside the app: how many duties there are, what they take and ask."""
    from django.db import connection
    from django.utils import timezone

    from hjemmedag.apps.overview.queries.duties import due
    from hjemmedag.core.duties import Scope

    today, answer = timezone.localdate(), {}
    for who, owner in (("an employee", employee), ("HR", hr), ("everyone", None)):
        due(Scope(owner), today)
        asked: list[str] = []

        def note(execute: Any, sql: str, *rest: Any, asked: list[str] = asked) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        begun = time.process_time()
        with connection.execute_wrapper(note):
            found = len(due(Scope(owner), today))
        milliseconds = (time.process_time() - begun) * 1000
        answer[who] = {"found": found, "milliseconds": milliseconds, "queries": len(asked)}
    return answer
