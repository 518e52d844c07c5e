"""Names in Danish order, and found whatever their case."""

from hjemmedag.core.people.names import alphabetical, findable


def test_the_danish_alphabet_ends_with_æ_ø_and_å_and_aa_is_å() -> None:
    names = ["Ågerup", "Zeuthen", "Østergaard", "Ærø", "Aagaard", "Abel", "Müller", "Myhre"]
    assert sorted(names, key=alphabetical) == [
        *("Abel", "Myhre", "Müller", "Zeuthen", "Ærø", "Østergaard", "Ågerup", "Aagaard"),
    ]


def test_capitals_and_accents_do_not_matter() -> None:
    assert alphabetical("ANDRÉ") == alphabetical("andre")


def test_text_to_search_in_is_folded_and_leaves_empty_parts_out() -> None:
    assert findable("Åse", "JØRGENSEN", None, "AASE@proeve.example") == "åse jørgensen aase@proeve.example"
