"""Social security across borders: facts that can't be used, and what more work at home can do."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import FactsError, Verdict
from hjemmedag.core.people.rules.social_security import COORDINATED, KEY, Facts, decide
from hjemmedag.core.rules import RULES
from hjemmedag.rulebook.load import load

SHARES = st.decimals(0, 1, places=4)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"home_share": 0.5}, "residence: is missing."),
        ({"residence": "Sverige", "home_share": 0.5}, "residence: must be a country's code, like SE."),
        ({"residence": "se", "home_share": 0.5}, "residence: must be a country's code, like SE."),
        ({"residence": "SE"}, "home_share: is missing."),
        ({"residence": "SE", "home_share": 50}, "home_share: must lie between 0 and 1."),
        ({"residence": "SE", "home_share": "0,5"}, "home_share: must be a number, like 7.4."),
        ({"residence": "SE", "home_share": True}, "home_share: must be a number, like 7.4."),
    ],
)
def test_facts_that_cannot_be_used_are_refused_with_their_place(facts: Mapping[str, object], message: str) -> None:
    with pytest.raises(FactsError) as fault:
        RULES[KEY].answer(facts, load())
    assert str(fault.value) == message


def test_a_share_that_nobody_knows_is_not_small() -> None:
    answer = decide(Facts("DE", None), load())
    assert (answer.verdict, answer.country) == (Verdict.UNDETERMINED, None)


@given(st.sampled_from(sorted(COORDINATED)), SHARES, SHARES)
def test_more_work_at_home_never_moves_the_cover_back_to_denmark(country: str, one: Decimal, other: Decimal) -> None:
    less, more = (decide(Facts(country, share), load()).country for share in sorted((one, other)))
    assert (less, more) in {("DK", "DK"), ("DK", country), (country, country)}
