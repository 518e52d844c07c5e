"""Background work: newcomers hear of the measures that go on."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.security import actions


@task()
def tell_newcomers() -> None:
    """Write to whoever was hired after a measure was announced."""
    actions.tell_newcomers(today=timezone.localdate(), now=timezone.now())
