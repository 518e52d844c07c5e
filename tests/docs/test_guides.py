"""The guides use the words that stand on the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages import pofile

from tests.docs.pages import DOCS, ROOT, name, prose

GUIDES = sorted((DOCS / "guide").glob("*.md"))


@pytest.fixture(scope="module")
def shown() -> set[str]:
    """Every Danish text of the product, as people see it."""
    with (ROOT / "locale" / "da" / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = pofile.read_po(file)
    said = [message.string for message in catalogue]
    return {text for one in said for text in (one if isinstance(one, tuple) else (one,)) if text}


@pytest.mark.parametrize("page", GUIDES, ids=name)
def test_what_a_guide_tells_to_press_stands_on_the_screen(page: Path, shown: set[str]) -> None:
    pressed = re.findall(r"\*\*([^*]+)\*\*", prose(page))
    assert [words for words in pressed if words not in shown] == []
