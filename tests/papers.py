"""An addendum and the evidence of its signatures, ready to be set, as examples for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from hjemmedag.adapters.typesetting import PACKAGE, typeset
from hjemmedag.core.agreements import addendum
from hjemmedag.core.agreements.pattern import Pattern, Window
from hjemmedag.core.documents import evidence
from hjemmedag.core.documents.paper import Place, Sender
from hjemmedag.core.law import Text

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADDENDUM = PACKAGE / "apps/agreements/templates/agreements/paper/addendum.typ"
EVIDENCE = PACKAGE / "apps/documents/templates/documents/paper/evidence.typ"
EMPLOYER = Sender("Fjordbo A/S", "12345678", "Havnegade 12, 8000 Aarhus C")
ANNA = Place("Anna Holm", Text(da="medarbejder", en="employee"))
DORTE = Place("Dorte Lund", Text(da="for arbejdsgiveren", en="for the employer"))
CHECK = "https://hjemmedag.example.dk/tjek"
HOURS = {day: Window(time(8), time(16)) for day in range(4)} | {4: Window(time(7, 30), time(15))}
LONG_NAME = "Æblegård-Østergaard Ågesen Schmidt-Nørrekær von Søndervang Kjærsgaard Bøgelund-Holm"

CONTENT = addendum.AddendumContent(
    reference="1042-7",
    employer=EMPLOYER,
    contract=addendum.Contract(
        employee="Anna Holm",
        number="1042",
        title="Udvikler",
        employed_from=date(2024, 3, 1),
        weekly_minutes=37 * 60,
    ),
    policy=addendum.PolicyReference(3, date(2026, 9, 1)),
    pattern=Pattern(remote=False, cycle_weeks=1, home_days=frozenset({1, 3}), hours=HOURS),
    workplace=addendum.Workplace("Aarhus", "Havnegade 12, 8000 Aarhus C"),
    home="Birkevej 7, 3. tv., 8240 Risskov",
    room="kontoret på første sal",
    offered_on=date(2026, 11, 23),
    effective_from=date(2026, 12, 1),
    notice_months=1,
    signers=(ANNA, DORTE),
    check_url=CHECK,
    clauses=(
        addendum.PrintedClause(
            Text(da="Besøg og billeder", en="Visits and pictures"),
            Text(da="Dit hjem er dit.\n\nVi spørger først.", en="Your home is yours.\n\nWe ask first."),
        ),
    ),
)

OFFERED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
SEALED = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
TWICE_SEALED = "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13"

PROVEN = evidence.EvidenceContent(
    employer=EMPLOYER,
    title="Tillæg om fast hjemmearbejde, Anna Holm",
    offered_at=MOMENT,
    offered_sha256=OFFERED,
    signings=(
        evidence.Signing(
            ANNA,
            datetime(2026, 11, 24, 8, 30, 12, tzinfo=UTC),
            (evidence.Proof.PASSWORD, evidence.Proof.TOTP),
            OFFERED,
            SEALED,
            "B-B",
        ),
        evidence.Signing(
            DORTE, datetime(2026, 11, 25, 7, 0, tzinfo=UTC), (evidence.Proof.PASSKEY,), SEALED, TWICE_SEALED, "B-T"
        ),
    ),
    certificates=(evidence.Certificate("Fjordbo A/S", OFFERED),),
    check_url=CHECK,
)


def addendum_pdf(language: str = "da", **changes: Any) -> bytes:
    """The example addendum as a PDF, with some of its content changed."""
    return typeset(ADDENDUM, addendum.paper(replace(CONTENT, **changes)), moment=MOMENT, language=language)


def evidence_pdf(language: str = "da", **changes: Any) -> bytes:
    """The example evidence as a PDF, with some of its content changed."""
    return typeset(EVIDENCE, evidence.paper(replace(PROVEN, **changes)), moment=MOMENT, language=language)


def words(pdf: bytes) -> str:
    """All words of a PDF, each separated by one blank."""
    from io import BytesIO

    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def old_paper() -> bytes:
    """A signed addendum as a scanner made it, years before hjemmedag: a PDF with one empty page."""
    from io import BytesIO

    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

    writer, file = PdfFileWriter(), BytesIO()
    content = writer.add_object(generic.StreamObject(stream_data=b""))
    writer.insert_page(PageObject(contents=content, media_box=(0, 0, 595, 842)))
    writer.write(file)
    return file.getvalue()


def greedy_file() -> bytes:
    """A file of 140 bytes that makes whoever opens it fill hundreds of megabytes: its index claims millions of rows."""
    head, rows = b"%PDF-1.7\n", 4 * 10**6
    index = b"<</Type/XRef/Size %d/W[0 0 0]/Root 1 0 R/Index[0 %d]/Length 0>>" % (rows, rows)
    return head + b"1 0 obj\n" + index + b"\nstream\n\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
