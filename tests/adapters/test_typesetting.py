"""Typesetting: archivable, accessible, reproducible papers from data that is never read as Typst."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hjemmedag.adapters import typesetting
from hjemmedag.core.agreements.addendum import paper
from hjemmedag.core.documents.paper import Sender
from tests.papers import ADDENDUM, CONTENT, EMPLOYER, MOMENT, addendum_pdf, words


def test_the_same_words_and_moment_give_the_same_bytes() -> None:
    assert addendum_pdf() == addendum_pdf()


def test_another_moment_gives_another_file() -> None:
    later = typesetting.typeset(ADDENDUM, paper(CONTENT), moment=MOMENT.replace(hour=10), language="da")
    assert later != addendum_pdf()


@pytest.mark.parametrize(("language", "mark"), [("da", "da-DK"), ("en", "en-DK"), ("both", "da-DK")])
def test_the_file_is_tagged_archivable_and_says_its_language(language: str, mark: str) -> None:
    root = PdfReader(BytesIO(addendum_pdf(language))).root_object
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert root["/Lang"] == mark
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 — a PDF boolean
    assert "/StructTreeRoot" in root
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_english_column_is_marked_as_english() -> None:
    assert b"/Lang (en" in _plain(addendum_pdf("both"))
    assert b"/Lang (en" not in _plain(addendum_pdf("da"))


def test_the_file_carries_title_sender_and_moment() -> None:
    about = PdfReader(BytesIO(addendum_pdf())).metadata
    assert about is not None
    assert (about.title, about.author, about.creation_date) == (
        "Tillæg om fast hjemmearbejde",
        "Fjordbo A/S",
        MOMENT,
    )


def test_all_fonts_are_the_letters_own_and_embedded(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(addendum_pdf("both"))
    rows = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert {row.split("+")[1].split()[0].split("-")[0] for row in rows} == {"IBMPlexSans"}
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@pytest.mark.parametrize(
    "name", ['#read("/etc/passwd")', "*fed* _kursiv_ $x^2$", "]#panic()[", "a\\nb {company} <b>&amp;", '"#data"']
)
def test_what_people_write_is_set_as_they_wrote_it(name: str) -> None:
    assert name in words(addendum_pdf(employer=Sender(name, "12345678")))


@pytest.mark.parametrize("name", ["Жанна Ωμέγα", "Łukasz Nguyễn", "محمد", "A\u2028B"])
def test_names_in_other_alphabets_can_be_set(name: str) -> None:
    assert addendum_pdf(employer=Sender(name, "12345678")).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("name", ["李", "🏡", "a\x00b"])
def test_a_character_that_no_font_has_is_named(name: str) -> None:
    with pytest.raises(typesetting.NotPrintable, match=r"addendum\.typ: .*could not be displayed"):
        addendum_pdf(employer=Sender(name, "12345678"))


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        typesetting.typeset(ADDENDUM, {}, moment=datetime(2026, 11, 23), language="da")  # noqa: DTZ001


def test_data_that_the_template_does_not_know_fail_with_the_templates_name() -> None:
    with pytest.raises(typesetting.NotPrintable, match=r"addendum\.typ"):
        typesetting.typeset(ADDENDUM, {"employer": {}}, moment=MOMENT, language="da")


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    typesetting._fonts.cache_clear()
    with monkeypatch.context() as changed:
        changed.setattr(typesetting, "FONTS", tmp_path)
        yield
    typesetting._fonts.cache_clear()


@pytest.mark.usefixtures("no_fonts")
def test_missing_fonts_say_what_to_run() -> None:
    with pytest.raises(typesetting.FontsMissing, match=r"IBMPlexSans-Regular\.otf.* run `make install`"):
        addendum_pdf()


def test_typst_and_pyhanko_are_loaded_only_where_they_are_used() -> None:
    code = (
        "import sys, hjemmedag.adapters.sealing, hjemmedag.adapters.typesetting\n"
        "print(sorted({'typst', 'pyhanko', 'asn1crypto', 'cryptography'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_long_company_name_stands_whole_at_the_head() -> None:
    name = "Nordisk Hjemmearbejde og Kontorforsyning Ærø-Østjylland Holding A/S"
    assert words(addendum_pdf(employer=Sender(name, EMPLOYER.cvr))).startswith(f"{name} CVR 12345678")


def _plain(pdf: bytes) -> bytes:
    """The PDF with its compressed parts opened."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(pdf))
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
