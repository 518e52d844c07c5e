"""What can be made a criterion: risky ones are off until there is a reason; and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hjemmedag.core.policy.criteria import Measure
from hjemmedag.rulebook import criteria
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

KINDS = criteria.load()


def test_there_is_one_for_each_thing_that_can_be_measured() -> None:
    assert [kind.measure for kind in KINDS.values()] == list(Measure)


def test_what_can_discriminate_names_its_rule_and_is_off_until_there_is_a_reason() -> None:
    risky = {key for key, kind in KINDS.items() if kind.risk}
    assert risky == {key for key, kind in KINDS.items() if kind.reasoned} == {"hours", "seniority", "performance"}
    assert {rulebook().rule(KINDS[key].rule).key for key in risky} == {"policy.non_discrimination"}


def test_everything_is_said_in_two_languages() -> None:
    texts = [text for kind in KINDS.values() for text in (kind.title, kind.meaning, kind.risk)]
    texts += [kind.threshold.words for kind in KINDS.values() if kind.threshold]
    assert [text for text in texts if text and text.da == text.en] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('measure = "suitability"', 'measure = "health"'), r'criterion\[1\]\.measure: "health" is not known'),
        (('key       = "office_days"', 'key = "suitability"'), r'criterion\[2\]\.key: "suitability" is the key of an'),
        (('rule      = "policy.non_discrimination"\n', ""), r"criterion\[4\]\.risk: a risk names its rule"),
        (("least = 0,", ""), r"criterion\[2\]\.threshold\.least: is missing"),
    ],
)
def test_a_bad_file_is_refused_with_place_and_remedy(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    content = criteria.FILE.read_text(encoding="utf-8")
    assert change[0] in content
    file = tmp_path / "criteria.toml"
    file.write_text(content.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=rf"criteria\.toml: {message}"):
        criteria.load(file)
