"""Takes the pictures of README.md: builds a small demo of its own, serves it, and drives a browser through it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "images"
HJEMMEDAG = ROOT / ".venv" / "bin" / "hjemmedag"
LARGEST = 150 * 1024
WIDE = {"width": 1200, "height": 760}
PHONE = {"width": 375, "height": 760}
PATIENCE = 30
"""Seconds until the server must answer."""


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
    own = {**os.environ, "HJEMMEDAG_DATA": str(folder / "data"), "HJEMMEDAG_DEMO": "1", "HJEMMEDAG_URL": address}
    build = [HJEMMEDAG, "demo", "--employees", "40", "--no-serve", "--data", str(folder / "data")]
    subprocess.run(build, env=own, check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([HJEMMEDAG, "serve", "--port", str(port)], env=own, stdout=subprocess.DEVNULL)
    try:
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def wait_for(address: str) -> None:
    """Until the server answers. Raises `TimeoutError`."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
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
    take(employee, "/ansoegning/moenster/", "ansoegning")
    employee.goto("/")
    employee.locator("a.why").first.click()
    employee.locator("#why-body h2").first.wait_for()
    save(employee, "hvorfor")

    hr = signed_in(browser, address, "hr")
    take(hr, "/overblik/", "overblik")
    hr.goto("/dokumenter/")
    hr.locator("#to-sign ~ * a.button").first.click()
    save(hr, "underskrift")
    hr.goto("/dokumenter/?tilstand=complete")
    hr.locator("table.list tbody th a").first.click()
    with hr.expect_download() as download:
        hr.get_by_role("link", name="Hent PDF").click()
    pdf = folder / "tillaeg.pdf"
    download.value.save_as(pdf)
    hr.goto("/tjek/")
    hr.locator("input[type=file]").set_input_files(pdf)
    hr.locator("main form button[type=submit]").click()
    hr.locator("#result").wait_for()
    save(hr, "tjek")


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
