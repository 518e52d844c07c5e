"""Databases for processes of their own: a file, or a database in the test run's PostgreSQL server."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import urlsplit

KINDS = ("sqlite", "postgresql")


def fresh(kind: str, folder: Path, like: str = "") -> str:
    """The address of a new database; `like` names one that it begins as a copy of, and that nobody is using."""
    if kind == "sqlite":
        file = folder / f"{secrets.token_hex(4)}.sqlite3"
        if like:
            file.write_bytes(Path(urlsplit(like).path).read_bytes())
        return f"sqlite:///{file}"
    import psycopg

    from tests.postgresql import address

    name = f"faults_{secrets.token_hex(4)}"
    template = f' TEMPLATE "{urlsplit(like).path[1:]}"' if like else ""
    with psycopg.connect(address(), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"{template}')
    return urlsplit(address())._replace(path=f"/{name}").geturl()
