"""A real browser before the running product: what browser tests and journeys share.

`page` is a signed-out visitor who reads Danish, `sign_in(page, anna)` signs somebody in, `axe(page)` asks for no
serious fault of accessibility. Each visitor also watches: a page that breaks the security policy, throws in a script or
asks another host for anything fails its test. With a folder as `SCREENSHOTS` in the environment, `axe` takes a picture.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

    from hjemmedag.apps.people.models import Employee

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 740}


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """`visit()` is a new visitor, with cookies of their own; `visit(phone=True)` holds a phone."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def visit(*, phone: bool = False, language: str = "da") -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            locale="en-GB" if language == "en" else "da-DK",
            timezone_id="Europe/Copenhagen",
            viewport=PHONE if phone else WIDE,
            has_touch=phone,
            is_mobile=phone,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, live_server.url, faults)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []


def watch(page: Page, home: str, faults: list[str]) -> None:
    """Collect what a page must never do."""
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console", lambda line: "Content Security Policy" in line.text and faults.append(f"{page.url}: {line.text}")
    )
    page.on("request", lambda sent: sent.url.startswith((home, "data:", "blob:")) or faults.append(f"asked {sent.url}"))


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """A signed-out visitor at a desk who reads Danish."""
    return visit()


@pytest.fixture
def phone(visit: Callable[..., Page]) -> Page:
    """A signed-out visitor with a phone who reads Danish."""
    return visit(phone=True)


@pytest.fixture
def sign_in(live_server: LiveServer) -> Callable[[Page, Employee], Page]:
    """`sign_in(page, anna)` gives the page Anna's session, with both factors, without the sign-in pages."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    def sign_in(page: Page, person: Employee) -> Page:
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session["second_factor"] = "test"
        session.create()
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": live_server.url}]
        )
        return page

    return sign_in


@pytest.fixture
def axe(request: pytest.FixtureRequest) -> Callable[[Page], None]:
    """`axe(page)`: no serious or critical fault on the page as it stands; a picture of it where pictures are wanted."""
    from axe_playwright_python.sync_playwright import Axe

    pictures = os.environ.get("SCREENSHOTS")
    taken = 0

    def axe(page: Page) -> None:
        nonlocal taken
        page.wait_for_load_state()
        if pictures:
            taken += 1
            name = re.sub(r"\W+", "-", f"{request.node.name}-{taken:02}-{page.title()}".casefold()).strip("-")
            Path(pictures).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(pictures) / f"{name[:120]}.png", full_page=True)
        violations = Axe().run(page).response["violations"]
        found = [
            f"{page.url}: {fault['id']}: {fault['help']}: {[node['html'] for node in fault['nodes']]}"
            for fault in violations
            if fault["impact"] in ("serious", "critical")
        ]
        assert found == []

    return axe
