"""Signs in processes that are killed, or that race; prints what was left as JSON. Run by `test_sign_killed.py`.

`kill`: the employer's signature, the one with the evidence, dies at each SQL statement in turn, in the middle of each
file and after it. `race`: the same page's button is pressed in two processes at once. Both work on an empty database of
their own, named by the environment as for the product, and typeset in children only: Typst's threads don't live through
a fork.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import actions, queries
from hjemmedag.apps.documents.models import Document, Revision, Signature
from hjemmedag.apps.documents.queries.files import latest
from hjemmedag.apps.people import models as people
from tests import papers

NOW = timezone.now()
HIRED = date(2024, 3, 1)
STEP = 1 if os.environ.get("HJEMMEDAG_SOAK") else 4
"""Dies at each statement when there is time, otherwise at every fourth."""


def main() -> None:
    """One of the two runs."""
    call_command("migrate", verbosity=0)
    anna, dorte = company()
    ended(forked(lambda: paper().write_bytes(papers.addendum_pdf())))
    print(json.dumps({"kill": kill, "race": race}[sys.argv[1]](anna, dorte)))


def company() -> tuple[int, int]:
    """Anna, an employee, and Dorte, who signs for the employer."""
    people.Company.objects.create(name="Prøvefirmaet")
    employer = people.LegalEntity.objects.create(name="Prøvefirmaet A/S", cvr="12345678", starts=HIRED)
    found = []
    for number, name in enumerate(("Anna", "Dorte")):
        person = people.Employee.objects.create(
            number=str(number), first_name=name, last_name="Test", email=f"{name}@proeve.example", created_at=NOW
        )
        employment = people.Employment.objects.create(employee=person, legal_entity=employer, starts=HIRED)
        people.EmploymentTerms.objects.create(
            employment=employment, title="Udvikler", weekly_hours=Decimal(37), starts=HIRED
        )
        found.append(person.pk)
    people.RoleGrant.objects.create(employee_id=found[1], role="hr", starts=HIRED)
    actions.ensure_certificate(company_name="Prøvefirmaet A/S", now=NOW - timedelta(days=1))
    return found[0], found[1]


def paper() -> Path:
    """Where the addendum stands that everyone signs."""
    return Path(settings.DATA_DIR) / "addendum.pdf"


def offer(anna: int, dorte: int) -> Document:
    return actions.offer(
        pdf=paper().read_bytes(),
        kind="addendum",
        language="da",
        title="Tillæg",
        about=anna,
        parties=[("employee", anna), ("employer", dorte)],
        now=NOW,
        actor=dorte,
    )


def sign(document: int, signer: int, seen: str) -> Signature:
    return actions.sign(
        document=document, signer=signer, expected_sha256=seen, authenticated=["password", "totp"], now=timezone.now()
    )


def kill(anna: int, dorte: int) -> list[dict[str, Any]]:
    """For each moment of death: what was left, and what came of trying again. Ends with a signature that survived."""
    files = [(f"file {number}, {way}", dying_at_file(number, way)) for number in (1, 2) for way in ("half", "whole")]
    deaths = [*files, ("after the commit", dying_after_commit)]
    results = [result(anna, dorte, moment, prepare) for moment, prepare in deaths]
    statement = 0
    while True:
        statement += STEP
        results.append(result(anna, dorte, f"statement {statement}", dying_at_statement(statement)))
        if results[-1]["ended"] == "well":
            return results


def result(anna: int, dorte: int, moment: str, prepare: Callable[[], None]) -> dict[str, Any]:
    document = offer(anna, dorte)
    sign(document.pk, anna, document.sha256)
    seen = latest(document.pk).sha256
    how = ended(forked(lambda: (prepare(), sign(document.pk, dorte, seen))))
    left = standing(document)
    again = ended(forked(lambda: sign(document.pk, dorte, seen)))
    return {
        "moment": moment,
        "ended": how,
        "left": left,
        "trying again": [again, *standing(document)],
        "audit": [audit.broken_link() is None, not list(audit.changed_rows())],
    }


def standing(document: Document) -> list[int]:
    """Signatures, revisions with their whole file, evidence with its whole file."""
    evidence = Document.objects.filter(evidence_of=document)
    assert not list(queries.damaged())
    return [
        Signature.objects.filter(party__document=document).count(),
        Revision.objects.filter(document=document).count(),
        evidence.count(),
    ]


def forked(work: Callable[[], Any]) -> int:
    """A child that does `work` and leaves with 0, or 1 when it raised."""
    connection.close()
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)


def ended(child: int) -> str:
    """How a child left: "well", "killed" or "failed"."""
    status = os.waitpid(child, 0)[1]
    return "killed" if os.WIFSIGNALED(status) else "failed" if status else "well"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying_at_statement(number: int) -> Callable[[], None]:
    """Dies instead of sending the statement with this number, beginning and end of the transaction included."""

    def prepare() -> None:
        sent = 0

        def count(execute: Any, *arguments: Any) -> Any:
            nonlocal sent
            sent += 1
            if sent == number:
                die()
            return execute(*arguments)

        def counted_commit() -> None:
            count(commit)

        connection.ensure_connection()
        commit = connection._commit
        connection._commit = counted_commit
        connection.execute_wrappers.append(count)

    return prepare


def dying_after_commit() -> None:
    """Dies when the database has everything and nobody has been told."""
    connection.ensure_connection()
    commit = connection._commit

    def last() -> None:
        commit()
        die()

    connection._commit = last


def dying_at_file(number: int, way: str) -> Callable[[], None]:
    """Dies when half of the file with this number is written, or when it is whole."""

    def prepare() -> None:
        written = 0
        write = FileSystemStorage._save

        def save(storage: FileSystemStorage, name: str, content: Any) -> str:
            nonlocal written
            written += 1
            if written == number and way == "half":
                content.file.truncate(content.size // 2)
            saved = write(storage, name, content)
            if written == number:
                die()
            return saved

        FileSystemStorage._save = save

    return prepare


def race(anna: int, dorte: int) -> list[dict[str, Any]]:
    """The same signature from two processes at once, ten times."""
    results = []
    for _ in range(10):
        document = offer(anna, dorte)
        ready, go = os.pipe()

        def press(pk: int = document.pk, seen: str = document.sha256, ready: int = ready) -> None:
            os.read(ready, 1)
            sign(pk, anna, seen)

        children = [forked(press), forked(press)]
        os.write(go, b"xx")
        results.append(
            {
                "ended": [ended(child) for child in children],
                "left": standing(document),
                "audit": audit.broken_link() is None,
            }
        )
    return results
