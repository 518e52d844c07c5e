"""What the evidence of signatures hands to its layout."""

from __future__ import annotations

import json

import pytest

from hjemmedag.core.documents.evidence import Proof, paper
from tests.papers import PROVEN


def test_everything_is_plain_enough_for_json() -> None:
    assert json.loads(json.dumps(paper(PROVEN))) == paper(PROVEN)


def test_hashes_come_in_groups_of_eight() -> None:
    assert paper(PROVEN)["offered_sha256"] == (
        "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08"
    )


def test_the_signed_file_is_the_one_with_the_last_seal() -> None:
    assert str(paper(PROVEN)["sealed_sha256"]).replace(" ", "") == PROVEN.signings[-1].sealed_sha256


@pytest.mark.parametrize("proof", Proof)
def test_each_way_to_sign_in_has_words_in_both_languages(proof: Proof) -> None:
    assert proof.words.da
    assert proof.words.en
