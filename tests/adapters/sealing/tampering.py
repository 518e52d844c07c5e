"""Ways to change a sealed PDF that leave the sealed bytes alone."""

from __future__ import annotations

from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader


def page_text(pdf: bytes) -> bytes:
    """One more line of text on the first page."""
    update = IncrementalPdfFileWriter(BytesIO(pdf))
    page = update.find_page_for_modification(0)[0].get_object()
    words = update.add_object(generic.StreamObject(stream_data=b"BT 50 50 Td (5 hjemmedage) Tj ET"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), words])
    update.update_container(page)
    return _written(update)


def annotation(pdf: bytes) -> bytes:
    """A note stuck on the first page."""
    update = IncrementalPdfFileWriter(BytesIO(pdf))
    page = update.find_page_for_modification(0)[0].get_object()
    note = update.add_object(
        generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(place) for place in (50, 50, 200, 90)]),
                pdf_name("/Contents"): generic.pdf_string("5 hjemmedage"),
            }
        )
    )
    page["/Annots"] = generic.ArrayObject([note])
    update.update_container(page)
    return _written(update)


def metadata(pdf: bytes) -> bytes:
    """Another title: a change that general readers allow."""
    update = IncrementalPdfFileWriter(BytesIO(pdf))
    update.document_meta_view  # noqa: B018 — read once, so that the writer keeps it
    return _written(update, force=True)


def hidden_seals(pdf: bytes) -> bytes:
    """A new catalogue that no longer mentions the form with the seals."""
    update = IncrementalPdfFileWriter(BytesIO(pdf))
    del update.root["/AcroForm"]
    update.update_root()
    return _written(update)


def empty_update(pdf: bytes) -> bytes:
    """A cross-reference section that changes nothing."""
    reader = PdfFileReader(BytesIO(pdf))
    root = reader.trailer.raw_get("/Root")
    size, start = reader.trailer["/Size"], reader.last_startxref
    at = len(pdf) + 1
    return pdf + (
        f"\nxref\n0 0\ntrailer\n<< /Size {size} /Root {root.idnum} 0 R /Prev {start} >>\nstartxref\n{at}\n%%EOF\n"
    ).encode("ascii")


def trailing_bytes(pdf: bytes) -> bytes:
    """Something after the last %%EOF."""
    return pdf + b"\n% 5 hjemmedage\n"


def one_blank(pdf: bytes) -> bytes:
    """The smallest addition there is."""
    return pdf + b" "


def doubled(pdf: bytes) -> bytes:
    """The whole file once more."""
    return pdf + pdf


UPDATES = (page_text, annotation, metadata, hidden_seals, empty_update, trailing_bytes, one_blank, doubled)


def _written(update: IncrementalPdfFileWriter, *, force: bool = False) -> bytes:
    update._force_write_when_empty = force
    output = BytesIO()
    update.write(output)
    return output.getvalue()
