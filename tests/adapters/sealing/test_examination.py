"""An examination says who sealed a file and when, and misses no change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfWriter

from hjemmedag.adapters.sealing import Covers, Level, NotReadable, Outcome, Seal, examine

from . import tampering
from .conftest import COUNTERSIGNED, MADE, SIGNED, Company


def outcome(pdf: bytes, company: Company) -> Outcome | type[NotReadable]:
    """What the examination answers, or that it could not read the file."""
    try:
        return examine(pdf, trusted=[company.certificate]).outcome
    except NotReadable:
        return NotReadable


def test_both_seals_are_told_in_order(twice: bytes, company: Company) -> None:
    found = examine(twice, trusted=[company.certificate])
    first = Seal(
        field="Signature1",
        when=SIGNED,
        reason="Underskrevet",
        signer="Anna Holm",
        by="Fjordbo A/S",
        level=Level.B,
        intact=True,
        trusted=True,
        covers=Covers.ITS_VERSION,
    )
    second = Seal(
        field="Signature2",
        when=COUNTERSIGNED,
        reason="Medunderskrevet",
        signer="Dorte Lund",
        by="Fjordbo A/S",
        level=Level.B,
        intact=True,
        trusted=True,
        covers=Covers.WHOLE_FILE,
    )
    assert (found.seals, found.outcome, found.unchanged) == ((first, second), Outcome.UNCHANGED, True)


def test_one_seal_of_two_is_a_whole_earlier_version(once: bytes, twice: bytes, company: Company) -> None:
    assert outcome(once, company) is Outcome.UNCHANGED
    assert outcome(twice[: len(once)], company) is Outcome.UNCHANGED


def test_a_paper_without_seals_is_not_called_unchanged(paper: bytes, company: Company) -> None:
    found = examine(paper, trusted=[company.certificate])
    assert (found.seals, found.outcome, found.unchanged) == ((), Outcome.NO_SEAL, False)


@pytest.mark.parametrize("update", tampering.UPDATES, ids=lambda update: update.__name__)
@pytest.mark.parametrize("seals", ["once", "twice"])
def test_whatever_is_added_after_the_last_seal_is_found(
    update: Callable[[bytes], bytes], seals: str, company: Company, request: pytest.FixtureRequest
) -> None:
    expected = Outcome.ALTERED if update is tampering.hidden_seals else Outcome.ADDED_TO
    assert outcome(update(request.getfixturevalue(seals)), company) is expected


@pytest.mark.parametrize("update", [tampering.page_text, tampering.annotation, tampering.empty_update])
def test_what_was_slipped_in_between_our_own_seals_is_found(
    update: Callable[[bytes], bytes], once: bytes, company: Company
) -> None:
    assert outcome(company.second(update(once)), company) is Outcome.ADDED_TO


def test_each_changed_byte_is_found(twice: bytes, company: Company) -> None:
    random = Random(7)
    for place in random.sample(range(len(twice)), 150):
        changed = bytearray(twice)
        changed[place] ^= 1 << random.randrange(8)
        assert outcome(bytes(changed), company) in {Outcome.ALTERED, Outcome.ADDED_TO, NotReadable}


def test_no_bit_of_the_signature_itself_can_change(once: bytes, company: Company) -> None:
    start = once.index(b"/Contents <3082") + len(b"/Contents <")
    signature = bytes.fromhex(once[start : start + 1800].decode())
    for place in range(0, len(signature), 3):
        changed = bytearray(signature)
        changed[place] ^= 1
        file = once[:start] + changed.hex().upper().encode() + once[start + 1800 :]
        assert outcome(file, company) in {Outcome.ALTERED, NotReadable}


def test_a_broken_seal_is_told_beside_the_whole_one(twice: bytes, company: Company) -> None:
    start = twice.index(b"/Contents <3082") + len(b"/Contents <") + 1700
    broken = twice[:start] + (b"0" if twice[start : start + 1] != b"0" else b"1") + twice[start + 1 :]
    found = examine(broken, trusted=[company.certificate])
    assert ([seal.field for seal in found.seals], found.outcome) == (["Signature1", "Signature2"], Outcome.ALTERED)
    assert not any(seal.intact for seal in found.seals)


@pytest.mark.parametrize(
    "rewritten",
    [lambda contents: contents.lower(), lambda contents: contents[:-2] + b"01", lambda contents: contents[:-1] + b" "],
    ids=["lower case", "after the signature", "a blank"],
)
def test_a_signature_written_in_another_way_is_a_change(
    rewritten: Callable[[bytes], bytes], once: bytes, company: Company
) -> None:
    start = once.index(b"/Contents <3082") + len(b"/Contents <")
    end = once.index(b">", start)
    changed = once[:start] + rewritten(once[start:end]) + once[end:]
    assert outcome(changed, company) in {Outcome.ALTERED, NotReadable}


def test_anyone_can_take_our_name_but_not_our_certificate(once: bytes, company: Company, stranger: Company) -> None:
    found = examine(stranger.second(once), trusted=[company.certificate])
    assert [(seal.by, seal.intact, seal.trusted) for seal in found.seals] == [
        ("Fjordbo A/S", True, True),
        ("Fjordbo A/S", True, False),
    ]
    assert found.outcome is Outcome.UNKNOWN_CERTIFICATE


def test_no_trusted_certificate_trusts_nothing(twice: bytes) -> None:
    assert examine(twice, trusted=[]).outcome is Outcome.UNKNOWN_CERTIFICATE


def test_a_replaced_certificate_stays_trusted_beside_the_new_one(once: bytes, company: Company) -> None:
    renewed = Company.founded("Fjordbo A/S")
    found = examine(renewed.second(once), trusted=[renewed.certificate, company.certificate])
    assert found.unchanged


@pytest.mark.parametrize("moment", [MADE - timedelta(days=1), MADE + timedelta(days=4000)])
def test_a_seal_outside_the_certificates_years_is_not_trusted(moment: datetime, paper: bytes, company: Company) -> None:
    sealed = company.sealer.seal(paper, field="A", reason="", signer="", moment=moment)
    assert outcome(sealed, company) is Outcome.UNKNOWN_CERTIFICATE


def _encrypted(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.encrypt("", "ejer", algorithm="RC4-128")
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


UNREADABLE: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "one byte": lambda _: b"%",
    "text": lambda _: "Kære Anna, hermed tillægget.".encode(),
    "a header alone": lambda _: b"%PDF-1.7\n%%EOF\n",
    "random bytes": lambda _: Random(1).randbytes(20_000),
    "cut in the middle": lambda pdf: pdf[: len(pdf) // 2],
    "cut before the end": lambda pdf: pdf[:-30],
    "the beginning missing": lambda pdf: pdf[100:],
    "encrypted": _encrypted,
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_readable_pdf_is_said_to_be_none(name: str, twice: bytes, company: Company) -> None:
    with pytest.raises(NotReadable):
        examine(UNREADABLE[name](twice), trusted=[company.certificate])


def test_mangled_files_give_an_answer_or_are_unreadable_and_never_pass(twice: bytes, company: Company) -> None:
    random = Random(11)
    for _ in range(100):
        changed = bytearray(twice)
        for _ in range(random.randrange(1, 40)):
            place = random.randrange(len(changed))
            match random.randrange(3):
                case 0:
                    changed[place] ^= random.randrange(1, 256)
                case 1:
                    del changed[place : place + random.randrange(1, 400)]
                case 2:
                    changed[place:place] = random.randbytes(random.randrange(1, 40))
        assert outcome(bytes(changed), company) is not Outcome.UNCHANGED
