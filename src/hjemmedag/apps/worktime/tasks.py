"""Background work: what is past retention goes, and suggestions that nobody used."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.worktime import actions


@task()
def forget_expired() -> int:
    """Delete the entries that need not be kept any longer. Returns how many went."""
    return actions.forget_expired(today=timezone.localdate(), now=timezone.now())


@task()
def forget_drafts() -> int:
    """Delete the suggestions that have been kept long enough. Returns how many went."""
    return actions.forget_drafts(now=timezone.now())
