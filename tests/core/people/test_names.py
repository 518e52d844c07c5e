"""Names in Danish order, found whatever their case, and made of what can be seen."""

import pytest

from hjemmedag.core.people.names import alphabetical, findable, legible


def test_the_danish_alphabet_ends_with_æ_ø_and_å_and_aa_is_å() -> None:
    names = ["Ågerup", "Zeuthen", "Østergaard", "Ærø", "Aagaard", "Abel", "Müller", "Myhre"]
    assert sorted(names, key=alphabetical) == [
        *("Abel", "Myhre", "Müller", "Zeuthen", "Ærø", "Østergaard", "Ågerup", "Aagaard"),
    ]


def test_capitals_and_accents_do_not_matter() -> None:
    assert alphabetical("ANDRÉ") == alphabetical("andre")


def test_text_to_search_in_is_folded_and_leaves_empty_parts_out() -> None:
    assert findable("Åse", "JØRGENSEN", None, "AASE@proeve.example") == "åse jørgensen aase@proeve.example"


def test_odd_spaces_become_plain_and_single_ones() -> None:
    assert legible("\u00a0Anna\u2003 Mette ") == "Anna Mette"


def test_a_letter_and_its_accent_become_one() -> None:
    assert legible("A\u030age") == "Åge"


@pytest.mark.parametrize(
    "odd", ["\n", "\r", "\t", "\0", "\x7f", "\u200b", "\u202e", "\u2066", "\u2028", "\ufeff", "\u00ad"]
)
def test_what_cannot_be_seen_is_refused(odd: str) -> None:
    assert legible(f"An{odd}na") is None


@pytest.mark.parametrize("name", ["Søren Åkjær-Øst", "D’Angelo", "Müller (konsulent)", "李小龍", "محمد", ""])
def test_names_of_all_kinds_are_taken_as_they_are(name: str) -> None:
    assert legible(name) == name
