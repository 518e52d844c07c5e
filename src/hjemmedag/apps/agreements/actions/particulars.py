"""Confirmed particulars carry the receipt for the policy too: it is put on record as of the moment they were."""

from __future__ import annotations

from datetime import date

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.policy import actions as policy
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused


def record_receipts(*, on: date) -> int:
    """Record the receipts that came with particulars by the end of a day. Returns how many."""
    recorded = 0
    for one in queries.confirmed(on):
        try:
            policy.confirm(version=one.version, employee=one.employee, today=local(one.at).date(), now=one.at)
            recorded += 1
        except Refused:
            continue  # another version held by then: its receipt is asked for by itself
    return recorded
