"""The right to request flexible work: facts that contradict each other, and the edges of an age."""

from datetime import date

import pytest

from hjemmedag.core.agreements.rules.flexible_request import Facts, decide
from hjemmedag.core.law import FactsError
from hjemmedag.rulebook.load import load


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (Facts(date(2026, 11, 20), child_born=date(2026, 11, 21)), "child_born: is after requested_on."),
        (
            Facts(date(2026, 11, 20), carer=True, employed_from=date(2026, 11, 21)),
            "employed_from: is after requested_on.",
        ),
        (Facts(date(2026, 11, 20), carer=True), "employed_from: is missing when carer is true."),
    ],
)
def test_facts_that_contradict_each_other_are_refused(facts: Facts, message: str) -> None:
    with pytest.raises(FactsError) as fault:
        decide(facts, load())
    assert str(fault.value) == message


@pytest.mark.parametrize(("day", "applies"), [(date(2025, 2, 28), True), (date(2025, 3, 1), False)])
def test_a_child_of_a_leap_day_turns_nine_on_the_first_of_march(day: date, applies: bool) -> None:
    assert decide(Facts(day, child_born=date(2016, 2, 29)), load()).applies is applies


def test_a_parent_who_is_a_new_carer_too_may_ask_as_a_parent() -> None:
    facts = Facts(date(2026, 11, 20), child_born=date(2020, 1, 1), carer=True, employed_from=date(2026, 11, 1))
    assert decide(facts, load()).applies is True
