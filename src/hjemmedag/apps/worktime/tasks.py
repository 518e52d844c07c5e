"""Background work: everyone's time is checked, and what is past retention goes."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.worktime import actions


@task()
def forget_expired() -> int:
    """Delete the entries and payroll files that need not be kept any longer. Returns how many went."""
    today, now = timezone.localdate(), timezone.now()
    return actions.forget_expired(today=today, now=now) + actions.forget_payroll_files(today=today, now=now)


@task()
def check_everyone() -> int:
    """Judge everyone's register. Returns how many months were due to be counted."""
    return len(actions.check_everyone(now=timezone.now()).figures)


@task()
def forget_drafts() -> int:
    """Delete the suggestions that nobody has used in time. Returns how many went."""
    return actions.forget_drafts(now=timezone.now())
