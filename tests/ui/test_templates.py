"""Rules for every template of the product."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import hjemmedag

ROOT = Path(hjemmedag.__file__).parent
TEMPLATES = sorted(ROOT.glob("**/templates/**/*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_has_no_inline_style_handler_or_script(path: Path) -> None:
    text = path.read_text("utf-8")
    inline = re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    scripts = [
        tag for tag in re.findall(r"<script\b[^>]*>", text) if "src=" not in tag and "application/json" not in tag
    ]
    assert inline + scripts == []
