"""The background work: whether the worker runs, tasks that failed, mail that was given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hjemmedag.apps.outbox import queries as outbox
from hjemmedag.apps.overview.models import Tick
from hjemmedag.apps.overview.queries.health.finding import Finding

SILENT = timedelta(hours=1)
LATELY = timedelta(days=7)


def worker(now: datetime) -> Iterator[Finding]:
    """Recurring jobs that nobody has queued for an hour."""
    late = Tick.objects.filter(next_at__lt=now - SILENT).order_by("next_at").first()
    if late is not None:
        since = late.next_at.isoformat(timespec="minutes")
        yield Finding(
            _("No worker has run since %(since)s. Start it: hjemmedag worker") % {"since": since}, {"since": since}
        )


def tasks(now: datetime) -> Iterator[Finding]:
    """Tasks that failed in the last week, and those that have waited too long."""
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__gte=now - LATELY).order_by()
    for path, number in failed.values_list("task_path").annotate(number=Count("pk")).order_by("task_path"):
        words = ngettext(
            "%(task)s failed %(n)s time in the last week. Its log says why.",
            "%(task)s failed %(n)s times in the last week. Its log says why.",
            number,
        )
        yield Finding(words % {"task": path, "n": number}, {"task": path, "times": number})
    left = DBTaskResult.objects.filter(status=TaskResultStatus.READY, enqueued_at__lt=now - SILENT).count()
    if left:
        words = ngettext("%(n)s task is waiting for a worker.", "%(n)s tasks are waiting for a worker.", left)
        yield Finding(words % {"n": left}, {"waiting": left})


def mail() -> Iterator[Finding]:
    """Messages that no attempt could deliver."""
    for message in outbox.given_up():
        facts = {"message": message.pk, "recipient": message.recipient, "why": message.failure}
        yield Finding(
            _("Message %(message)s to employee %(recipient)s was given up: %(why)s. Correct the address or the server.")
            % facts,
            facts,
        )
