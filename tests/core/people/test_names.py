"""Names in Danish order, and found whatever their case."""

from hjemmedag.core.people.names import alphabetical, findable


def test_the_danish_alphabet_ends_with_æ_ø_and_å_and_aa_is_å() -> None:
    names = ["Ågård", "Zeuthen", "Østergaard", "Ærø", "Aagaard", "Abel", "Müller", "Myhre"]
    assert sorted(names, key=alphabetical) == [
        *("Abel", "Müller", "Myhre", "Zeuthen", "Ærø", "Østergaard", "Aagaard", "Ågård"),
    ]


def test_capitals_and_accents_do_not_matter() -> None:
    assert alphabetical("ANDRÉ") == alphabetical("andre")


def test_text_to_search_in_is_folded_and_leaves_empty_parts_out() -> None:
    assert findable("Åse", "JØRGENSEN", None, "AASE@proeve.example") == "åse jørgensen aase@proeve.example"
