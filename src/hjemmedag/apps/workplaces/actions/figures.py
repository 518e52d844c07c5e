"""Counting risks at home, once a month."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import CountedRisks, RiskFigures

AT_A_TIME = 2000


def count_risks(*, today: date, now: datetime) -> bool:
    """Count this month, unless it is counted; returns whether it was. Of two at the same moment the first stands."""
    month = queries.month_to_count(today)
    if month is None:
        return False
    figures = queries.figures(today)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row = CountedRisks.objects.create(month=month, on=today, at=now)
        except IntegrityError:
            return False
        for one in figures:
            one.counted = row
        kept = RiskFigures.objects.bulk_create(figures, AT_A_TIME)
        audit.record(action="workplaces.count", actor=None, now=now, subject=row, rows=[row, *kept])
    return True
