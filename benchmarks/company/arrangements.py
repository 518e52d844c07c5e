"""Applications in every state, and what came of them: decisions, documents with signatures, arrangements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from benchmarks.company.staff import HR, Staff, lead_of, make
from hjemmedag.apps.agreements.models import (
    Addendum,
    Amendment,
    Application,
    Arrangement,
    Decision,
    OtherPlace,
    StatusChange,
    StayAbroad,
    Terms,
)
from hjemmedag.apps.documents.models import Document, Party, Revision, Signature
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.people.names import findable

TITLE = "Tillæg om hjemmearbejde"
HOURS = {str(day): ["07:00", "17:00"] for day in range(5)}


class Came(Enum):
    """How far someone has come."""

    NOTHING, WRITING, SENT, REFUSED, OFFERED, HALF_SIGNED, PAUSED, CLOSED, IN_FORCE = range(9)

    @property
    def first(self) -> int:
        """The first place of someone in this state."""
        return 0 if self is Came.IN_FORCE else ALL_IN_FORCE + self.value

    @classmethod
    def of(cls, place: int) -> Came:
        """Of sixteen people in a row the first eight are in force, the others each in a state of their own."""
        return cls.IN_FORCE if place % 16 < ALL_IN_FORCE else cls(place % 16 - ALL_IN_FORCE)


ALL_IN_FORCE = 8

SIGNATURES = {Came.OFFERED: 0, Came.HALF_SIGNED: 1}
CHANGES = {
    Came.IN_FORCE: ("start",),
    Came.PAUSED: ("start", "pause"),
    Came.CLOSED: ("start", "close"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One person's way, with the rows written so far."""

    place: int
    employee: int
    came: Came
    application: Application


def write(staff: Staff, version: PolicyVersion, *, today: date, now: datetime) -> None:
    """Everything that applications lead to."""
    asked = [(n, pk, came) for n, pk in enumerate(staff.people) if (came := Came.of(n)) is not Came.NOTHING]
    rows = [
        Application(
            employee_id=pk,
            wanted_from=today + timedelta(days=30),
            wish="Jeg arbejder bedst i ro.",
            home_days=[0, 3],
            hours=HOURS,
            home={"street": f"Målevej {n}", "postcode": "8000", "city": "Aarhus C", "country": "DK"},
            room="arbejdsværelset",
            created_at=now,
            submitted_at=None if came is Came.WRITING else now - timedelta(days=20),
            answer_by=None if came is Came.WRITING else today + timedelta(days=n % 20 - 4),
        )
        for n, pk, came in asked
    ]
    sent = make(Application, rows)
    cases = [Case(n, pk, came, row) for (n, pk, came), row in zip(asked, sent, strict=True)]
    answered = [case for case in cases if case.came not in (Came.SENT, Came.WRITING)]
    make(
        Decision,
        [
            Decision(
                application=case.application,
                outcome="refused" if case.came is Came.REFUSED else "approved",
                reason="Det er aftalt med teamet.",
                by_id=staff.people[lead_of(case.place) or 0],
                at=now - timedelta(days=10),
            )
            for case in answered
        ],
    )
    _arrangements([case for case in answered if case.came is not Came.REFUSED], staff, version, today, now)


def _arrangements(cases: list[Case], staff: Staff, version: PolicyVersion, today: date, now: datetime) -> None:
    made = make(
        Arrangement,
        [Arrangement(employee_id=case.employee, application=case.application, created_at=now) for case in cases],
    )
    coming = {Came.OFFERED: today + timedelta(days=14), Came.HALF_SIGNED: today + timedelta(days=14)}
    terms = make(
        Terms,
        [
            Terms(
                arrangement=arrangement,
                starts=coming.get(case.came, today - timedelta(days=9)),
                home_days=[0, 3],
                hours=HOURS,
                home=case.application.home,
                room="arbejdsværelset",
                policy_version=version,
                notice_months=1,
            )
            for case, arrangement in zip(cases, made, strict=True)
        ],
    )
    make(Amendment, [_change(case, one) for case, one in zip(cases, terms, strict=True) if case.place == CHANGING])
    make(OtherPlace, [_place(one, number) for number, one in enumerate(terms)])
    people = [case.employee for case in cases]
    make(StayAbroad, [_stay(pk, today + timedelta(days=30 * (1 + n % 3)), now) for n, pk in enumerate(people)])
    papers = _documents(cases, staff, now - timedelta(days=10))
    make(
        Addendum,
        [Addendum(terms=one, document=paper, delivered_on=today - timedelta(days=10))
         for one, paper in zip(terms, papers, strict=True)],
    )  # fmt: skip
    make(
        StatusChange,
        [
            StatusChange(arrangement=arrangement, kind=kind, on=today - timedelta(days=9 - step), at=now)
            for case, arrangement in zip(cases, made, strict=True)
            for step, kind in enumerate(CHANGES.get(case.came, ()))
        ],
    )


