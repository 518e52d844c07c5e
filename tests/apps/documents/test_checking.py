"""What the check says of files: ours, changed, added to, earlier, strangers'."""

import subprocess
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from hjemmedag.adapters.sealing import NotReadable, new_certificate
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import Revision, SealCertificate
from hjemmedag.apps.documents.queries import Finding
from tests.conftest import NOW


@pytest.fixture
def signed(offered, anna, dorte, sign):
    """The file as both have signed it."""
    sign(offered, anna)
    sign(offered, dorte)
    return queries.file_of(offered.pk)


def test_the_file_we_hold_is_genuine_with_both_seals_and_their_signers(signed):
    result = queries.check(signed)
    assert result.finding is Finding.HELD
    assert [(seal.signer, seal.reason, seal.by, seal.when) for seal in result.examination.seals] == [
        ("Anna Test", "Jeg har læst kontrakttillægget og accepterer det.", "Prøvefirmaet", NOW),
        ("Dorte Test", "Jeg underskriver kontrakttillægget på arbejdsgiverens vegne.", "Prøvefirmaet", NOW),
    ]


@pytest.mark.parametrize("where", [0.02, 0.2, 0.4, 0.6, 0.8, 0.98])
def test_one_changed_byte_is_never_genuine(signed, where):
    place = int(len(signed) * where)
    changed = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
    try:
        finding = queries.check(changed).finding
    except NotReadable:
        return
    assert finding in (Finding.ALTERED, Finding.ADDED_TO)


def test_an_added_update_is_found_even_though_pdfsig_calls_the_signatures_valid(signed, tmp_path):
    writer = PdfWriter(BytesIO(signed), incremental=True)
    writer.add_metadata({"/Title": "Noget andet"})
    writer.write(tmp_path / "added.pdf")
    added = (tmp_path / "added.pdf").read_bytes()
    said = subprocess.run(["pdfsig", "-nocert", tmp_path / "added.pdf"], capture_output=True, text=True, check=False)
    assert added.startswith(signed)
    assert said.stdout.count("Signature is Valid") == 2
    assert queries.check(added).finding is Finding.ADDED_TO


def test_blanks_at_the_end_are_an_addition_too(signed):
    assert queries.check(signed + b"\n% noget\n").finding is Finding.ADDED_TO


def test_a_file_from_before_the_last_signature_is_genuine_but_not_the_newest(signed):
    from django.core.files.storage import default_storage

    with default_storage.open(Revision.objects.get(number=1).file) as file:
        assert queries.check(file.read()).finding is Finding.EARLIER


def test_the_offered_file_is_ours_but_unsigned(offered, pdf):
    assert queries.check(pdf).finding is Finding.OFFERED


def test_a_sealed_file_that_is_not_on_record_is_ours_all_the_same(signed):
    Revision.objects.filter(number=2).update(sha256="0" * 64)
    assert queries.check(signed).finding is Finding.OURS


def test_a_file_sealed_by_someone_else_is_not_ours(signed):
    other = new_certificate("Prøvefirmaet", now=NOW)[1]
    SealCertificate.objects.update(pem=other.decode())
    assert queries.check(signed).finding is Finding.UNKNOWN_CERTIFICATE


def test_a_pdf_without_a_seal_is_a_stranger(certificate):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = BytesIO()
    writer.write(out)
    assert queries.check(out.getvalue()).finding is Finding.NO_SEAL


def test_text_is_not_readable(certificate):
    with pytest.raises(NotReadable):
        queries.check(b"%PDF-1.7 not really")


def test_a_copy_written_by_another_program_is_not_genuine(signed):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(signed)))
    out = BytesIO()
    writer.write(out)
    assert queries.check(out.getvalue()).finding is Finding.ALTERED
