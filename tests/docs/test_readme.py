"""The first page: its commands work, and its two languages say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, FENCE, HEADING, LINK, PAGES, ROOT, name, prose, read

ENGLISH, DANISH = ROOT / "README.md", ROOT / "README.da.md"
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_command_is_a_target(page: Path) -> None:
    said = [block for _, block in FENCE.findall(read(page))] + re.findall(r"`([^`\n]+)`", prose(page))
    named = {target for text in said for target in re.findall(r"^make ([a-z]+)", text, flags=re.MULTILINE)}
    assert named - TARGETS == set()


def test_the_readme_asks_for_two_commands() -> None:
    first = next(block for language, block in FENCE.findall(read(ENGLISH)) if language == "sh")
    assert re.findall(r"^make \w+", first, flags=re.MULTILINE) == ["make demo", "make test"]


def test_the_danish_readme_has_the_same_sections_commands_and_pictures() -> None:
    def shape(page: Path) -> list[str]:
        return [heading.partition(" ")[0] for heading in re.findall(r"^#+ ", read(page), flags=re.MULTILINE)]

    def commands(page: Path) -> list[str]:
        blocks = [block for language, block in FENCE.findall(read(page)) if language == "sh"]
        return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]

    def pictures(page: Path) -> list[str]:
        return [target for target in LINK.findall(prose(page)) if target.endswith(".png")]

    assert shape(DANISH) == shape(ENGLISH)
    assert commands(DANISH) == commands(ENGLISH)
    assert pictures(DANISH) == pictures(ENGLISH)


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    decisions = sorted((DOCS / "decisions").glob("*.md"))
    assert [page.name[:4] for page in decisions] == [f"{number:04}" for number in range(1, len(decisions) + 1)]
    assert all(HEADING.findall(read(page))[0].startswith(f"{page.name[:4]} ") for page in decisions)
    assert [page.name for page in decisions if len(read(page).splitlines()) > 16] == []
