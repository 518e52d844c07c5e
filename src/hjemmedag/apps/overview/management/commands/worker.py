"""`hjemmedag worker`: does the background work, once or until it is told to stop."""

from __future__ import annotations

import logging
import os
import sys
import time
from argparse import SUPPRESS, ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.tasks import TIMETABLE

PAUSE = 1.0
"""Seconds between two looks at an empty queue."""

MOST = 110 * 2**20
"""Bytes of memory that a worker keeps."""


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
            if _resident() > MOST:
                # Making papers loads libraries that stay in memory: the same process begins anew without them.
                os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # our own command line
            time.sleep(PAUSE)


def _resident() -> int:
    """The memory this process holds, in bytes; 0 where the system doesn't say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
