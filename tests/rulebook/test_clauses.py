"""The policy to start from: whole, bilingual, resting on the rulebook; and what is said about a bad file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hjemmedag.core.law import Text
from hjemmedag.core.policy.clauses import ClauseTemplate, open_places
from hjemmedag.rulebook import clauses
from hjemmedag.rulebook.load import load as rulebook
from hjemmedag.rulebook.tables import RulebookError

POLICY = clauses.load()
VALUES = POLICY.values({"company": Text(da="Fjordbo A/S", en="Fjordbo A/S")})

each_clause = pytest.mark.parametrize("clause", POLICY.clauses, ids=lambda clause: clause.key)


@each_clause
def test_each_clause_rests_on_a_rule_of_the_rulebook(clause: ClauseTemplate) -> None:
    assert rulebook().rule(clause.rule).key == clause.rule


@each_clause
def test_each_clause_can_be_filled_and_is_clean_text(clause: ClauseTemplate) -> None:
    filled = clause.filled(VALUES)
    for words in (clause.heading.da, clause.heading.en, filled.da, filled.en):
        assert words == " ".join(words.split())
        assert open_places(words) == []


@each_clause
def test_each_clause_is_in_two_languages(clause: ClauseTemplate) -> None:
    assert clause.heading.da != clause.heading.en
    assert clause.text.da != clause.text.en


def test_a_policy_cannot_do_without_these() -> None:
    assert [clause.key for clause in POLICY.clauses if clause.required] == [
        "voluntary",
        "eligibility",
        "application",
        "addendum",
        "pattern",
        "working_time",
        "breaks_and_rest",
        "registration",
        "environment",
        "visits",
        "equipment",
        "security",
        "privacy",
        "injuries",
        "change",
        "notice",
    ]


def test_the_library_covers_what_a_policy_speaks_of() -> None:
    assert {clause.key for clause in POLICY.clauses} >= {
        *("working_time", "breaks_and_rest", "availability", "registration", "environment", "equipment", "costs"),
        *("security", "insurance", "tax", "collective_agreement", "trial", "change", "pause", "notice", "return"),
    }


def test_these_are_printed_in_each_addendum() -> None:
    assert [clause.key for clause in POLICY.clauses if clause.in_addendum] == [
        "pattern",
        "working_time",
        "breaks_and_rest",
        "registration",
        "availability",
        "environment",
        "visits",
        "equipment",
        "costs",
        "security",
        "privacy",
        "injuries",
        "absence",
        "pause",
        "return",
    ]


def test_only_the_company_has_no_default() -> None:
    assert [name for name, field in POLICY.fields.items() if field.default is None] == ["company"]


GOOD = """
[field.company]
meaning = { da = "Navn", en = "Name" }

[[clause]]
key = "voluntary"
rule = "agreements.addendum"
heading = { da = "Frivillighed", en = "Voluntary" }
text = { da = "{company}", en = "{company}" }
"""

DATED = GOOD[GOOD.index("[[") :].replace("key =", "from = 2027-01-01\nkey =")


def test_new_words_for_a_clause_are_offered_from_their_day_and_the_old_until_then(tmp_path: Path) -> None:
    file = tmp_path / "clauses.toml"
    file.write_text(GOOD + DATED.replace('da = "Frivillighed"', 'da = "Frit valg"'), encoding="utf-8")
    offered = [clauses.load(file).on(day).clauses for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert [[clause.heading.da for clause in of_a_day] for of_a_day in offered] == [["Frivillighed"], ["Frit valg"]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[field", "[[field"), r"clauses\.toml: is not TOML"),
        (('da = "Navn"', 'dk = "Navn"'), r"clauses\.toml: field\.company\.meaning\.da: is missing"),
        (('rule = "agreements.addendum"\n', ""), r"clauses\.toml: clause\[1\]\.rule: is missing"),
        (("key =", "required = 1\nkey ="), r"clauses\.toml: clause\[1\]\.required: 1 can't stand here; write true or"),
        (("key =", "requiered = true\nkey ="), r'clause\[1\]\.requiered: is not a field here; did you mean "required"'),
        (
            ('en = "{company}"', 'en = "{firm}"'),
            r"clause\[1\]\.text: holds \{firm\}, which is no field; the fields are",
        ),
        (('en = "{company}"', 'en = "x"'), r"clause\[1\]\.text: has other fields in Danish than in English"),
        (("{company}", "x"), r"clauses\.toml: field\.company: stands in no clause; take it out"),
        (("[[clause]]", "[other]\n[[clause]]"), r"clauses\.toml: other: is not a field here"),
        ((GOOD, GOOD + GOOD[GOOD.index("[[") :]), r'clause\[2\]\.key: "voluntary" is the key of an earlier clause'),
        ((GOOD, GOOD + DATED + DATED), r"clause\[3\]\.from: 2027-01-01 is not after 2027-01-01"),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    file = tmp_path / "clauses.toml"
    file.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(RulebookError, match=message):
        clauses.load(file)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "clauses.toml"
    file.write_bytes("[field.å]".encode("latin-1"))
    with pytest.raises(RulebookError, match=r"clauses\.toml: is not TOML in UTF-8"):
        clauses.load(file)
