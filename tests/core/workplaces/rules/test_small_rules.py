"""Eye test, screen desk, visits and insurance: facts that can't be used."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from hjemmedag.core.law import FactsError
from hjemmedag.core.rules import RULES
from hjemmedag.rulebook.load import load


@pytest.mark.parametrize(
    ("key", "facts", "message"),
    [
        ("workplaces.eye_test", {"on": "2026-11-23"}, "covered: is missing."),
        (
            "workplaces.eye_test",
            {"on": "2026-11-23", "covered": True, "tested_on": "2026-11-24"},
            "tested_on: is after on.",
        ),
        ("workplaces.screen_requirements", {"covered": None}, "covered: must be true or false."),
        ("workplaces.screen_requirements", {"covered": True, "unmet": [1]}, "unmet[1]: must be text."),
        (
            "workplaces.home_visit",
            {"on": "2026-11-23", "withdrawn_on": "2026-11-20"},
            "agreed_on: is missing before withdrawn_on.",
        ),
        (
            "workplaces.home_visit",
            {"on": "2026-11-23", "agreed_on": "2026-11-20", "withdrawn_on": "2026-11-19"},
            "withdrawn_on: is before agreed_on.",
        ),
        ("workplaces.insurance", {"work_injury": "yes"}, "work_injury: must be true or false."),
    ],
)
def test_facts_that_cannot_be_used_are_refused_with_their_place(
    key: str, facts: Mapping[str, object], message: str
) -> None:
    with pytest.raises(FactsError) as fault:
        RULES[key].answer(facts, load())
    assert str(fault.value) == message
