"""Clauses to start from, and the fields in them."""

from __future__ import annotations

import pytest

from hjemmedag.core.law import Text
from hjemmedag.core.policy.clauses import ClauseTemplate, Field, FieldError, PolicyTemplate, open_places


def both(words: str) -> Text:
    return Text(da=words, en=f"{words} (en)")


CLAUSE = ClauseTemplate(
    key="contacts",
    heading=both("Kontakt"),
    text=Text(da="Spørg {contact} i {company}.", en="In {company}, ask {contact}."),
    required=False,
    in_addendum=False,
    rule="policy.receipt",
)
POLICY = PolicyTemplate(
    {
        "company": Field("company", both("Navn"), None),
        "contact": Field("contact", both("Kontakt"), both("HR")),
    },
    (CLAUSE,),
)


def test_the_companys_words_stand_before_the_defaults() -> None:
    assert POLICY.values({"company": both("Fjordbo"), "contact": both("Bo")}) == {
        "company": both("Fjordbo"),
        "contact": both("Bo"),
    }
    assert POLICY.values({"company": both("Fjordbo")})["contact"] == both("HR")


def test_a_field_without_a_value_is_named() -> None:
    with pytest.raises(FieldError, match=r"^\{company\}: needs a value$") as caught:
        POLICY.values({})
    assert caught.value.field == "company"


def test_a_value_for_no_field_is_named_with_the_fields_there_are() -> None:
    with pytest.raises(FieldError, match=r"^\{firma\}: no such field; the fields are company, contact$"):
        POLICY.values({"company": both("Fjordbo"), "firma": both("Fjordbo")})


def test_each_language_gets_its_own_words() -> None:
    assert CLAUSE.filled({"company": both("Fjordbo"), "contact": both("Bo")}) == Text(
        da="Spørg Bo i Fjordbo.", en="In Fjordbo (en), ask Bo (en)."
    )


def test_a_clause_is_never_half_filled() -> None:
    with pytest.raises(FieldError, match=r"^\{contact\}: needs a value$"):
        CLAUSE.filled({"company": both("Fjordbo")})


def test_words_in_braces_that_a_company_writes_are_left_alone() -> None:
    assert CLAUSE.filled({"company": both("{contact}"), "contact": both("Bo")}).da == "Spørg Bo i {contact}."


@pytest.mark.parametrize(
    ("words", "places"),
    [("Spørg {contact} i {company}.", ["{contact}", "{company}"]), ("Spørg {} i {Bo} og { x }.", []), ("", [])],
)
def test_open_places_are_found_as_written(words: str, places: list[str]) -> None:
    assert open_places(words) == places
