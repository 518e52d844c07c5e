"""Answers: what may be said out loud, on what grounds."""

from dataclasses import dataclass, replace

import pytest

from hjemmedag.core.law import Answer, Certainty, Grounds, Source, Text, Verdict
from tests.core.law.test_rules import ACT, CEILING, RULE

SENTENCE = Text(da="Det er sådan.", en="So it is.")
THREE, FIVE = CEILING.versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling(Answer):
    ceiling: int | None = None


def answered(found: Verdict, certainty: Certainty) -> Ceiling:
    return Ceiling(
        grounds=Grounds(RULE, (replace(THREE, certainty=certainty),)), found=found, explanation=SENTENCE, ceiling=3
    )


@pytest.mark.parametrize("found", list(Verdict))
@pytest.mark.parametrize("certainty", [Certainty.VERIFIED, Certainty.KNOWN])
def test_what_is_found_on_certain_grounds_is_said(found: Verdict, certainty: Certainty) -> None:
    answer = answered(found, certainty)
    assert (answer.verdict, answer.certainty, answer.message) == (found, certainty, SENTENCE)


@pytest.mark.parametrize("found", [Verdict.OK, Verdict.VIOLATION, Verdict.NOT_APPLICABLE])
def test_unverified_grounds_never_decide_but_warn_and_say_so(found: Verdict) -> None:
    answer = answered(found, Certainty.UNVERIFIED)
    assert answer.verdict is Verdict.WARNING
    assert answer.message.en == (
        "So it is. The rule is not confirmed, so we remind you of it but decide nothing by it."
    )


def test_an_undetermined_answer_has_no_values_and_stands_on_the_rule() -> None:
    answer = Ceiling.undetermined(RULE, SENTENCE)
    assert (answer.verdict, answer.details, answer.source) == (Verdict.UNDETERMINED, {"ceiling": None}, str(ACT))


def test_the_details_are_the_values_the_rule_computed() -> None:
    assert answered(Verdict.OK, Certainty.VERIFIED).details == {"ceiling": 3}


def test_grounds_are_as_sure_as_the_least_sure_of_rule_and_values() -> None:
    known = replace(RULE, certainty=Certainty.KNOWN)
    assert Grounds(known, (THREE,)).certainty is Certainty.KNOWN
    assert Grounds(known, (THREE, replace(FIVE, certainty=Certainty.UNVERIFIED))).certainty is Certainty.UNVERIFIED


def test_grounds_name_each_source_once() -> None:
    other = replace(FIVE, source=Source("Vejledningen"), also=(ACT, Source("Aftalen")))
    assert Grounds(RULE, (THREE, FIVE, other)).source == f"{ACT}; Vejledningen; Aftalen"
