"""Tjek: the public page."""

import fcntl
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader, PdfWriter

from hjemmedag.adapters.sealing.legible import LARGEST
from hjemmedag.apps.documents import queries
from tests.adapters.sealing.tampering import hidden_seals

CHECK = reverse("documents:check")


@pytest.fixture(autouse=True)
def nothing_counted(db):
    """Each test has its own checks this minute."""
    cache.clear()


def by_pypdf(pdf):
    """Like `hidden_seals`, by another program: a new catalogue that no longer mentions the form with the seals."""
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    del writer.root_object["/AcroForm"]
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def send(content, name="tillæg.pdf"):
    return Client().post(CHECK, {"file": SimpleUploadedFile(name, content)})


def test_the_page_is_open_to_everyone(db):
    assert Client().get(CHECK).status_code == 200


def test_a_genuine_file_is_said_to_be_genuine_with_its_signers(offered, anna, dorte, sign):
    sign(offered, anna)
    sign(offered, dorte)
    shown = send(queries.file_of(offered.pk)).content.decode()
    assert "Filen er ægte og uændret" in shown
    assert shown.count("Prøvefirmaet") >= 2
    assert "ikke et kvalificeret segl" in shown


def test_a_changed_file_is_said_to_be_changed(offered, anna, sign):
    sign(offered, anna)
    pdf = queries.file_of(offered.pk)
    place = pdf.index(b"/Type /Page")
    shown = send(pdf[:place] + b"/Tipe" + pdf[place + 5 :]).content.decode()
    assert "Filen er ændret" in shown


@pytest.mark.parametrize("hide", [hidden_seals, by_pypdf], ids=["pyHanko", "pypdf"])
def test_a_file_whose_seals_were_hidden_by_a_new_catalogue_is_said_to_be_changed(offered, anna, sign, hide):
    sign(offered, anna)
    hidden = hide(queries.file_of(offered.pk))
    assert PdfReader(BytesIO(hidden)).get_fields() is None
    assert "Filen er ændret" in send(hidden).content.decode()


def test_while_another_file_is_examined_one_is_asked_to_try_again(certificate, settings, pdf):
    with (settings.DATA_DIR / "checking.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        busy = send(pdf)
    assert (busy.status_code, len(busy.context["form"].errors["file"])) == (503, 1)
    assert send(pdf).status_code == 200


def test_nothing_about_people_is_said_that_the_file_does_not_hold(offered, pdf):
    shown = send(pdf).content.decode()
    assert "Filen er vores, men ikke underskrevet" in shown
    assert "Anna" not in shown
    assert "Dorte" not in shown


def test_nothing_of_the_file_is_kept(offered, anna, sign):
    from django.core.files.storage import default_storage

    sign(offered, anna)
    pdf = queries.file_of(offered.pk)
    before = sorted(default_storage.listdir("documents")[0])
    send(pdf + b"\n")
    assert sorted(default_storage.listdir("documents")[0]) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Filen er tom"),
        (b"PK\x03\x04 a zip", "Det er ikke en PDF"),
        (b"<script>alert(1)</script>", "Det er ikke en PDF"),
        (b"%PDF-1.7\n1 0 obj", "Vi kan ikke læse denne PDF"),
        (b"%PDF-1.7\n" + b"0" * LARGEST, "Filen er større end 20 MB"),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_sentence(certificate, content, said):
    assert said in send(content).content.decode()


def test_an_upload_far_too_large_is_refused_unread(certificate):
    response = Client().post(
        CHECK, b"x", content_type="multipart/form-data; boundary=y", headers={"Content-Length": "99999999"}
    )
    assert response.status_code == 413


def test_no_file_is_said_too(db):
    assert "Vælg den PDF, du vil tjekke." in Client().post(CHECK).content.decode()


def test_after_ten_checks_a_minute_one_waits(certificate):
    answers = [send(b"not a PDF").status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
