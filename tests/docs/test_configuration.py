"""Every variable of the environment is described, and every one described is read."""

from __future__ import annotations

import ast
import re

import pytest

from tests.docs.pages import DOCS, ROOT, SOURCE, rows, section

PAGE = DOCS / "configuration.md"
READERS = {"text", "flag", "number", "one_of", "listing", "folder", "secret"}
VARIABLE = re.compile(r"HJEMMEDAG_[A-Z_]+[A-Z]")


def read_by_the_product() -> dict[str, tuple[str, ast.expr | None]]:
    """Each variable with the reader that reads it and its default, where there is one."""
    found: dict[str, tuple[str, ast.expr | None]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in READERS and ast.unparse(node.func.value) == "env":
                name = f"HJEMMEDAG_{ast.literal_eval(node.args[0])}"
                found[name] = (node.func.attr, node.args[1] if len(node.args) > 1 else None)
    return found


def said(reader: str, default: ast.expr | None) -> str | None:
    """The default as the page writes it; `None` where it is worked out and the page says how in words."""
    if default is None:
        return "off" if reader == "flag" else "empty"
    if not isinstance(default, ast.Constant):
        return None
    value = default.value
    return ("on" if value else "off") if isinstance(value, bool) else f"`{value}`"


def described() -> dict[str, str]:
    """Each variable in the tables of the page, with its default there."""
    return {cells[0].strip("`"): cells[2] for cells in rows(PAGE.read_text(encoding="utf-8"))}


def test_every_variable_that_is_read_is_described_and_no_other() -> None:
    spoken_of = set(VARIABLE.findall(section(PAGE, "For tests and measurements")))
    assert set(described()) - spoken_of == set(read_by_the_product())


@pytest.mark.parametrize("variable", sorted(read_by_the_product()))
def test_the_default_is_the_one_the_product_uses(variable: str) -> None:
    wanted = said(*read_by_the_product()[variable])
    assert described()[variable] == wanted if wanted is not None else described()[variable]


def test_variables_for_tests_and_measurements_are_described_and_no_other() -> None:
    files = [*ROOT.glob("tests/**/*.py"), *ROOT.glob("benchmarks/**/*.py"), *ROOT.glob("tools/*.py"), ROOT / "Makefile"]
    used = {one for file in files if "docs" not in file.parts for one in VARIABLE.findall(file.read_text("utf-8"))}
    used |= {one for file in SOURCE.rglob("*.py") for one in VARIABLE.findall(file.read_text("utf-8"))}
    spoken_of = set(VARIABLE.findall(section(PAGE, "For tests and measurements")))
    assert spoken_of == used - set(read_by_the_product())


def test_a_secret_may_stand_in_a_file() -> None:
    assert "_FILE" in PAGE.read_text(encoding="utf-8")
