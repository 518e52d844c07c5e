"""Background work: everyone's screen work at home is judged."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.workplaces import actions


@task()
def judge_everyone() -> int:
    """Write down what holds of everyone's home where it changed. Returns of how many."""
    return len(actions.judge(today=timezone.localdate(), now=timezone.now()))