CHANGING = 4
"""The place of who wants another pattern."""


def _place(terms: Terms, number: int) -> OtherPlace:
    """Everyone has a place beside the home; one in three waits for the answer."""
    waits, asked = number % 3 == 1, terms.arrangement.created_at
    return OtherPlace(
        arrangement_id=terms.arrangement_id,
        name="Sommerhuset",
        address={"street": f"Strandvejen {number}", "postcode": "8420", "city": "Knebel", "country": "DK"},
        room="stuen",
        starts=terms.starts,
        asked_at=asked,
        answer_by=terms.starts + timedelta(days=30),
        outcome="" if waits else "approved",
        closed_at=None if waits else asked,
    )


def _stay(employee: int, first: date, now: datetime) -> StayAbroad:
    """Two weeks abroad that nobody has answered yet."""
    ends = first + timedelta(days=14)
    return StayAbroad(
        employee_id=employee, country="ES", starts=first, ends=ends, informs=False, asked_at=now, answer_by=first
    )


def _change(case: Case, terms: Terms) -> Amendment:
    """One person wants another pattern, and waits for an answer."""
    return Amendment(
        arrangement_id=terms.arrangement_id,
        asked_by_id=case.employee,
        asked_at=terms.arrangement.created_at,
        wanted_from=terms.starts + timedelta(days=60),
        answer_by=terms.starts + timedelta(days=30),
        exception="Det haster.",
        home_days=[1, 2],
        hours=HOURS,
        home=terms.home,
        room=terms.room,
    )


def _documents(cases: list[Case], staff: Staff, at: datetime) -> list[Document]:
    documents: list[Document] = make(
        Document,
        [
            Document(
                kind="addendum",
                language="da",
                title=TITLE,
                findable=findable(TITLE),
                about_id=case.employee,
                sha256=f"{case.place:064x}",
                offered_at=at + timedelta(seconds=case.place),
            )
            for case in cases
        ],
    )
    signers = [
        (case, document, order, side, signer)
        for case, document in zip(cases, documents, strict=True)
        for order, side, signer in (
            (1, "employee", case.employee),
            (2, "employer", staff.people[0 if case.place == HR else HR]),
        )
    ]
    parties = make(
        Party,
        [Party(document=document, order=order, side=side, signer_id=signer)
         for _case, document, order, side, signer in signers],
    )  # fmt: skip
    signed = [
        (case, document, order, party)
        for (case, document, order, _side, _signer), party in zip(signers, parties, strict=True)
        if order <= SIGNATURES.get(case.came, 2)
    ]
    offered = [(case, document, 0) for case, document in zip(cases, documents, strict=True)]
    revisions = make(
        Revision,
        [
            Revision(
                document=document, number=number, sha256=f"{case.place:064x}", file=f"{case.place}/{number}", made_at=at
            )
            for case, document, number in [*offered, *((case, document, order) for case, document, order, _ in signed)]
        ],
    )
    make(
        Signature,
        [
            Signature(
                party=party,
                revision=revision,
                signed_at=at + timedelta(hours=order),
                authenticated=["password", "totp"],
                sha256=f"{case.place:064x}",
            )
            for (case, _document, order, party), revision in zip(signed, revisions[len(offered) :], strict=True)
        ],
    )
    _evidence([document for case, document, order, _party in signed if order == 2], at)
    return documents


def _evidence(documents: list[Document], at: datetime) -> None:
    papers = make(
        Document,
        [
            Document(
                kind="evidence",
                language="da",
                title=f"Bevis: {TITLE}",
                findable=findable(f"Bevis: {TITLE}"),
                about_id=document.about_id,
                sha256=document.sha256[::-1],
                offered_at=at + timedelta(hours=2),
                evidence_of=document,
            )
            for document in documents
        ],
    )
    make(
        Revision,
        [Revision(document=paper, number=0, sha256=paper.sha256, file=f"{paper.pk}", made_at=at) for paper in papers],
    )
