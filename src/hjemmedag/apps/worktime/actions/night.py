"""The nightly check of everyone's working time: what pages and duties show of all people is worked out here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import (
    CountedMonth,
    Entry,
    HoursForecast,
    MonthFigures,
    NightlyCheck,
    OwedRest,
    Silence,
    YearFinding,
)
from hjemmedag.core.instants import local

AT_A_TIME = 2000


def check_everyone(*, now: datetime) -> queries.Night:
    """Judge everyone's register, and keep what was found in place of what the night before found.

    Months that are counted stay as they are: of two checks at the same moment the first one's figures stand.
    """
    found = queries.judged(now)
    with transaction.atomic():
        NightlyCheck.objects.update_or_create(defaults={"on": local(now).date(), "at": now})
        HoursForecast.objects.all().delete()
        HoursForecast.objects.bulk_create(found.nearing, AT_A_TIME)
        YearFinding.objects.all().delete()
        YearFinding.objects.bulk_create(found.year, AT_A_TIME)
        Silence.objects.all().delete()
        Silence.objects.bulk_create(found.silent, AT_A_TIME)
        # Whoever wrote hours meanwhile has been judged with them already.
        later = set(Entry.objects.filter(at__gt=now).values_list("employee", flat=True))
        OwedRest.objects.exclude(employee__in=later).delete()
        owed = [row for row in found.owed if row.employee_id not in later]
        OwedRest.objects.bulk_create(owed, AT_A_TIME, ignore_conflicts=True)
        _count(found.figures, now)
    return found


def _count(figures: Mapping[date, list[MonthFigures]], now: datetime) -> None:
    counted = set(CountedMonth.objects.values_list("month", flat=True))
    for month in sorted(figures.keys() - counted):
        row = CountedMonth.objects.create(month=month, at=now)
        for one in figures[month]:
            one.counted = row
        kept = MonthFigures.objects.bulk_create(figures[month], AT_A_TIME)
        audit.record(action="worktime.count", actor=None, now=now, subject=row, rows=[row, *kept])


def renew_owed(employees: Collection[int], now: datetime) -> None:
    """The rest that these people are owed, right after they registered: nobody waits for the night to hear of it."""
    today = local(now).date()
    known = queries.records(employees, today - queries.REMEMBERED, today)
    OwedRest.objects.filter(employee__in=employees).delete()
    OwedRest.objects.bulk_create(queries.owed_rests(known, employees, now), AT_A_TIME, ignore_conflicts=True)
