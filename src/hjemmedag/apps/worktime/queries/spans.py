"""The register of many people as arrays, for a quick look at all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

import numpy as np

from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.core.worktime.bulk import daily, weekly
from hjemmedag.core.worktime.bulk.intervals import Entries, merged
from hjemmedag.core.worktime.entries import Kind, Place
from hjemmedag.core.worktime.limits import Limits

CHUNK = 20_000


def suspects(first: date, last: date, limits: Limits) -> list[int]:
    """Everyone whose rest may have been too short between two days, and few others: one query.

    Agreements, absences and accounts of events can only excuse what is found here. Days off are looked for a day sooner
    than the rule asks, as what came before the first entry isn't known here.
    """
    rows = standing().filter(day__range=(first, last), timed=True).order_by("employee", "start", "id")
    listed = rows.values_list("employee", "start", "end", "kind", "place")
    flat = chain.from_iterable(
        (who, start.timestamp(), end.timestamp(), kind == Kind.ON_CALL and place != Place.OFFICE)
        for who, start, end, kind, place in listed.iterator(CHUNK)
    )
    table = np.fromiter(flat, dtype=np.float64).reshape(-1, 4).astype(np.int64)
    if not len(table):
        return []
    people, codes = np.unique(table[:, 0], return_inverse=True)
    entries = Entries(codes.astype(np.int32), table[:, 1].copy(), table[:, 2].copy(), table[:, 3].astype(bool))
    return [int(people[code]) for code in sorted(_short(entries, limits) | _without_days_off(entries, limits))]


def _short(entries: Entries, limits: Limits) -> set[int]:
    """Those with a daily rest that was too short; time on call away from the workplace is rest."""
    assert entries.on_call is not None
    work = entries.chosen(~entries.on_call)
    return set(daily.breaches(merged(work), limits).employee.tolist()) if len(work.start) else set()


def _without_days_off(entries: Entries, limits: Limits) -> set[int]:
    """Those of whom it isn't plain that every day off came in time."""
    begins = np.concatenate(([0], np.flatnonzero(entries.employee[1:] != entries.employee[:-1]) + 1))
    known_from, known_to = np.minimum.reduceat(entries.start, begins), np.maximum.reduceat(entries.end, begins)
    sooner = replace(limits, between=limits.between - 1)
    return {who for who, _late in weekly.late_ones(merged(entries), known_from, known_to, sooner)}
