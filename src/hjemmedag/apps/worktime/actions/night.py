"""The nightly check of everyone's working time: what pages and duties show of all people is worked out here."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.worktime import queries
from hjemmedag.apps.worktime.models import HoursForecast, NightlyCheck, OwedRest, RestFigures, Silence
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
        OwedRest.objects.all().delete()
        OwedRest.objects.bulk_create(found.owed, AT_A_TIME)
        Silence.objects.all().delete()
        Silence.objects.bulk_create(found.silent, AT_A_TIME)
        counted = set(RestFigures.objects.values_list("month", flat=True))
        figures = RestFigures.objects.bulk_create([one for one in found.figures if one.month not in counted], AT_A_TIME)
        if figures:
            months = sorted({f"{one.month:%Y-%m}" for one in figures})
            audit.record(action="worktime.count", actor=None, now=now, data={"months": months}, rows=figures)
    return found


def renew_owed(employee: int, known: queries.Records, now: datetime) -> None:
    """The rest that one person is owed, right after they registered: nobody waits for the night to hear of it."""
    OwedRest.objects.filter(employee=employee).delete()
    OwedRest.objects.bulk_create(queries.owed_rests(known, [employee], now))
