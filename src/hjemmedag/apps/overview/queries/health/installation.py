"""The installation: its database, settings and data folder."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from hjemmedag.apps.overview.queries.health.finding import Finding
from hjemmedag.apps.people import queries as people

SHORTEST_SECRET = 32
LEAST_ROOM = 500
"""Megabytes that should be free where files are kept."""

THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


def database() -> Iterator[Finding]:
    """Whether the tables are those of this version, and hold a company."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        names = [f"{migration.app_label}.{migration.name}" for migration, _backwards in pending]
        yield Finding(_("The database is not ready for this version. Run: hjemmedag init"), {"pending": names})
    elif people.company() is None:
        yield Finding(_("There is no company here yet. Run: hjemmedag init"))


def configuration() -> Iterator[Finding]:
    """Settings that are for trying out, or too weak."""
    site = urlsplit(settings.SITE_URL)
    if settings.DEBUG:
        yield Finding(_("DEBUG is on: faults show secrets to visitors. Turn it off."), {"setting": "DEBUG"})
    if settings.DEMO:
        yield Finding(_("DEMO is on: anyone can be anybody. Turn it off for a real company."), {"setting": "DEMO"})
    if len(settings.SECRET_KEY) < SHORTEST_SECRET:
        yield Finding(
            _("SECRET_KEY is shorter than %(n)s characters. Use a longer one.") % {"n": SHORTEST_SECRET},
            {"setting": "SECRET_KEY"},
        )
    if site.scheme != "https" and site.hostname not in THIS_MACHINE:
        yield Finding(
            _("URL is %(url)s: passwords travel in the open. Use https.") % {"url": settings.SITE_URL},
            {"setting": "URL"},
        )


def folder() -> Iterator[Finding]:
    """Room on the disk, and files that others on the machine can read."""
    data = Path(settings.DATA_DIR)
    free = shutil.disk_usage(data).free // 2**20
    if free < LEAST_ROOM:
        yield Finding(
            _("Only %(free)s MB are free where %(folder)s is. Make room.") % {"free": free, "folder": data},
            {"free_mb": free},
        )
    if not os.access(data, os.W_OK):
        yield Finding(_("%(folder)s can’t be written to.") % {"folder": data}, {"path": str(data)})
    if data.stat().st_mode & stat.S_IRWXO:
        yield Finding(
            _("Everyone on this machine can look into %(path)s. Run: chmod 750 %(path)s") % {"path": data},
            {"path": str(data)},
        )
    keys = Path(settings.SEAL_KEY_DIR)
    for path in (data / "secret-key", *sorted(keys.glob("*.pem"))):
        if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield Finding(
                _("Others on this machine can read %(path)s. Run: chmod 600 %(path)s") % {"path": path},
                {"path": str(path)},
            )
