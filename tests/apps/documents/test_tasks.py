"""What the background makes up for: evidence that is missing, files that nobody names."""

import os
import time

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import queries, tasks
from hjemmedag.apps.documents.actions import evidence
from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.apps.documents.queries import Finding
from hjemmedag.apps.outbox.models import Message


@pytest.fixture
def without_evidence(offered, anna, dorte, sign, monkeypatch, tmp_path, caplog):
    """Signed by both while the evidence could not be typeset."""
    with monkeypatch.context() as broken:
        broken.setattr(evidence, "TEMPLATE", tmp_path / "gone.typ")
        sign(offered, anna)
        sign(offered, dorte)
    assert [record.exc_info is not None for record in caplog.records] == [True]
    return offered


def test_a_signature_does_not_fail_because_the_evidence_does(without_evidence):
    assert queries.state(without_evidence.pk).standing is queries.Standing.COMPLETE
    assert Document.objects.filter(kind="evidence").exists() is False


def test_missing_evidence_is_made_once(without_evidence):
    assert [tasks.make_missing_evidence.call(), tasks.make_missing_evidence.call()] == [1, 0]
    made = Document.objects.get(evidence_of=without_evidence)
    assert queries.check(queries.file_of(made.pk)).finding is Finding.HELD
    assert (audit.broken_link(), list(audit.changed_rows())) == (None, [])


def test_evidence_made_later_tells_the_same_as_evidence_made_at_once(without_evidence, offered, sign):
    tasks.make_missing_evidence.call()
    made = Document.objects.get(evidence_of=without_evidence)
    from tests.papers import words

    said = words(queries.file_of(made.pk))
    for name in ("Anna Test", "Dorte Test", "adgangskode + kode fra kodeapp"):
        assert name in said


def test_both_parties_are_told_when_all_have_signed(offered, anna, dorte, sign):
    sign(offered, anna)
    sign(offered, dorte)
    told = Message.objects.filter(template="documents/mail/complete")
    assert set(told.values_list("recipient", flat=True)) == {anna.pk, dorte.pk}


def test_a_file_that_a_killed_process_left_behind_goes_after_a_day(offered):
    young = default_storage.save("documents/ab/young.pdf", ContentFile(b"x"))
    old = default_storage.save("documents/ab/old.pdf", ContentFile(b"x"))
    kept = Revision.objects.get().file
    two_days_ago = time.time() - 2 * 86400
    for name in (old, kept):
        os.utime(default_storage.path(name), (two_days_ago, two_days_ago))
    assert tasks.sweep_files.call() >= 1
    assert [default_storage.exists(name) for name in (young, old, kept)] == [True, False, True]
