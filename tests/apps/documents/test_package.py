"""All signed documents as one ZIP: with an index, and only those that the reader may open."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import default_storage

from hjemmedag.apps.documents import queries
from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.apps.people.models import Employee

if TYPE_CHECKING:
    from django.test import Client

    from hjemmedag.apps.agreements.models import Arrangement


@pytest.fixture
def three(
    hire: Callable[..., Employee],
    anna: Employee,
    bo: Employee,
    offer: Callable[..., Arrangement],
    sign: Callable[..., object],
    dorte: Employee,
) -> list[int]:
    """Anna's and Ole's are signed by all, Lis's waits."""
    for person in (anna, hire("Ole", manager=bo)):
        offer(person, by=bo)
        document = Document.objects.get(about=person, kind="addendum")
        for signer in (person, dorte):
            sign(document, signer)
    offer(hire("Lis", manager=bo), by=bo)
    return list(Document.objects.filter(kind="addendum").order_by("pk").values_list("pk", flat=True))


def fetched(browser: Client, query: str = "") -> dict[str, bytes]:
    answer = browser.get(f"/dokumenter/pakke/{query}")
    assert (answer.status_code, answer["Content-Type"], answer.streaming) == (200, "application/zip", True)
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_every_signed_file_with_its_evidence_and_an_index(
    three: list[int], as_: Callable[[Employee], Client], dorte: Employee
) -> None:
    found = fetched(as_(dorte))
    pdfs = {name: content for name, content in found.items() if name.endswith(".pdf")}
    assert len(pdfs) == 4
    assert queries.file_of(three[0]) in pdfs.values()
    rows = list(csv.reader(io.StringIO(found["index.csv"].decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 3
    assert {row[0] for row in rows[1:]} | {row[1] for row in rows[1:]} == set(pdfs)


def test_everyone_gets_what_they_may_open_and_what_they_search_for(
    three: list[int], as_: Callable[[Employee], Client], anna: Employee, bo: Employee, dorte: Employee
) -> None:
    assert len(fetched(as_(anna))) == 3
    assert set(fetched(as_(bo))) == {"index.csv"}
    assert len(fetched(as_(dorte), "?q=ole")) == 3


def test_a_damaged_file_is_named_and_the_others_come(
    three: list[int], as_: Callable[[Employee], Client], dorte: Employee
) -> None:
    revision = Revision.objects.filter(document=three[0]).latest("number")
    Path(default_storage.path(revision.file)).write_bytes(b"gone")
    found = fetched(as_(dorte))
    assert len([name for name in found if name.endswith(".pdf")]) == 3
    assert f"-{three[0]}.pdf" in found["missing.txt"].decode()


def test_it_costs_the_same_for_one_and_for_many(
    three: list[int], django_assert_num_queries: Callable[..., object]
) -> None:
    everything = queries.listed(Document.objects.all())
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        rows = queries.packed(everything)
        assert sum(len(part) for part in queries.package(rows, ("index.csv", b""))) > 0
