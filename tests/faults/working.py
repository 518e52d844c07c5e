"""Work for workers that are killed or that race; run in processes of its own by `test_worker.py`.

`slow` is a task that says when it begins and how often it has begun; the others do once what two processes do at once.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.actions.ticks import LONGEST
from hjemmedag.apps.overview.models import Tick
from hjemmedag.apps.people.models import Employee

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
MESSAGES = 60


def begun() -> Path:
    return Path(settings.DATA_DIR) / "begun"


@task()
def slow() -> int:
    """Hangs the first time it is done; the second time it is quick."""
    times = len(begun().read_text()) + 1 if begun().exists() else 1
    begun().write_text("x" * times)
    if times == 1:
        time.sleep(120)
    return times


def queue() -> None:
    slow.enqueue()


def age() -> None:
    """As if the longest time that a task may take had passed."""
    DBTaskResult.objects.filter(status="RUNNING").update(started_at=timezone.now() - LONGEST - timedelta(seconds=1))


def state() -> None:
    for row in DBTaskResult.objects.filter(task_path=slow.module_path):
        print(row.status, row.return_value, len(row.worker_ids))


def write() -> None:
    """Messages to one employee, whom they may reach on Monday at ten."""
    person = Employee.objects.filter(employments__ends=None, absences=None).order_by("pk")[0]
    letters = [
        outbox.Letter(
            key=f"race:{n}", recipient=person.pk, template="agreements/mail/refused", facts={"application": n + 1}
        )
        for n in range(MESSAGES)
    ]
    outbox.write(letters, now=MONDAY)


def deliver() -> None:
    print(actions.deliver(now=MONDAY, moment=MONDAY))


def tick() -> None:
    """Ticks for three seconds of one clock; prints how many jobs it queued."""
    jobs = {f"job {n}": (slow, timedelta(seconds=1)) for n in range(20)}
    print(sum(actions.tick(jobs=jobs, now=MONDAY + timedelta(seconds=second)) for second in range(3)))


def unprove() -> None:
    """Take the evidence of every document away, and let every job be due."""
    evidence = list(Document.objects.filter(kind="evidence").values_list("pk", flat=True))
    Revision.objects.filter(document__in=evidence).delete()
    Document.objects.filter(pk__in=evidence).delete()
    Tick.objects.all().delete()
    print(len(evidence))


def proved() -> None:
    print(Document.objects.filter(kind="evidence").count())


def main() -> None:
    """One of the works, by its name."""
    works = (queue, age, state, write, deliver, tick, unprove, proved)
    {one.__name__: one for one in works}[sys.argv[1]]()
