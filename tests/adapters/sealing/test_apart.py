"""Examining in a process of its own: the same answer, and hostile files hurt nobody."""

import os
import zlib
from datetime import UTC, datetime

import pytest

from hjemmedag.adapters.sealing import NotReadable, Outcome, Sealer, examine, new_certificate
from hjemmedag.adapters.sealing.apart import examine_apart
from tests import papers

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def sealed():
    """A sealed paper with its certificate."""
    key, certificate = new_certificate("Fjordbo", now=MOMENT)
    sealer = Sealer.load(key=key, certificate=certificate)
    pdf = sealer.seal(papers.evidence_pdf(), field="Seal", reason="Bevis ✓ æøå", signer="Fjordbo", moment=MOMENT)
    return pdf, certificate


def test_the_answer_is_that_of_an_examination_here(sealed):
    pdf, certificate = sealed
    found = examine_apart(pdf, trusted=[certificate])
    assert found == examine(pdf, trusted=[certificate])
    assert found.outcome is Outcome.UNCHANGED


def test_without_our_certificate_it_is_a_strangers(sealed):
    assert examine_apart(sealed[0], trusted=[]).outcome is Outcome.UNKNOWN_CERTIFICATE


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\n\n[]", os.urandom(5000)])
def test_what_is_no_pdf_is_not_readable(content):
    with pytest.raises(NotReadable):
        examine_apart(content, trusted=[])


def test_a_file_that_takes_too_long_is_not_readable(sealed):
    with pytest.raises(NotReadable, match="too long"):
        examine_apart(sealed[0], trusted=[], seconds=0.01)


def test_a_file_that_takes_too_much_memory_is_not_readable(sealed):
    with pytest.raises(NotReadable):
        examine_apart(sealed[0], trusted=[], memory=20 * 2**20)


def test_a_decompression_bomb_is_not_readable():
    packer = zlib.compressobj(1)
    packed = b"".join([*(packer.compress(bytes(2**20)) for _ in range(100)), packer.flush()])
    head = b"%PDF-1.7\n"
    table = b"1 0 obj\n<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    bomb = head + table + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    with pytest.raises(NotReadable):
        examine_apart(bomb, trusted=[])
