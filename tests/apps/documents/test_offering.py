"""Putting a document before those who are to sign it."""

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Document, Party, Revision
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW


def test_the_offered_file_is_kept_byte_for_byte_under_its_own_fingerprint(offered, pdf):
    revision = Revision.objects.get()
    assert queries.file_of(offered.pk) == pdf
    assert (revision.number, revision.sha256) == (0, offered.sha256)
    assert revision.file.startswith(f"documents/{offered.sha256[:2]}/{offered.sha256}")


def test_the_parties_stand_in_signing_order(offered, anna, dorte):
    assert list(Party.objects.values_list("order", "side", "signer")) == [
        (1, "employee", anna.pk),
        (2, "employer", dorte.pk),
    ]


def test_one_person_cannot_sign_for_both_sides(certificate, pdf, dorte):
    with pytest.raises(Refused):
        _offer(pdf, dorte, dorte)
    assert Document.objects.exists() is False


def test_an_offer_goes_when_the_transaction_it_is_part_of_goes(certificate, pdf, anna, dorte):
    with transaction.atomic():
        _offer(pdf, anna, dorte)
        transaction.set_rollback(True)
    assert (Document.objects.count(), Revision.objects.count()) == (0, 0)


def test_two_documents_with_the_same_words_have_a_file_each(offered, pdf, anna, dorte):
    again = _offer(pdf, anna, dorte)
    first, second = Revision.objects.order_by("id").values_list("file", flat=True)
    default_storage.delete(first)
    assert first != second
    assert queries.file_of(again.pk) == pdf


def _offer(pdf, employee, employer):
    return actions.offer(
        pdf=pdf,
        kind="addendum",
        language="da",
        title="Tillæg",
        about=employee.pk,
        parties=[("employee", employee.pk), ("employer", employer.pk)],
        now=NOW,
        actor=None,
    )
