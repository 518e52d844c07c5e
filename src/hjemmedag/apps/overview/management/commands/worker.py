"""`hjemmedag worker`: does the background work, once or until it is told to stop."""

from __future__ import annotations

import logging
import os
import time
from argparse import SUPPRESS, ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.tasks import TIMETABLE

PAUSE = 1.0
"""Seconds between two looks at an empty queue."""


class Command(BaseCommand):
    """Tick, work off the queue, wait a moment, and again."""

    help = "Do the background work: deliver mail, write reminders, begin arrangements."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="work off what is due now, then stop")
        parser.add_argument("--beside", type=int, help=SUPPRESS)

    def handle(self, *args: Any, once: bool, beside: int | None, **options: Any) -> None:
        """`beside` is the process that started this one: when it is gone, the work stops too."""
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
        worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        worker.configure_signals()
        while worker.running and beside in (None, os.getppid()):
            now = timezone.now()
            actions.abandoned_taken_up(now=now)
            actions.tick(jobs=TIMETABLE, now=now)
            worker.run()
            if once:
                break
            time.sleep(PAUSE)
