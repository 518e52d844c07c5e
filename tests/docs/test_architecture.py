"""The page of the architecture tells the same order as the contracts that hold it."""

from __future__ import annotations

import re
import tomllib

from tests.docs.pages import DOCS, ROOT, read, rows, section

PAGE = DOCS / "architecture.md"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def layers(start: str) -> list[str]:
    """The layers of the contract whose name starts so, those that may be missing included."""
    [contract] = [one for one in CONTRACTS if one["name"].startswith(start)]
    return [name.strip(" ()") for layer in contract["layers"] for name in layer.split("|")]


def test_every_contract_is_told() -> None:
    told = {cells[0] for cells in rows(section(PAGE, "What holds it"))}
    assert {contract["name"].partition(":")[0] for contract in CONTRACTS} <= told


def test_the_floors_are_told_in_their_order() -> None:
    line = re.search(r"^cli →.*$", read(PAGE), flags=re.MULTILINE)
    assert line is not None
    assert re.findall(r"\w+", line[0]) == layers("Floors")


def test_the_rooms_are_told_in_their_order() -> None:
    line = re.search(r"^urls →.*$", read(PAGE), flags=re.MULTILINE)
    assert line is not None
    assert re.findall(r"\w+", line[0]) == [room for room in layers("Rooms") if room != "management"]


def test_every_step_of_the_stair_is_told_bottom_first() -> None:
    steps = [cells[0].strip("`") for cells in rows(section(PAGE, "The stair"))]
    assert steps == layers("Stairs:")[::-1]
