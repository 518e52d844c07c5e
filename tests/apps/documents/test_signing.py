"""Signing in order, once, and exactly the file that was seen."""

import subprocess
from datetime import date

import pytest

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Document, Party, Revision, Signature
from hjemmedag.apps.documents.queries import Standing
from hjemmedag.apps.people.models import RoleGrant
from hjemmedag.core.refusals import Refused, Stale
from tests.conftest import NOW, TODAY


def test_the_employee_signs_first_and_the_employer_is_awaited(offered, anna, dorte, sign):
    signature = sign(offered, anna)
    assert (signature.sha256, signature.revision.number) == (offered.sha256, 1)
    state = queries.state(offered.pk)
    assert (state.standing, state.signer, state.side) == (Standing.WAITING, dorte.pk, "employer")


def test_after_the_last_signature_the_document_is_complete(offered, anna, dorte, sign):
    sign(offered, anna)
    sign(offered, dorte)
    assert queries.state(offered.pk) == queries.State(Standing.COMPLETE, completed_on=TODAY)
    assert list(Revision.objects.filter(document=offered).values_list("number", "level")) == [
        (0, ""),
        (1, "B-B"),
        (2, "B-B"),
    ]


def test_the_pages_that_were_offered_stand_untouched_at_the_beginning_of_the_sealed_file(offered, anna, sign, pdf):
    sign(offered, anna)
    assert queries.file_of(offered.pk)[: len(pdf)] == pdf


def test_the_employer_cannot_sign_before_the_employee(offered, dorte, sign):
    with pytest.raises(Refused, match="Anna Test"):
        sign(offered, dorte)
    assert Signature.objects.count() == 0


def test_someone_else_cannot_sign(offered, carl, sign):
    with pytest.raises(Party.DoesNotExist):
        sign(offered, carl)


def test_another_hash_than_that_of_the_file_is_refused_as_stale(offered, anna):
    with pytest.raises(Stale):
        actions.sign(document=offered.pk, signer=anna.pk, expected_sha256="0" * 64, authenticated=["totp"], now=NOW)
    assert Revision.objects.count() == 1


def test_a_page_read_before_the_other_side_signed_is_stale(offered, anna, dorte, sign):
    sign(offered, anna)
    with pytest.raises(Stale):
        actions.sign(
            document=offered.pk, signer=dorte.pk, expected_sha256=offered.sha256, authenticated=["totp"], now=NOW
        )


def test_signing_twice_gives_the_same_signature(offered, anna, sign):
    first = sign(offered, anna)
    again = actions.sign(
        document=offered.pk, signer=anna.pk, expected_sha256=offered.sha256, authenticated=["totp"], now=NOW
    )
    assert (again.pk, Signature.objects.count(), Revision.objects.count()) == (first.pk, 1, 2)


def test_a_signer_who_lost_the_right_to_sign_cannot_sign(offered, anna, dorte, sign):
    sign(offered, anna)
    RoleGrant.objects.filter(employee=dorte).update(ends=date(2026, 11, 1))
    with pytest.raises(Refused, match="ikke længere"):
        sign(offered, dorte)


def test_a_declined_document_cannot_be_signed(offered, anna, sign):
    actions.decline(document=offered.pk, actor=anna.pk, reason="Dagene passer ikke", now=NOW)
    with pytest.raises(Refused):
        sign(offered, anna)


def test_without_a_certificate_nobody_can_sign_and_nothing_is_written(offered, certificate, anna, sign):
    certificate.expires_at = NOW
    certificate.save()
    with pytest.raises(Refused):
        sign(offered, anna)
    assert (Signature.objects.count(), Revision.objects.count()) == (0, 1)


def test_under_another_secret_key_the_seal_cannot_be_opened(offered, anna, sign, settings):
    settings.SECRET_KEY = "another"
    with pytest.raises(Refused):
        sign(offered, anna)
    assert Signature.objects.count() == 0


def test_a_time_stamp_server_that_is_down_leaves_a_seal_without_time_stamp(offered, anna, sign, settings, caplog):
    settings.TIMESTAMP_URL = "http://127.0.0.1:9/"
    assert sign(offered, anna).revision.level == "B-B"
    assert [record.name for record in caplog.records] == ["hjemmedag.apps.documents.actions.seals"]


def test_a_damaged_file_is_not_signed(offered, anna, sign):
    from django.core.files.storage import default_storage

    name = Revision.objects.get().file
    with default_storage.open(name, "r+b") as file:
        file.write(b"X")
    with pytest.raises(queries.FileDamaged):
        sign(offered, anna)
    assert [revision.document_id for revision in queries.damaged()] == [offered.pk]


def test_each_step_is_in_the_audit_chain_and_no_row_differs_from_it(offered, anna, dorte, sign):
    actions.read(document=offered.pk, reader=anna.pk, now=NOW)
    sign(offered, anna)
    sign(offered, dorte)
    told = audit.history(kind="documents.Document", subject=offered.pk)
    assert [(entry.action, entry.actor) for entry in told] == [
        ("documents.sign", dorte.pk),
        ("documents.sign", anna.pk),
        ("documents.read", anna.pk),
        ("documents.offer", dorte.pk),
    ]
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_pdfsig_finds_both_signatures_valid(offered, anna, dorte, sign, tmp_path):
    sign(offered, anna)
    sign(offered, dorte)
    (tmp_path / "signed.pdf").write_bytes(queries.file_of(offered.pk))
    said = subprocess.run(["pdfsig", "-nocert", tmp_path / "signed.pdf"], capture_output=True, text=True, check=False)
    assert said.stdout.count("Signature is Valid") == 2
    assert "Total document signed" in said.stdout


def test_evidence_is_a_sealed_document_of_its_own(offered, anna, dorte, sign):
    sign(offered, anna)
    assert Document.objects.filter(evidence_of=offered).exists() is False
    sign(offered, dorte)
    evidence = Document.objects.get(evidence_of=offered)
    assert (evidence.kind, evidence.about, evidence.title) == (
        "evidence",
        anna,
        "Bevis for underskrifter: Tillæg om hjemmearbejde for Anna Test",
    )
    assert queries.check(queries.file_of(evidence.pk)).finding is queries.Finding.HELD
