"""The practice on injuries at home: told with its source, never a verdict; and what a bad file is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hjemmedag.core.workplaces.practice import Outcome
from hjemmedag.rulebook import practice
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

PRACTICE = practice.load()
COFFEE, DESK = date(2025, 5, 2), date(2024, 1, 23)


def test_it_is_the_practice_on_a_rule_of_the_rulebook_and_cites_it_alike() -> None:
    cited = set(rulebook().rule(PRACTICE.rule).sources)
    assert {each.source for each in PRACTICE.precedents} - cited == {PRACTICE.precedents[-1].source}


def test_everything_is_said_in_two_languages() -> None:
    texts = [PRACTICE.test, PRACTICE.caution]
    texts += [text for each in PRACTICE.precedents for text in (each.title, each.story, each.point, each.outcome.words)]
    assert [text for text in texts if text.da == text.en] == []


def test_whose_the_decision_is_stands_beside_it() -> None:
    assert PRACTICE.caution.da == "Vi forklarer praksis. Det er Arbejdsmarkedets Erhvervssikring, der afgør sagen."


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        (date(2024, 1, 22), ["natural_link", "no_clear_conditions"]),
        (DESK, ["desk_moved", "natural_link", "no_clear_conditions"]),
        (date(2025, 5, 1), ["desk_moved", "natural_link", "no_clear_conditions"]),
        (COFFEE, ["coffee", "desk_moved", "natural_link", "no_clear_conditions"]),
    ],
)
def test_a_day_knows_only_what_had_been_decided(day: date, keys: list[str]) -> None:
    assert [each.key for each in PRACTICE.on(day)] == keys


def test_what_the_supreme_court_found() -> None:
    found = {each.key: (each.source.number, each.decided_on, each.outcome) for each in PRACTICE.precedents}
    assert found["coffee"] == ("BS-51741/2024-HJR", COFFEE, Outcome.RECOGNISED)
    assert found["desk_moved"] == ("BS-24288/2023-HJR", DESK, Outcome.NOT_RECOGNISED)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('rule = "workplaces.injury_cover"', ""), "rule: is missing"),
        (('outcome   = "recognised"', 'outcome = "won"'), r'precedent\[1\]\.outcome: "won" is not known; write one of'),
        (('key       = "desk_moved"', 'key = "coffee"'), r'precedent\[2\]\.key: "coffee" is the key of an earlier'),
        (('certainty = "verified"\n', ""), r"precedent\[1\]\.certainty: is missing"),
        (("act =", "akt ="), r'precedent\[1\]\.source\.act: is missing; write it in place of "akt"'),
        (("[caution]", "[caution_]"), "caution: is missing"),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    content = practice.FILE.read_text(encoding="utf-8")
    assert change[0] in content
    file = tmp_path / "practice.toml"
    file.write_text(content.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=rf"practice\.toml: {message}"):
        practice.load(file)
