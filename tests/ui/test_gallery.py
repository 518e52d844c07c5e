"""Every part in a real browser: readable aloud, whole at 320 pixels, good to keyboards, safe against double clicks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.ui import gallery

pytestmark = [pytest.mark.browser, pytest.mark.urls(gallery.__name__)]


@pytest.fixture(params=[1280, 390, 320])
def page(request: pytest.FixtureRequest, chromium: Browser, live_server: Any) -> Iterator[Page]:
    """The gallery at a width; anything the browser complains about fails the test."""
    complaints: list[str] = []
    with chromium.new_context(viewport={"width": request.param, "height": 900}) as context:
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
