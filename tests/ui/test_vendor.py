"""What is taken from the design system, and what the stylesheet refers to."""

from __future__ import annotations

import re

import pytest

from tools import vendor


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        ("p{margin:0}", "p{margin:0}"),
        (".button:hover{color:red}", ".button:hover{color:red}"),
        (".row{display:flex}", ""),
        (".button,.row{color:red}", ".button{color:red}"),
        (".row .button{color:red}", ""),
        ("ul:not(.row){margin:0}", "ul:not(.row){margin:0}"),
        ("@media print{.row{margin:0}.button{margin:0}}", "@media print{.button{margin:0}}"),
        ("@media print{.row{margin:0}}", ""),
        ("@font-face{src:url(x.woff)}", ""),
    ],
)
def test_only_rules_for_classes_we_use_are_taken(rule: str, taken: str) -> None:
    assert vendor.taken_rules(rule) == (taken, [])


def test_pictures_of_taken_rules_are_taken_along() -> None:
    css = '.form-select{background:url("../img/svg-icons/chevron-down.svg")}.row{background:url(../img/other.svg)}'
    assert vendor.taken_rules(css) == (".form-select{background:url(img/chevron-down.svg)}", ["chevron-down.svg"])


def test_every_file_the_stylesheet_refers_to_is_there() -> None:
    css = (vendor.STATIC / "hjemmedag.css").read_text("utf-8")
    missing = [name for name in re.findall(r"url\(([^)]+)\)", css) if not (vendor.STATIC / name).is_file()]
    assert missing == []


def test_a_first_visit_stays_small() -> None:
    fonts = sum(path.stat().st_size for path in (vendor.STATIC / "fonts").glob("*.woff2"))
    assert fonts + (vendor.STATIC / "hjemmedag.css").stat().st_size < 120_000
