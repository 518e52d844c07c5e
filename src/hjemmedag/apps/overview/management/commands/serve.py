"""`hjemmedag serve`: opens the pages."""

from __future__ import annotations

import multiprocessing
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from os import getpid
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from hjemmedag.apps.people import queries as people

UNUSABLE = 2
THREADS = 4
"""Requests that one web process works on at a time."""

MOST_PROCESSES = 64

MOST = 200
"""Megabytes that a web process keeps; pages take 120. Sealing papers takes more: then another one takes its place."""

PATIENCE = 15
"""Seconds that the worker beside the web server gets to finish its task."""


class Command(BaseCommand):
    """Web processes, and a worker beside them where asked for. Stops cleanly on Ctrl-C and SIGTERM."""

    help = "Open the pages in a browser."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--workers", type=int, default=2, help="web processes")
        parser.add_argument("--with-worker", action="store_true", help="do the background work too")

    def handle(self, *args: Any, host: str, port: int, workers: int, with_worker: bool, **options: Any) -> None:
        if not 1 <= workers <= MOST_PROCESSES:
            raise CommandError(
                _("--workers: write a number from 1 to %(most)s.") % {"most": MOST_PROCESSES}, returncode=UNUSABLE
            )
        refuse_unready()
        refuse_taken(host, port)
        call_command("collectstatic", interactive=False, verbosity=0)
        connections.close_all()
        if options["verbosity"]:
            self.stdout.write(_("Open %(url)s. Ctrl-C stops.") % {"url": settings.SITE_URL})
            self.stdout.flush()
        with _worker() if with_worker else _nobody():
            _web(host, port, workers)


def refuse_unready() -> None:
    """Raises `CommandError` where there is no company yet, or its database is of another version."""
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError(_("The database is not ready for this version. Run: hjemmedag init"), returncode=UNUSABLE)
    if people.company() is None:
        raise CommandError(_("There is no company here yet. Run: hjemmedag init"), returncode=UNUSABLE)


def refuse_taken(host: str, port: int) -> None:
    """Raises `CommandError` where something else answers already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except (OSError, OverflowError) as fault:
            raise CommandError(
                _("%(host)s, port %(port)s can’t be used (%(why)s). Choose another with --port.")
                % {"host": host, "port": port, "why": getattr(fault, "strerror", None) or fault},
                returncode=UNUSABLE,
            ) from None


def _web(host: str, port: int, processes: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    # A forked process lacks the threads that the typesetter began in this one, and would wait for them for ever.
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        settings.WSGI_APPLICATION.replace(".application", ":application"),
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_max_rss=MOST,
        log_level=LogLevels.warning,
    ).serve()


@contextmanager
def _worker() -> Iterator[None]:
    """A process of its own, out of reach of the terminal's Ctrl-C: it is told to stop when the web server has."""
    command = [sys.executable, "-m", "django", "worker", "--beside", str(getpid())]
    worker = subprocess.Popen(command, start_new_session=True)  # noqa: S603  # our own program
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            worker.kill()


@contextmanager
def _nobody() -> Iterator[None]:
    yield
