"""The page of interfaces names every command and option there is, and its examples give what they show."""

from __future__ import annotations

import re
import shlex
from argparse import SUPPRESS
from collections.abc import Iterator

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from hjemmedag.apps.overview.queries import health
from hjemmedag.cli import RUNNING, main
from hjemmedag.cli.words import HELP
from hjemmedag.core.people.stafflist import Field
from hjemmedag.core.rules import RULES
from tests.conftest import NOW
from tests.docs.pages import DOCS, blocks, read, rows, section

PAGE = DOCS / "interfaces.md"
OWN = {command: app for command, app in get_commands().items() if app.startswith("hjemmedag.")}
USUAL = {option for action in BaseCommand().create_parser("", "")._actions for option in action.option_strings}


def examples() -> Iterator[tuple[str, str, str]]:
    """Each command line with what it prints, and the line after it when that asks for the exit code."""
    for block in blocks(PAGE, "console"):
        parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        for number, part in enumerate(parts):
            line, _, printed = part.partition("\n")
            after = parts[number + 1].split("\n") if number + 1 < len(parts) else [""]
            if line.startswith(("hjemmedag law", "hjemmedag rule")):
                yield line, printed, after[1] if after[0] == "echo $?" else ""


@pytest.mark.parametrize(("line", "printed", "code"), list(examples()), ids=[line for line, *_ in examples()])
def test_an_example_gives_what_it_shows(
    line: str, printed: str, code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    ended = main(shlex.split(line)[1:])
    said = capsys.readouterr()
    assert said.out + said.err == printed
    assert code in ("", str(ended))


def headings() -> set[str]:
    """The commands that have a section of their own."""
    return set(re.findall(r"^## `hjemmedag ([\w]+)", read(PAGE), flags=re.MULTILINE))


def test_every_command_has_a_section() -> None:
    assert headings() == {*HELP, *RUNNING}


def belongs_to(command: str) -> str:
    """The section that describes a management command: `import_employees` is a part of `import`."""
    first = command.partition("_")[0]
    return first if first in RUNNING else "manage"


def test_every_management_command_is_named_in_its_section() -> None:
    said = {command: f"hjemmedag {belongs_to(command)} {command.partition('_')[2]}".strip() for command in OWN}
    said |= {command: f"hjemmedag manage {command}" for command in OWN if belongs_to(command) == "manage"}
    assert {command for command in OWN if said[command] not in section_of(belongs_to(command))} == set()


@pytest.mark.parametrize("section", sorted(RUNNING))
def test_every_option_is_described_and_no_other(section: str) -> None:
    there = [load_command_class(OWN[one], one).create_parser("", one) for one in OWN if belongs_to(one) == section]
    open_to_all = [action for parser in there for action in parser._actions if action.help != SUPPRESS]
    options = {option for action in open_to_all for option in action.option_strings}
    options = {option for option in options if option.startswith("--")} - USUAL
    assert set(re.findall(r"--[a-z][a-z-]*", section_of(section))) - {"--data"} == options


@pytest.mark.parametrize("command", sorted(set(RUNNING) - {"manage"}))
def test_every_command_is_there(command: str) -> None:
    assert command in OWN


def section_of(command: str) -> str:
    [heading] = [line[3:] for line in read(PAGE).splitlines() if line.startswith(f"## `hjemmedag {command}")]
    return section(PAGE, heading)


def test_every_rule_that_can_be_asked_is_listed_with_its_facts() -> None:
    listed = {cells[0].strip("`"): set(re.findall(r"`(\w+)`", cells[1])) for cells in rows(section_of("rule"))}
    fields = {key: set(decider.facts.__dataclass_fields__) for key, decider in RULES.items()}
    assert set(listed) == set(RULES)
    assert {key: fields[key] - listed[key] for key in RULES if fields[key] - listed[key]} == {}


def test_every_column_of_a_staff_list_is_listed_in_order() -> None:
    columns = [(cells[0].strip("`"), cells[1].strip("`")) for cells in rows(section_of("import"))]
    assert columns == [(field.heading.da, field.heading.en) for field in Field]


def test_every_check_of_the_doctor_is_listed_in_order(company: object) -> None:
    checks = [check.key for check in health.examined(NOW)]
    assert [cells[0].strip("`") for cells in rows(section_of("doctor"))] == checks
