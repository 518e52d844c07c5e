"""Terms: what can be answered, how it is said, and which clause it follows."""

from __future__ import annotations

import pytest

from hjemmedag.core.law import Text
from hjemmedag.core.policy.terms import (
    Term,
    TermKind,
    ready_terms,
    said_by_clause,
    unanswered,
    with_notice,
    without_clause,
)
from hjemmedag.rulebook.terms import load


def both(words: str) -> Text:
    return Text(da=words, en=f"{words} (en)")


REST = Term("rest", "hours", both("Hvile"), TermKind.NUMBER, 11, "hours", 24)
PAID = Term("paid", "costs", both("Betales af"), TermKind.CHOICE, "us", options={"us": both("os"), "you": both("dig")})
OPEN = Term("open", "costs", both("Åbent"), TermKind.YES_NO)
TERMS = [REST, PAID, OPEN]


@pytest.mark.parametrize(
    ("term", "good", "bad"),
    [
        (REST, [0, 11, 24], [-1, 25, True, "11", 1.5, None]),
        (PAID, ["us", "you"], ["them", "", True, 0, None]),
        (OPEN, [True, False], ["ja", 0, 1, None]),
    ],
)
def test_a_term_takes_answers_of_its_kind_only(term: Term, good: list[object], bad: list[object]) -> None:
    assert [term.accepts(value) for value in good] == [True] * len(good)
    assert [term.accepts(value) for value in bad] == [False] * len(bad)


def test_a_term_is_said_with_its_value() -> None:
    assert [term.said(value).da for term, value in ((REST, 1), (PAID, "you"), (OPEN, False))] == [
        "Hvile: 1 time",
        "Betales af: dig",
        "Åbent: nej",
    ]


def test_the_ready_clauses_answer_their_terms_and_leave_the_rest_open() -> None:
    said = ready_terms(TERMS, ["costs"])
    assert said == {"paid": "us"}
    assert list(unanswered(TERMS, ["costs"], said)) == [OPEN]


def test_a_clause_says_its_own_terms_and_nothing_that_cannot_be_said() -> None:
    assert said_by_clause(TERMS, {"rest": 10, "paid": "nobody", "open": True, "gone": 1}) == {
        "hours": (Text(da="Hvile: 10 timer", en="Hvile (en): 10 hours"),),
        "costs": (Text(da="Åbent: ja", en="Åbent (en): yes"),),
    }


def test_a_clause_that_goes_takes_its_terms_along() -> None:
    assert without_clause(TERMS, "costs", {"rest": 11, "paid": "us"}) == {"rest": 11}


def test_what_is_said_of_the_notice_follows_it() -> None:
    assert with_notice({"notice_by": "agreed"}, None) == {"notice_by": "employment"}
    assert with_notice({"notice_by": "employment"}, 1) == {"notice_by": "agreed"}
    assert with_notice({}, 1) == {}


def test_a_choice_of_the_companys_own_is_told_as_one() -> None:
    said = {key: load()[key].said(value) for key, value in (("home_share", 60), ("rest_hours", 11))}
    assert said["home_share"].da.endswith("(virksomhedens valg)")
    assert said["rest_hours"].da == "Daglig hvile, mindst: 11 timer"
