"""Background work across the stages, and the timetable of all recurring jobs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.agreements import tasks as agreements
from hjemmedag.apps.documents import tasks as documents
from hjemmedag.apps.overview import actions
from hjemmedag.apps.people import tasks as people
from hjemmedag.apps.security import tasks as security
from hjemmedag.apps.workplaces import tasks as workplaces
from hjemmedag.apps.worktime import tasks as worktime


@task()
def deliver() -> int:
    """Send what waits in the outbox."""
    return actions.deliver(now=timezone.now(), moment=timezone.localtime())


@task()
def remind() -> int:
    """Write the day's reminders."""
    return actions.remind(on=timezone.localdate(), now=timezone.now())


@task()
def forget() -> int:
    """Delete what is kept about tasks that were done days ago."""
    return actions.forget_tasks(now=timezone.now())


TIMETABLE: dict[str, tuple[Any, timedelta]] = {
    "deliver": (deliver, timedelta(minutes=1)),
    "remind": (remind, timedelta(hours=1)),
    "begin_arrangements": (agreements.begin_arrangements, timedelta(minutes=10)),
    "record_receipts": (agreements.record_receipts, timedelta(minutes=1)),
    "mend_offers": (agreements.mend_offers, timedelta(minutes=1)),
    # Twice, so that two workers can make papers of the same batch at once.
    "make_batches": (agreements.make_batches, timedelta(minutes=1)),
    "make_batches_beside": (agreements.make_batches, timedelta(minutes=1)),
    "make_missing_evidence": (documents.make_missing_evidence, timedelta(minutes=10)),
    "forget_abandoned_uploads": (people.forget_abandoned_uploads, timedelta(hours=1)),
    "sweep_files": (documents.sweep_files, timedelta(days=1)),
    "tell_newcomers": (security.tell_newcomers, timedelta(days=1)),
    "check_working_time": (worktime.check_everyone, timedelta(days=1)),
    "judge_screen_work": (workplaces.judge_everyone, timedelta(days=1)),
    "clean_photos": (workplaces.clean_photos, timedelta(minutes=1)),
    "delete_expired_photos": (workplaces.delete_expired_photos, timedelta(days=1)),
    "forget_working_time": (worktime.forget_expired, timedelta(days=1)),
    "forget_drafts": (worktime.forget_drafts, timedelta(days=1)),
    "forget": (forget, timedelta(days=1)),
}
