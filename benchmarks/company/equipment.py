"""Equipment: a screen and a chair with everyone, some unsigned for, some on their way back, some broken."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from benchmarks.company.staff import HR, Staff, make
from hjemmedag.apps.documents.models import Document, Party, Revision, Signature
from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.models import (
    Expense,
    ExpenseAnswer,
    Handover,
    Internet,
    Item,
    Kind,
    Loan,
    PackageLine,
    Repair,
    RepairStep,
    ReturnStatement,
)
from hjemmedag.apps.people.models import Site
from hjemmedag.apps.policy.models import JobFunction
from hjemmedag.core.people.names import findable

SCREEN, CHAIR, HEADSET = "Skærm", "Stol", "Headset"
TITLE = "Kvittering for udstyr"


def write(staff: Staff, *, today: date, now: datetime) -> None:
    """The stock, the loans and their receipts, the returns and the repairs."""
    kinds = make(Kind, [Kind(name=name) for name in (SCREEN, CHAIR, HEADSET)])
    site = Site.objects.order_by("pk")[0]
    items = make(
        Item,
        [
            Item(
                kind=kind,
                number=f"{kind.name[:2].upper()}-{place}",
                site=site,
                service_on=today + timedelta(days=place % 400),
                findable=queries.findable(number=f"{kind.name[:2]}-{place}", serial="", model="", kind=kind.name),
            )
            for kind in kinds
            for place in range(len(staff.people))
        ],
    )
    everyone, given = staff.people, now - timedelta(days=90)
    documents = make(Document, [_document(pk, given) for pk in everyone])
    parties = make(
        Party,
        [Party(document=one, order=1, side=Party.Side.EMPLOYEE, signer_id=one.about_id) for one in documents],
    )
    signed = [one for place, one in enumerate(parties) if place % 8 != 4]
    revisions = make(
        Revision, [Revision(document=one.document, number=1, sha256="0" * 64, file="", made_at=given) for one in signed]
    )
    make(
        Signature,
        [
            Signature(party=one, revision=revision, signed_at=given, sha256="0" * 64)
            for one, revision in zip(signed, revisions, strict=True)
        ],
    )
    handovers = make(
        Handover, [Handover(employee_id=one.about_id, document=one, by_id=everyone[HR], at=given) for one in documents]
    )
    loans = make(
        Loan,
        [
            Loan(
                handover=handover,
                employee_id=handover.employee_id,
                item=items[kind * len(everyone) + place],
                starts=given.date(),
                return_on=today + timedelta(days=place % 60) if place % 4 == 0 else None,
            )
            for place, handover in enumerate(handovers)
            for kind in (0, 1)
        ],
    )
    make(ReturnStatement, [ReturnStatement(loan=one, on=today, at=now) for one in loans[::16]])
    faults = make(
        Repair,
        [
            Repair(item=one.item, employee_id=one.employee_id, way="remote", words="Sort skærm", at=now, due_at=now)
            for one in loans[1::8]
        ],
    )
    make(RepairStep, [RepairStep(repair=one, kind="begun", by_id=everyone[HR], at=now) for one in faults[::2]])
    make(
        PackageLine,
        [
            PackageLine(function=function, kind=kind, count=1, starts=today - timedelta(days=400))
            for function in JobFunction.objects.all()
            for kind in kinds
        ],
    )
    orders = make(
        Expense,
        [Expense(employee_id=pk, kind="supplies", what="Papir", amount=300, on=today, at=now) for pk in everyone],
    )
    bills = make(
        Expense,
        [Expense(employee_id=pk, kind="internet", what="Fiber", amount=250, on=today, at=now) for pk in everyone[::4]],
    )
    make(ExpenseAnswer, [ExpenseAnswer(expense=one, approved=True, at=now) for one in [*orders[::2], *bills]])
    make(
        Internet,
        [
            Internet(employee_id=pk, way="cash", amount=200, starts=today - timedelta(days=90), by_id=pk, at=now)
            for pk in everyone[::3]
        ],
    )


def _document(employee: int, at: datetime) -> Document:
    return Document(
        kind=Document.Kind.HANDOVER,
        language="da",
        title=TITLE,
        findable=findable(TITLE),
        about_id=employee,
        sha256="0" * 64,
        offered_at=at,
    )
