"""Comparing two versions, and what a draft lacks."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmedag.core.law import Text
from hjemmedag.core.policy.clauses import ClauseTemplate, Field, FieldError, PolicyTemplate
from hjemmedag.core.policy.notice import notice_words, reworded
from hjemmedag.core.policy.versions import (
    Change,
    Clause,
    Lack,
    begun,
    compare,
    key_for,
    lacks,
    reordered,
)


def clause(key: str, da: str = "Tekst", en: str = "Text") -> Clause:
    return Clause(key, Text(da=key.title(), en=key.title()), Text(da=da, en=en))


def template(key: str, *, required: bool = True) -> ClauseTemplate:
    return ClauseTemplate(
        key, Text(da=key.title(), en=key.title()), Text(da="{who} skal.", en="{who} must."), required, False, "a.rule"
    )


def changes(old: list[Clause], new: list[Clause]) -> list[tuple[str, Change]]:
    return [(row.clause.key, row.change) for row in compare(old, new)]


def said(found: list[Lack]) -> list[tuple[str, str]]:
    return [(lack.clause, lack.said.da) for lack in found]


def test_a_clause_with_the_same_words_is_the_same() -> None:
    assert changes([clause("a")], [clause("a")]) == [("a", Change.SAME)]


def test_a_change_in_one_language_is_a_change() -> None:
    assert changes([clause("a")], [clause("a", en="Other")]) == [("a", Change.CHANGED)]


def test_a_changed_heading_is_a_change() -> None:
    renamed = Clause("a", Text(da="Andet", en="A"), Text(da="Tekst", en="Text"))
    assert changes([clause("a")], [renamed]) == [("a", Change.CHANGED)]


def test_a_removed_clause_stands_after_the_one_it_followed() -> None:
    old = [clause(key) for key in "abcd"]
    new = [clause("a"), clause("d"), clause("e")]
    assert changes(old, new) == [
        ("a", Change.SAME),
        ("b", Change.REMOVED),
        ("c", Change.REMOVED),
        ("d", Change.SAME),
        ("e", Change.ADDED),
    ]


def test_a_removed_first_clause_stands_first() -> None:
    assert changes([clause("a"), clause("b")], [clause("b")]) == [("a", Change.REMOVED), ("b", Change.SAME)]


def test_an_empty_version_has_had_everything_removed() -> None:
    assert changes([clause("a"), clause("b")], []) == [("a", Change.REMOVED), ("b", Change.REMOVED)]


KEYS = st.lists(st.sampled_from(string.ascii_lowercase), unique=True)


@given(KEYS, KEYS)
def test_each_clause_of_either_version_is_compared_once(old: list[str], new: list[str]) -> None:
    rows = compare([clause(key) for key in old], [clause(key) for key in new])
    assert sorted(row.clause.key for row in rows) == sorted({*old, *new})
    assert [row.clause.key for row in rows if row.new] == new


def test_an_added_clause_is_no_new_order() -> None:
    assert not reordered([clause("a"), clause("b")], [clause("a"), clause("c"), clause("b")])


def test_two_clauses_that_changed_places_are_a_new_order() -> None:
    assert reordered([clause("a"), clause("b"), clause("c")], [clause("b"), clause("a")])


def test_a_draft_with_everything_lacks_nothing() -> None:
    assert lacks([clause("a")], [template("a")], notice_months=1, without_notice=False) == []


def test_a_missing_required_clause_is_named_with_its_rule() -> None:
    assert lacks([], [template("a")], notice_months=1, without_notice=False) == [
        Lack(Text(da="Afsnittet “A” mangler.", en="The clause “A” is missing."), "a", "a.rule")
    ]


@pytest.mark.parametrize(
    ("written", "language"),
    [
        (Clause("a", Text(da="A", en="A"), Text(da="Tekst", en=" \n")), "engelsk"),
        (Clause("a", Text(da="A", en=""), Text(da="Tekst", en="Text")), "engelsk"),
        (Clause("a", Text(da="", en="A"), Text(da="", en="Text")), "dansk"),
    ],
)
def test_a_clause_must_be_written_in_both_languages(written: Clause, language: str) -> None:
    assert said(lacks([written], [], notice_months=1, without_notice=False)) == [
        ("a", f"“A” mangler overskrift eller tekst på {language}.")
    ]


def test_a_field_left_open_is_named_once() -> None:
    written = clause("a", da="Ring til {contact}, altid {contact}.", en="Call {contact}.")
    assert said(lacks([written], [], notice_months=1, without_notice=False)) == [
        ("a", "“A” har et felt, der ikke er udfyldt: {contact}")
    ]


def test_no_notice_must_be_meant() -> None:
    assert said(lacks([], [], notice_months=None, without_notice=False)) == [
        ("", "Varslet for ordningen er ikke sat. Sæt det, eller bekræft, at der ikke aftales et.")
    ]
    assert lacks([], [], notice_months=None, without_notice=True) == []


def test_a_draft_begins_with_the_fields_filled() -> None:
    policy = PolicyTemplate({"who": Field("who", Text(da="Hvem", en="Who"), None)}, (template("a", required=False),))
    assert begun(policy, {"who": Text(da="Vi", en="We")}) == [
        Clause("a", Text(da="A", en="A"), Text(da="Vi skal.", en="We must."), False, False, "a.rule")
    ]
    with pytest.raises(FieldError):
        begun(policy, {})


@pytest.mark.parametrize(
    ("heading", "taken", "key"),
    [
        ("Kørsel til møder", set(), "koersel-til-moeder"),
        ("Ærø & Århus, 2. del", set(), "aeroe-aarhus-2-del"),
        ("Café", {"cafe", "cafe-2"}, "cafe-3"),
        ("…", set(), "afsnit"),
        ("x" * 200, set(), "x" * 50),
    ],
)
def test_an_own_clause_gets_a_key_from_its_heading(heading: str, taken: set[str], key: str) -> None:
    assert key_for(heading, taken) == key


@given(st.text(max_size=80), st.sets(st.text(alphabet="ab-2", max_size=4)))
def test_a_key_is_new_and_fits_an_address(heading: str, taken: set[str]) -> None:
    key = key_for(heading, taken)
    assert key not in taken
    assert 0 < len(key) <= 60
    assert set(key) <= set(string.ascii_lowercase + string.digits + "-")


def test_a_heading_in_one_language_names_the_clause_in_both() -> None:
    assert Clause("a", Text(da="", en="Only"), Text(da="", en="")).name == Text(da="Only", en="Only")


def test_the_notice_is_worded_with_the_end_of_a_month() -> None:
    assert notice_words(1) == Text(
        da="1 måneds varsel til udgangen af en måned", en="1 month’s notice to the end of a month"
    )
    assert notice_words(None) == Text(da="ansættelsens varsel", en="the notice of the employment")


def test_a_text_that_names_the_notice_follows_when_it_changes() -> None:
    text = Text(
        da="Opsig med 1 måneds varsel til udgangen af en måned.", en="Give 1 month’s notice to the end of a month."
    )
    assert reworded(text, 1, 3) == Text(
        da="Opsig med 3 måneders varsel til udgangen af en måned.",
        en="Give 3 months’ notice to the end of a month.",
    )
    assert reworded(Text(da="Andet.", en="Other."), 1, 3) == Text(da="Andet.", en="Other.")
