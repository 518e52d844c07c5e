"""Background work of this stage, derived from what is recorded."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.agreements import actions, queries
from hjemmedag.core.refusals import Refused


@task()
def begin_arrangements() -> int:
    """Record that home days may begin, for every arrangement whose first day has come. Returns how many began."""
    today, now = timezone.localdate(), timezone.now()
    begun = 0
    for arrangement in queries.ready_to_start(today):
        try:
            actions.start(arrangement=arrangement.pk, on=today, actor=None, now=now)
        except Refused:
            continue  # closed or begun by someone else in the meantime
        begun += 1
    return begun
