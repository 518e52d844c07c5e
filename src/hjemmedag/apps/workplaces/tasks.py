"""Background work: everyone's screen work at home is judged, and once a month what is open there is counted."""

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
    return changed
