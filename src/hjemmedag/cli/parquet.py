"""`hjemmedag check` on Parquet files, which may hold millions of entries."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hjemmedag.adapters.parquet import groups
from hjemmedag.cli.report import Report
from hjemmedag.core.law import Law
from hjemmedag.core.worktime.bulk.people import people
from hjemmedag.core.worktime.clock import second
from hjemmedag.core.worktime.limits import Limits


def check_parquet(file: str, known: tuple[datetime | None, datetime | None], law: Law, report: Report) -> None:
    """Reports everyone in the file, by the law of a day. Raises `OSError` and `timelist.Unusable`."""
    limits = Limits.of(law)
    known_from, known_to = (None if moment is None else second(moment) for moment in known)
    for group in groups(Path(file)):
        for person in people(group.entries, limits, known_from, known_to):
            report.add(group.names[person.number], person.verdicts, person.findings)
