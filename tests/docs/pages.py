"""The pages of documentation as the tests read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "hjemmedag"
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name(page: Path) -> str:
    """How a page is called in a test's name."""
    return str(page.relative_to(ROOT))


def read(page: Path) -> str:
    """All of a page."""
    return page.read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return FENCE.sub("", read(page))


def blocks(page: Path, kind: str) -> list[str]:
    """The blocks of code of one kind, in order."""
    return [block for language, block in FENCE.findall(read(page)) if language == kind]


def code(page: Path) -> list[str]:
    """What stands between backticks in running text."""
    return CODE.findall(prose(page))


def anchors(page: Path) -> list[str]:
    """The places in a page that a link can lead to."""
    plain = (re.sub(r"[`*]", "", heading) for heading in HEADING.findall(prose(page)))
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain]


def section(page: Path, heading: str) -> str:
    """The text under a heading of the second level, up to the next one."""
    found = re.split(r"^## ", read(page), flags=re.MULTILINE)
    return next(part for part in found if part.splitlines()[0] == heading)


def rows(text: str) -> Iterator[list[str]]:
    """The cells of each row of the tables in a text, headings left out."""
    before = ""
    for line in text.splitlines():
        if line.startswith("|") and before.startswith("|") and not line.startswith("|---"):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        before = line
