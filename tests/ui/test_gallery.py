"""Every part in a real browser: readable aloud, whole at 320 pixels, good to keyboards, safe against double clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.ui import gallery

pytestmark = [pytest.mark.browser, pytest.mark.urls(gallery.__name__)]

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


@pytest.fixture(scope="session", autouse=True)
def static_folder() -> Iterator[None]:
    """The folder of collected files must be there; and the browser's loop shares the thread with the database."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(params=[1280, 390, 320])
def page(request: pytest.FixtureRequest, browser: Browser, live_server: Any) -> Iterator[Page]:
    """The gallery at a width; anything the browser complains about fails the test."""
    complaints: list[str] = []
    with browser.new_context(viewport={"width": request.param, "height": 900}) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{live_server.url}/gallery/?messages=1")
        yield page
        assert complaints == []


def test_the_gallery_has_no_serious_accessibility_faults(page: Page) -> None:
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []


def test_nothing_is_wider_than_the_window(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_a_sent_form_comes_back_with_its_summary_in_focus_and_links_to_the_fields(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.eval_on_selector("main form[method=post]", "form => { form.noValidate = true }")
    page.eval_on_selector("main form[method=post] [type=submit]", "button => { button.click(); button.click() }")
    page.wait_for_selector(".error-summary")
    assert (len(sent), page.evaluate("document.activeElement.className")) == (1, "error-summary")
    page.click(".error-summary a[href='#id_start']")
    assert page.evaluate("document.activeElement.name") == "start"


def test_why_opens_beside_the_page_and_gives_the_focus_back(page: Page) -> None:
    link = page.locator(".why").first
    link.click()
    page.wait_for_selector("#why h2")
    assert page.evaluate("document.activeElement.id") == "why"
    page.keyboard.press("Escape")
    assert page.locator("#why").is_hidden()
    assert page.evaluate("document.activeElement.className") == "why"
