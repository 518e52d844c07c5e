"""Where the criteria keep out what the policy lets in."""

from __future__ import annotations

import pytest

from hjemmedag.core.policy.clashes import clashes
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.rulebook.criteria import load


@pytest.mark.parametrize(
    ("criterion", "terms", "found"),
    [
        (Criterion("seniority", None, 6, "x"), {"seniority_counts": False}, ["seniority_counts"]),
        (Criterion("performance", 2, None, "x"), {"seniority_counts": False}, ["seniority_counts"]),
        (Criterion("seniority", None, 6, "x"), {"seniority_counts": True}, []),
        (Criterion("seniority", None, 6, "x"), {}, []),
        (Criterion("office_days", None, 3), {"home_share": 60}, ["home_share"]),
        (Criterion("office_days", None, 2), {"home_share": 60}, []),
        (Criterion("office_days", 3, 3), {"home_share": 60}, []),
        (Criterion("gone", None), {"seniority_counts": False}, []),
    ],
)
def test_a_criterion_that_the_policy_speaks_against_is_named(
    criterion: Criterion, terms: dict[str, int | bool], found: list[str]
) -> None:
    assert [one.term for one in clashes([criterion], load(), terms)] == found
