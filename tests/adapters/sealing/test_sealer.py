"""Sealing adds one invisible seal and leaves everything else as it was."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from hjemmedag.adapters.sealing import CannotSeal, NotReadable

from .conftest import SIGNED, Company


def _pdfsig(tmp_path: Path, pdf: bytes) -> str:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout


def test_every_earlier_byte_stays(paper: bytes, once: bytes, twice: bytes) -> None:
    assert once.startswith(paper)
    assert twice.startswith(once)


def test_poppler_finds_both_signatures_valid(tmp_path: Path, twice: bytes) -> None:
    found = _pdfsig(tmp_path, twice)
    assert re.findall(r"Signature Validation: (.*)", found) == ["Signature is Valid."] * 2
    assert re.findall(r"Signature Type: (.*)", found) == ["ETSI.CAdES.detached"] * 2
    assert re.findall(r"Distinguished Name: (.*)", found) == ["CN=Fjordbo A/S,O=Fjordbo A/S"] * 2
    assert found.count("Total document signed") == 1


def test_poppler_finds_a_changed_byte(tmp_path: Path, twice: bytes) -> None:
    changed = bytearray(twice)
    changed[5000] ^= 1
    found = _pdfsig(tmp_path, bytes(changed))
    assert re.findall(r"Signature Validation: (.*)", found) == ["Digest Mismatch."] * 2


def test_pages_metadata_and_version_stay_as_the_paper_was_made(paper: bytes, twice: bytes) -> None:
    before, after = PdfReader(BytesIO(paper)), PdfReader(BytesIO(twice))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.metadata == before.metadata
    assert (
        after.root_object["/Metadata"].get_object().get_data()
        == before.root_object["/Metadata"].get_object().get_data()
    )
    assert "/Version" not in after.root_object


def test_the_seal_is_printable_untagged_and_outside_the_page_as_archiving_asks(once: bytes) -> None:
    fields = [field.get_object() for field in PdfReader(BytesIO(once)).root_object["/AcroForm"]["/Fields"]]
    assert [field["/T"] for field in fields] == ["Signature1", "Signature2"]
    assert all(field["/F"] == 132 for field in fields)
    assert all(max(field["/Rect"]) < 0 for field in fields)


def test_the_first_seal_certifies_and_allows_only_more_seals(once: bytes) -> None:
    certification = PdfReader(BytesIO(once)).root_object["/Perms"]["/DocMDP"].get_object()
    assert certification["/Reference"][0]["/TransformParams"]["/P"] == 2


def test_reason_and_signer_are_written_with_danish_letters(company: Company, paper: bytes) -> None:
    sealed = company.sealer.seal(paper, field="A", reason="Læst og påtegnet", signer="Åse Bjørn", moment=SIGNED)
    seal = PdfReader(BytesIO(sealed)).root_object["/AcroForm"]["/Fields"][0].get_object()["/V"].get_object()
    assert (seal["/Reason"], seal["/Name"]) == ("Læst og påtegnet", "Åse Bjørn")


@pytest.mark.parametrize("field", ["Signature1", "Signature3"])
def test_a_field_that_is_filled_or_was_never_kept_cannot_be_sealed(company: Company, once: bytes, field: str) -> None:
    with pytest.raises(CannotSeal, match=field):
        company.sealer.seal(once, field=field, reason="", signer="", moment=SIGNED)


def _encrypted(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.encrypt("", "ejer", algorithm="RC4-128")
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


@pytest.mark.parametrize("damage", [lambda _: b"", lambda _: b"%PDF-1.7", lambda pdf: pdf[:9000], _encrypted])
def test_what_cannot_be_read_cannot_be_sealed(company: Company, paper: bytes, damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(NotReadable):
        company.first(damage(paper))


def test_a_moment_without_a_time_zone_is_refused(company: Company, paper: bytes) -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        company.sealer.seal(paper, field="A", reason="", signer="", moment=datetime(2026, 1, 1))  # noqa: DTZ001
