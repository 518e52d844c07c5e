"""Whether a receipt for policy and particulars does instead of an addendum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hjemmedag.core.agreements.particulars import GENERAL, Facts, findings, suffice
from hjemmedag.core.law import Certainty
from hjemmedag.core.people.frames import Area
from hjemmedag.rulebook import clauses, frames

HEADINGS = {clause.key: clause.heading for clause in clauses.load().clauses}
ENOUGH = Facts(
    wished=True,
    new_notice=False,
    local_agreement=False,
    frame=frames.load()[Area.NONE],
    clauses=GENERAL,
    headings=HEADINGS,
)


def of(**changed: object) -> tuple[bool, list[tuple[str, bool]]]:
    found = findings(replace(ENOUGH, **changed))  # type: ignore[arg-type]
    return suffice(found), [(one.rule, one.decides) for one in found]


def test_nothing_speaks_for_an_addendum_when_the_law_asks_only_for_writing() -> None:
    assert of() == (True, [])
    assert of(frame=None) == (True, [])


def test_what_must_be_agreed_is_signed() -> None:
    assert of(wished=False) == (False, [("agreements.material_change", True)])
    assert of(new_notice=True) == (False, [("agreements.material_change", True)])
    assert of(clauses=GENERAL[1:]) == (False, [("agreements.particulars", True)])


@pytest.mark.parametrize("area", [Area.STATE, Area.MUNICIPAL])
def test_public_agreements_ask_for_an_agreement_with_each_person(area: Area) -> None:
    assert of(frame=frames.load()[area]) == (False, [(f"people.{area}_agreement", True)])


def test_what_is_not_sure_warns_and_decides_nothing() -> None:
    assert of(frame=frames.load()[Area.PRIVATE]) == (True, [("people.private_agreement", False)])
    assert of(new_notice=True, local_agreement=True) == (True, [("agreements.material_change", False)])
    state = frames.load()[Area.STATE]
    unsure = replace(state, points=tuple(replace(one, certainty=Certainty.UNVERIFIED) for one in state.points))
    assert of(frame=unsure) == (True, [("people.state_agreement", False)])


def test_what_decides_stands_first_and_what_the_policy_lacks_is_named() -> None:
    assert of(frame=frames.load()[Area.PRIVATE], wished=False)[1] == [
        ("agreements.material_change", True),
        ("people.private_agreement", False),
    ]
    [lacking] = findings(replace(ENOUGH, clauses=set(GENERAL) - {"equipment", "injuries"}))
    assert lacking.words.da.endswith(f"{HEADINGS['equipment'].da} og {HEADINGS['injuries'].da}.")


def test_every_general_clause_is_one_that_a_policy_must_have() -> None:
    required = {clause.key for clause in clauses.load().clauses if clause.required}
    assert set(GENERAL) <= required
