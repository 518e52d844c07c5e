"""Who provides what, to start from: bilingual, resting on the rulebook; and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hjemmedag.core.law import Kind
from hjemmedag.core.policy.provisions import Provision, lacks
from hjemmedag.rulebook import provisions
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

ROWS = provisions.load()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_each_row_is_in_two_languages_and_rests_on_a_rule_that_exists(row: Provision) -> None:
    assert "" not in (row.item.da, row.item.en)
    assert bool(row.note.da) is bool(row.note.en)
    assert not row.rule or rulebook().rule(row.rule).key == row.rule


def test_what_is_demanded_is_demanded_by_law_of_the_employer() -> None:
    demanded = {row.key: rulebook().rule(row.rule) for row in ROWS if row.demanded}
    assert list(demanded) == ["screen", "keyboard", "chair", "table", "light", "eyes", "injury_insurance"]
    assert {rule.kind for rule in demanded.values()} == {Kind.LAW}
    assert {rule.responsible.value for rule in demanded.values()} == {"employer"}


def test_it_can_be_published_as_it_is_and_names_energy() -> None:
    assert lacks(ROWS, [row for row in ROWS if row.demanded]) == []
    assert "energy" in {row.key for row in ROWS}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ('provider     = "employer"', 'provider = "boss"'),
            r'provision\[1\]\.provider: "boss" is not known; write one',
        ),
        (('key          = "screen"', 'key = "computer"'), r'provision\[2\]\.key: "computer" is the key of an earlier'),
        (
            ("every_months = 48", 'every_months = "48"'),
            r"provision\[1\]\.every_months: '48' can't stand here; write a wh",
        ),
        (("every_months = 48", "every_months = 0"), r"provision\[1\]\.every_months: 0 can't stand here"),
        (("every_months = 48", "demanded = true\nowner = 1"), r"provision\[1\]\.owner: is not a field here"),
        (
            ('rule         = "workplaces.screen_requirements"\n', ""),
            r"provision\[2\]\.rule: is missing; what is demanded",
        ),
        (
            ('provider  = "shared"', 'provider = "employee"'),
            r'provision\[6\]\.provider: "employee" can\'t stand here; the rule puts it on the employer',
        ),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    content = provisions.FILE.read_text(encoding="utf-8")
    assert change[0] in content
    file = tmp_path / "provisions.toml"
    file.write_text(content.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=rf"provisions\.toml: {message}"):
        provisions.load(file)
