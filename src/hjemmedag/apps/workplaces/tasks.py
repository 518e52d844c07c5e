"""Background work: everyone's screen work at home is judged, once a month what is open there is counted, and pictures
are cleaned, and deleted when they are due."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.workplaces import actions


@task()
def judge_everyone() -> int:
    """Write down what holds of everyone's home where it changed, then count the month. Returns how many changed."""
    today, now = timezone.localdate(), timezone.now()
    changed = len(actions.judge(today=today, now=now))
    actions.count_risks(today=today, now=now)
    actions.drop_stray_injuries(today=today)
    return changed


@task()
def clean_photos() -> int:
    """Decode the pictures that were uploaded, and keep their pixels alone. Returns how many were seen to."""
    return actions.clean_photos(now=timezone.now())


@task()
def delete_expired_photos() -> int:
    """Delete the pictures whose last day has come. Returns how many."""
    return actions.delete_expired_photos(today=timezone.localdate(), now=timezone.now())
