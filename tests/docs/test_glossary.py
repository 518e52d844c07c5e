"""What the glossary names in the code is there, and no kind of record is left out."""

from __future__ import annotations

import ast
import re

from django.apps import apps

from tests.docs.pages import DOCS, SOURCE, read, rows

PAGE = DOCS / "glossary.md"


def named() -> list[str]:
    """The names of the code in the second column: `Arrangement`, `Visit`."""
    return [name for cells in rows(read(PAGE)) for name in re.findall(r"`(\w+)`", cells[1])]


def test_every_class_named_is_in_the_code() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py"))
    classes = {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    assert [name for name in named() if name not in classes] == []


def test_every_kind_of_record_is_named() -> None:
    models = {model.__name__ for model in apps.get_models() if model.__module__.startswith("hjemmedag.")}
    assert models - set(named()) == set()


def test_each_word_stands_once() -> None:
    words = [cells[0] for cells in rows(read(PAGE))]
    assert sorted(set(words)) == sorted(words)
