"""Background work about people, derived from what is kept."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.people.actions import uploads


@task()
def forget_abandoned_uploads() -> None:
    """Delete staff lists that someone uploaded and never confirmed."""
    uploads.forget_abandoned(now=timezone.now())
