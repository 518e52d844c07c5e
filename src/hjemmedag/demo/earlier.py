"""Arrangements from before: a list that HR took in during the company's first weeks, one row without its paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hjemmedag.apps.agreements import actions
from hjemmedag.demo import names
from hjemmedag.demo.organisation import SMALL
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

MANY = 3
TAKEN_IN = timedelta(days=24)
AGREED = timedelta(days=200)
"""How long before the company's first day the oldest of them was agreed."""

HEADINGS = "medarbejdernr;model;mønster;adresse;land;fra;til;politikversion;fil;rum;arbejdstid"
PATTERNS = ("ma, fr", "on", "ti, to")


def chosen(story: Story, staff: Staff) -> list[Member]:
    """Whose they are: people of long standing without a part of their own, in a company of some size."""
    if len(staff.present) < SMALL:
        return []
    since = story.founded - AGREED
    return [one for one in staff.present if one.star is None and one.serves(since, story.today)][-MANY:]


def write(story: Story, staff: Staff) -> None:
    """HR takes the list in. The first has all of it; of the second the hours are missing; of the last the paper too."""
    members = chosen(story, staff)
    if members:
        story.on(story.founded + TAKEN_IN, lambda now: _take_in(story, members, now))


def _take_in(story: Story, members: Sequence[Member], now: datetime) -> None:
    luck, papers = story.luck("earlier"), dict[str, bytes]()
    rows = [HEADINGS]
    for number, member in enumerate(members):
        first = story.founded - AGREED + timedelta(days=31 * number)
        file = f"{member.number}.pdf"
        home = names.home(luck, member.position.site)
        if number < MANY - 1:
            papers[file] = _paper(member, first)
        room, hours = ("arbejdsværelset", "8-16") if number == 0 else ("", "")
        cells = (member.number, "hybrid", PATTERNS[number], str(home), "DK", f"{first:%d-%m-%Y}")
        rows.append(";".join((*cells, "", "", file, room, hours)))
    actions.take_in_arrangements(
        name="ordninger.csv",
        content="\n".join(rows).encode(),
        papers=papers.get,
        actor=None,
        now=now,
        today=now.date(),
    )


def _paper(member: Member, first: date) -> bytes:
    """An old agreement of one page, as a word processor of its day wrote it."""
    said = (
        "Aftale om hjemmearbejde",
        f"Medarbejder: {member.first_name} {member.last_name}, nr. {member.number}",
        f"Aftalen gælder fra {first:%d-%m-%Y} og kan opsiges af begge parter.",
        "Underskrevet på papir af begge parter.",
    )
    lines = b" T* ".join(b"(" + _escaped(line) + b") Tj" for line in said)
    page = b"BT /F1 12 Tf 20 TL 72 760 Td " + lines + b" ET"
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    file, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + end


def _escaped(line: str) -> bytes:
    plain = line.encode("cp1252", "replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
