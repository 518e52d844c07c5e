"""Asking for pages inside the process of an app: its own WSGI door, no network, the CPU time of the process."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client

HOST = "localhost"


@cache
def _app() -> Callable[..., Any]:
    return get_wsgi_application()


@cache
def _cookie(person: int) -> str:
    """The session of someone who has signed in with both factors."""
    from django.contrib.auth import get_user_model

    browser = Client(SERVER_NAME=HOST)
    browser.force_login(get_user_model()._default_manager.get(pk=person))
    session = browser.session
    session["second_factor"] = "totp"
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def fetch(url: str, person: int | None = None, accept: str = "") -> tuple[int, dict[str, str], bytes]:
    """One page: status, headers and body as they would go over the wire."""
    path, _, query = url.partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": HOST, "HTTP_ACCEPT_ENCODING": accept}
    setup_testing_defaults(environ)
    if person is not None:
        environ["HTTP_COOKIE"] = _cookie(person)
    told: list[Any] = []
    body = _app()(environ, lambda status, headers, info=None: told.extend((int(status.split()[0]), dict(headers))))
    content = b"".join(body)
    if hasattr(body, "close"):
        body.close()
    return told[0], told[1], content


def timed(url: str, person: int, times: int) -> list[float]:
    """CPU seconds of each of so many answers."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        fetch(url, person)
        taken.append(time.process_time() - begun)
    return taken


def cost(url: str, person: int) -> dict[str, Any]:
    """Status, bytes and the database queries of a page that has been asked for before."""
    fetch(url, person)
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        status, _headers, content = fetch(url, person)
    return {"status": status, "bytes": len(content), "queries": len(asked)}
