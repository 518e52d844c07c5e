"""Sealed PDFs that went wrong on the way: the check page says something of each, and never that it is unchanged."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hjemmedag.adapters.sealing import NotReadable, examine
from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.apps.documents.queries.files import sha256
from tests.faults.mutations import MANY, many

if TYPE_CHECKING:
    from hjemmedag.apps.agreements.models import Arrangement
    from hjemmedag.apps.people.models import Employee

pytestmark = [pytest.mark.faults, pytest.mark.django_db]

CALM = ("Filen er ægte og uændret", "Filen er forseglet af os og uændret")
SECONDS = 20
"""How long the product lets the examination of one file take."""


@pytest.fixture
def sealed(
    offer: Callable[..., Arrangement], sign: Callable[[Any], None], anna: Employee, bo: Employee, dorte: Employee
) -> bytes:
    """An addendum signed by both."""
    sign(offer(anna, by=bo))
    return queries.file_of(Document.objects.get(evidence_of=None).pk)


@contextmanager
def patience() -> Iterator[None]:
    """What takes longer is stopped, as the product stops it."""

    def stop(*_: object) -> None:
        raise NotReadable("reading takes too long")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_no_mangled_paper_is_called_unchanged(sealed: bytes) -> None:
    trusted = queries.trusted()
    assert examine(sealed, trusted=trusted).unchanged
    earlier = set(Revision.objects.values_list("sha256", flat=True))
    passed = []
    for place, content in many(sealed, 5 * MANY):
        try:
            with patience():
                unchanged = examine(content, trusted=trusted).unchanged
        except NotReadable:
            continue
        if unchanged and sha256(content) not in earlier:
            passed.append(place)
    assert passed == []


def test_the_check_page_has_an_answer_to_each(sealed: bytes) -> None:
    assert said(sealed) == (200, True)
    found = {place: said(content) for place, content in many(sealed, MANY // 15)}
    assert {place: answer for place, answer in found.items() if answer != (200, False)} == {}


def said(content: bytes) -> tuple[int, bool]:
    """The page's status, and whether it calls the file unchanged."""
    cache.clear()
    answer = Client().post("/tjek/", {"file": SimpleUploadedFile("tillæg.pdf", content)})
    return answer.status_code, any(words in answer.content.decode() for words in CALM)
