"""When the home is surveyed again: bad facts, and what no event can do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import FactsError
from hjemmedag.core.periods import add_months
from hjemmedag.core.rules import RULES
from hjemmedag.core.workplaces.rules.assessment_due import KEY, Event, Facts, decide
from hjemmedag.rulebook.load import load

DAYS = st.dates(date(2022, 1, 1), date(2035, 12, 31))
EVENTS = st.lists(st.builds(Event, st.sampled_from(["moved", "pain"]), DAYS), max_size=4)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"surveyed_on": "20-11-2023"}, 'surveyed_on: "20-11-2023" is not a date. Write it like 2026-11-30.'),
        ({"events": {"kind": "moved"}}, "events: must be a list, [ … ]."),
        ({"events": [{"on": "2026-05-01"}]}, "events[1].kind: is missing."),
        ({"events": [{"kind": " ", "on": "2026-05-01"}]}, "events[1].kind: must be a word."),
        ({"events": [{"kind": "moved"}]}, "events[1].on: is missing."),
        (
            {"events": [{"kind": "moved", "on": "2026-02-30"}]},
            'events[1].on: "2026-02-30" is not a date. Write it like',
        ),
    ],
)
def test_facts_that_cannot_be_used_are_refused_with_their_place(facts: Mapping[str, object], message: str) -> None:
    with pytest.raises(FactsError) as fault:
        RULES[KEY].answer(facts, load())
    assert str(fault.value).startswith(message)


@given(DAYS, EVENTS)
def test_events_can_only_bring_the_day_forward_and_only_those_after_the_survey(
    surveyed_on: date, events: list[Event]
) -> None:
    aged = max(add_months(surveyed_on, 36), date(2024, 2, 1))
    later = [event.on for event in events if event.on > surveyed_on]
    assert decide(Facts(surveyed_on, tuple(events)), load()).due == min([aged, *later])
