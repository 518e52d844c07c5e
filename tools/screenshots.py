"""Takes the pictures of README.md: builds a small demo of its own, serves it, and drives a browser through it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "images"
HJEMMEDAG = ROOT / ".venv" / "bin" / "hjemmedag"
LARGEST = 150 * 1024
WIDE: ViewportSize = {"width": 1120, "height": 700}
TALL: ViewportSize = {"width": 1120, "height": 760}
PHONE: ViewportSize = {"width": 375, "height": 700}
PATIENCE = 120
"""Seconds until the demo must be built and answer."""


def main() -> int:
    """Writes the pictures anew; 1 when one of them is too large to be committed."""
    from playwright.sync_api import sync_playwright

    browser_program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser_program is None:
        sys.exit("There is no Chromium on this machine. Install it, then run this again.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program, args=["--no-sandbox", "--disable-gpu"])
        take_all(browser, address, Path(folder))
        browser.close()
    large = [picture.name for picture in PICTURES.glob("*.png") if picture.stat().st_size > LARGEST]
    if large:
        sys.stderr.write(f"Larger than {LARGEST // 1024} kB: {', '.join(sorted(large))}\n")
    return 1 if large else 0


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a demo of forty people, for as long as the pictures take."""
    port = free_port()
    address = f"http://localhost:{port}"
    command = [str(HJEMMEDAG), "demo", "--employees", "40", "--data", str(folder / "data"), "--port", str(port)]
    demo = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(address, demo)
        yield address
    finally:
        demo.terminate()
        demo.wait(PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def wait_for(address: str, demo: subprocess.Popen[bytes]) -> None:
    """Until the demo answers. Raises `TimeoutError`, also when it has ended."""
    until = time.monotonic() + PATIENCE
    while demo.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"{address}/tjek/", timeout=PATIENCE).close()  # noqa: S310 — our own address
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{address} does not answer")


def take_all(browser: Browser, address: str, folder: Path) -> None:
    """Each picture as the person who would see it."""
    employee = signed_in(browser, address, "employee")
    take(employee, "/", "i-dag")
    take(signed_in(browser, address, "employee", phone=True), "/", "i-dag-mobil")
    apply(employee)
    hr = signed_in(browser, address, "hr")
    take(hr, "/overblik/", "overblik")
    hr.goto("/dokumenter/")
    hr.locator("#to-sign ~ * a.button").first.click()
    save(hr, "underskrift")
    check(hr, folder / "tillaeg.pdf")


def apply(page: Page) -> None:
    """An application with three days at home, up to the rule behind what follows from it."""
    page.set_viewport_size(TALL)
    page.goto("/ansoegning/moenster/")
    for day in (0, 2, 4):
        page.locator(f'label:has(input[name="home_days"][value="{day}"])').click()
    save(page, "ansoegning")
    page.set_viewport_size(WIDE)
    page.get_by_label("Første dag").fill((date.today() + timedelta(days=28)).isoformat())  # noqa: DTZ011
    page.get_by_role("button", name="Videre: dit sted").click()
    page.get_by_label("Vej og nummer").fill("Fjordvej 5")
    page.get_by_label("Postnummer").fill("8000")
    page.get_by_label("By").fill("Aarhus C")
    page.get_by_label("Rum").fill("arbejdsværelset")
    page.get_by_role("button", name="Videre: hvad følger").click()
    page.locator(".consequences a.why").last.click()
    page.locator("#why-body h2").first.wait_for()
    save(page, "hvorfor")


def check(page: Page, pdf: Path) -> None:
    """A signed addendum, fetched and put on the check page."""
    page.goto("/dokumenter/?tilstand=complete")
    page.locator("table.list tbody th a").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent PDF").click()
    download.value.save_as(pdf)
    page.goto("/tjek/")
    page.locator("input[type=file]").set_input_files(pdf)
    page.locator("main form button[type=submit]").click()
    page.locator("#result").wait_for()
    save(page, "tjek")


def signed_in(browser: Browser, address: str, role: str, *, phone: bool = False) -> Page:
    """A page of the demo's person with this role."""
    context = browser.new_context(
        base_url=address,
        locale="da-DK",
        timezone_id="Europe/Copenhagen",
        viewport=PHONE if phone else WIDE,
        is_mobile=phone,
        has_touch=phone,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto("/demo/")
    page.locator(f'button[name="person"][value="{role}"]').click()
    page.wait_for_url(f"{address}/")
    return page


def take(page: Page, where: str, name: str) -> None:
    """A picture of one address."""
    page.goto(where)
    save(page, name)


def save(page: Page, name: str) -> None:
    """A picture of what is in the window, once the fonts are there."""
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
