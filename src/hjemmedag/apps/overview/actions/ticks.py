"""The small clock: recurring jobs queued on time, and tasks of killed workers taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hjemmedag.apps.overview.models import Tick

REMEMBERED = timedelta(days=8)
"""How long tasks that are over are kept: `doctor` looks back a week."""

LONGEST = timedelta(minutes=10)
"""No task runs longer. One that seems to was left by a killed worker; all tasks may safely run again."""


def tick(*, jobs: Mapping[str, tuple[Any, timedelta]], now: datetime) -> int:
    """Queue every job whose time has come and set its next time: at most once, with any number of workers."""
    if Tick.objects.filter(key__in=jobs, next_at__gt=now).count() == len(jobs):
        return 0
    return _queued(jobs, now)


@transaction.atomic
def _queued(jobs: Mapping[str, tuple[Any, timedelta]], now: datetime) -> int:
    Tick.objects.bulk_create([Tick(key=key, next_at=now) for key in jobs], ignore_conflicts=True)
    come = Tick.objects.select_for_update(skip_locked=False).filter(key__in=jobs, next_at__lte=now)
    queued = 0
    for one in list(come):
        task, every = jobs[one.key]
        task.enqueue()
        one.next_at = now + every
        one.save(update_fields=["next_at"])
        queued += 1
    return queued


def abandoned_taken_up(*, now: datetime) -> int:
    """Put tasks that a killed worker left running back in the queue. Returns how many."""
    left = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LONGEST)
    return left.update(status=TaskResultStatus.READY, started_at=None)


def forget_tasks(*, now: datetime) -> int:
    """Delete tasks that were over long ago. Returns how many."""
    return int(DBTaskResult.objects.filter(finished_at__lt=now - REMEMBERED).delete()[0])
