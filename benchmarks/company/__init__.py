"""A company of any size in the middle of its life, written straight into the tables: thousands of people a second.

Nothing here goes through the product's actions, so it says nothing about them; it is what their pages are measured on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from benchmarks.company import (
    arrangements,
    batches,
    days,
    equipment,
    history,
    policy,
    staff,
    talks,
    workplaces,
    worktime,
)
from benchmarks.company.arrangements import Came
from hjemmedag.apps.agreements.models import (
    Amendment,
    Application,
    Arrangement,
    Batch,
    Closure,
    OtherPlace,
    StayAbroad,
)
from hjemmedag.apps.documents.models import Document
from hjemmedag.apps.equipment.models import Expense, Handover, Item, Kind, Loan, Repair
from hjemmedag.apps.people import models
from hjemmedag.apps.policy.models import Comment, Dialogue, JobFunction
from hjemmedag.apps.workplaces.models import (
    Assessment,
    Discussion,
    Finding,
    Injury,
    InjuryDraft,
    Insurance,
    NearMiss,
    Photo,
    Visit,
)
from hjemmedag.apps.worktime.models import Week
from hjemmedag.core.instants import COPENHAGEN

__all__ = ["Company", "build"]


@dataclass(frozen=True, slots=True)
class Company:
    """The people that pages are opened as, and what they are opened on, by id.

    The employee has an arrangement, the newcomer never asked for one, and the writer has begun to.
    """

    hr: int
    auditor: int
    manager: int
    payroll: int
    employee: int
    newcomer: int
    writer: int
    application: int
    arrangement: int
    change: int
    place: int
    stay: int
    closure: int
    batch: int
    document: int
    offered: int
    unsigned: int
    team: int
    department: int
    site: int
    entity: int
    agreement: int
    job_function: int
    employment: int
    absence: int
    grant: int
    clause: str
    year: int
    week: int
    sent: int
    item: int
    kind: int
    handover: int
    loan: int
    own_loan: int
    repair: int
    order: int
    finding: int
    assessment: int
    discussion: int
    injury: int
    begun: int
    near_miss: int
    insurance: int
    visit: int
    visited: int
    photo: int
    comment: int
    dialogue: int


def build(people: int, *, today: date, entries: int = 0) -> Company:
    """A company of so many people (sixteen or more) on a day, with at least so many entries in its audit chain.

    Half of them work at home under a signed addendum; the others wait for something, were refused or never asked.
    """
    now = datetime.combine(today, time(9), tzinfo=COPENHAGEN)
    everyone = staff.write(people, today=today, now=now)
    version = policy.write(everyone, today=today, now=now)
    arrangements.write(everyone, version, today=today, now=now)
    batches.write(everyone, today=today, now=now)
    days.write(everyone, today=today, now=now)
    equipment.write(everyone, today=today, now=now)
    worktime.write(everyone, today=today, now=now)
    workplaces.write(everyone, today=today, now=now)
    talks.write(everyone, today=today, now=now)
    history.write(everyone, entries, now=now)
    ids = everyone.people
    employee, waits = ids[4], ids[Came.HALF_SIGNED.first]
    return Company(
        hr=ids[staff.HR],
        auditor=ids[staff.AUDITOR],
        manager=ids[0],
        payroll=ids[staff.REST],
        employee=employee,
        comment=Comment.objects.latest("pk").pk,
        dialogue=Dialogue.objects.get().pk,
        newcomer=ids[Came.NOTHING.first],
        writer=ids[Came.WRITING.first],
        application=Application.objects.get(employee=ids[Came.SENT.first]).pk,
        arrangement=Arrangement.objects.get(employee=employee).pk,
        change=_first(Amendment),
        place=_first(OtherPlace),
        stay=_first(StayAbroad),
        closure=_first(Closure),
        batch=Batch.objects.latest("pk").pk,
        offered=Document.objects.get(about=ids[Came.OFFERED.first], evidence_of=None, kind="addendum").pk,
        document=Document.objects.get(about=employee, evidence_of=None, kind="addendum").pk,
        unsigned=Document.objects.get(about=waits, evidence_of=None, kind="addendum").pk,
        team=_first(models.Team),
        department=_first(models.Department),
        site=_first(models.Site),
        entity=_first(models.LegalEntity),
        agreement=_first(models.AgreementProfile),
        job_function=_first(JobFunction),
        employment=_first(models.Employment),
        absence=_first(models.Absence),
        grant=_first(models.RoleGrant),
        clause=version.clauses.values_list("key", flat=True)[0],
        year=worktime.last_week(today).isocalendar().year,
        week=worktime.last_week(today).isocalendar().week,
        sent=Week.objects.filter(employee=ids[1], sendings__answer=None).latest("monday").pk,
        item=_first(Item),
        kind=_first(Kind),
        handover=_first(Handover),
        loan=_first(Loan),
        own_loan=Loan.objects.filter(employee=employee, ends=None).order_by("pk")[0].pk,
        repair=_first(Repair),
        order=_first(Expense),
        finding=Finding.objects.filter(employee=ids[1]).latest("pk").pk,
        assessment=Assessment.objects.get(employee=employee).pk,
        discussion=_first(Discussion),
        injury=Injury.objects.get(employee=employee).pk,
        begun=InjuryDraft.objects.get(employee=employee).pk,
        near_miss=_first(NearMiss),
        insurance=_first(Insurance),
        visit=Visit.objects.get(employee=employee, answer=None).pk,
        visited=Visit.objects.filter(asked_by=ids[0], answer__said="agrees").latest("pk").pk,
        photo=Photo.objects.filter(employee=employee).latest("pk").pk,
    )


def _first(kind: Any) -> int:
    found: int = kind.objects.order_by("pk").values_list("pk", flat=True)[0]
    return found
