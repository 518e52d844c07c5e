"""A spreadsheet of one's own hours, written as the page would write them: all of its weeks or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.actions.entries import Unexplained, Worked, register
from hjemmedag.apps.worktime.models import Entry
from hjemmedag.core.worktime.entries import Place
from hjemmedag.core.worktime.hours_list import Hours


@transaction.atomic
def register_file(
    *, employee: int, weeks: Iterable[queries.FileWeek], now: datetime, reason: str = "", because: str = ""
) -> int:
    """Let the days of these weeks say what the file says of them. Returns how many entries were written.

    Raises what `register` raises; `Unexplained` names the short rests of all the weeks at once.
    """
    short: list[queries.Found] = []
    written = 0
    for week in weeks:
        try:
            written += register(
                employee=employee,
                monday=week.monday,
                days={day.day: _worked(day.after) for day in week.days},
                revision=week.revision,
                actor=employee,
                now=now,
                reason=reason if week.needs_reason else "",
                because=because,
            )
        except Unexplained as missing:
            short += missing.findings
    if short:
        raise Unexplained(short)
    return written


def _worked(hours: Sequence[Hours]) -> list[Worked]:
    return [
        Worked(
            one.start,
            one.end,
            one.place or Place.OTHER,
            one.kind,
            break_minutes=one.break_minutes or 0,
            method=Entry.Method.FILE,
        )
        for one in hours
    ]
