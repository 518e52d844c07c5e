"""The first visit: bytes on the wire with style, scripts and fonts, and whether anything comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from benchmarks.answers import Figure, at_most
from benchmarks.asking import fetch
from benchmarks.houses import Houses
from benchmarks.process import Process

BOUND = 200
"""Kilobytes of 1,000."""

IN_PAGE = re.compile(r"""<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)""")
IN_STYLE = re.compile(r"""url\(["']?([^"')]+)""")
IN_SCRIPT = re.compile(r"""\b(?:import|from)\s*\(?["']([^"']+)""")


def ask(houses: Houses) -> Iterator[Figure]:
    """The sign-in page, and the start page after it, each in a browser that has nothing yet."""
    surroundings, company = houses.company(20)
    with Process(surroundings) as app:
        for name, url, person in (("sign-in page", "/konto/log-ind/", None), ("start page", "/", company["employee"])):
            loaded: dict[str, int] = app.call("benchmarks.visit:loaded", url=url, person=person)
            outside = [address for address in loaded if urlsplit(address).netloc]
            yield at_most(f"{name}, {len(loaded)} files", sum(loaded.values()) / 1000, BOUND, "kB")
            for kind in ("css", "js", "woff2"):
                part = [size for address, size in loaded.items() if address.endswith(f".{kind}")]
                yield Figure(f"  of it {kind}", f"{sum(part) / 1000:.0f} kB", f"{len(part)} files")
            yield Figure(f"{name}: addresses elsewhere", str(len(outside)), ", ".join(outside), "0", not outside)


def loaded(url: str, person: int | None) -> dict[str, int]:
    """Inside the app: bytes by address of the page and all that it names, headers included, compressed as asked for.

    Every font of the style counts, whether this page would use it or not.
    """
    found: dict[str, int] = {}
    waiting = [url]
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith("data:"):
            continue
        if urlsplit(address).netloc:
            found[address] = 0
            continue
        status, headers, body = fetch(address, person if address == url else None, accept="gzip, br")
        if status != 200:
            raise RuntimeError(f"{address} answers {status}")
        found[address] = len(body) + sum(len(name) + len(value) + 4 for name, value in headers.items())
        text = fetch(address, person if address == url else None)[2].decode("utf-8", "replace")
        if address == url:
            waiting += [named for named in IN_PAGE.findall(text) if not named.startswith("#")]
        elif address.endswith(".css"):
            waiting += [urljoin(address, named) for named in IN_STYLE.findall(text)]
        elif address.endswith(".js"):
            waiting += [urljoin(address, named) for named in IN_SCRIPT.findall(text) if named.startswith((".", "/"))]
    return found
