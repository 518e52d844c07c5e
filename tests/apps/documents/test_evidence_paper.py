"""The evidence on paper: who signed what, when and how, and what the seal is worth."""

from __future__ import annotations

import pytest

from tests.papers import CHECK, OFFERED, SEALED, TWICE_SEALED, evidence_pdf, words


def test_each_signature_is_told_with_its_time_proof_and_files() -> None:
    said = words(evidence_pdf())
    assert (
        "1.1 Anna Holm, medarbejder Underskrevet 24. november 2026 kl. 09:30:12 dansk tid 2026-11-24 08:30:12 UTC "
        "Logget ind med adgangskode + kode fra kodeapp Fil før segl"
    ) in said
    assert "1.2 Dorte Lund, for arbejdsgiveren" in said
    assert "Logget ind med adgangsnøgle (passkey)" in said
    assert "PAdES B-B, uden tidsstempel" in said
    assert "PAdES B-T, med tidsstempel" in said


@pytest.mark.parametrize("digest", [OFFERED, SEALED, TWICE_SEALED])
@pytest.mark.parametrize("language", ["da", "en", "both"])
def test_whole_hashes_are_printed(digest: str, language: str) -> None:
    assert digest in words(evidence_pdf(language)).replace(" ", "")


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "da",
            ["avanceret elektronisk segl fra Fjordbo A/S. Seglet er ikke kvalificeret.", f"Læg filen ind på {CHECK}."],
        ),
        ("en", ["advanced electronic seal of Fjordbo A/S. The seal is not a qualified one.", f"file in at {CHECK}."]),
    ],
)
def test_it_says_what_kind_of_signature_it_is_and_how_to_check_it(language: str, parts: list[str]) -> None:
    said = words(evidence_pdf(language))
    for part in parts:
        assert part in said


def test_the_certificate_is_named_with_its_fingerprint() -> None:
    assert "Certifikat Fjordbo A/S SHA-256 9f86d081 884c7d65" in words(evidence_pdf())
