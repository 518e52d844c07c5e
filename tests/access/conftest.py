"""Everybody who may ask for a page, and Anna's records, which they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from hjemmedag.core.workplaces.visits import Said
from tests.access.passkey import passkey_of
from tests.conftest import HIRED, NOW, TODAY

if TYPE_CHECKING:
    from django.test import Client

    from hjemmedag.apps.people.models import Employee

DAY = timedelta(days=1)
STREET = "Prøvevej 1"
"""Where Anna lives; it is written nowhere else."""


@dataclass(frozen=True, slots=True)
class World:
    """A browser for each column of the table, and the arguments for each kind of record."""

    browsers: dict[str, Client]
    records: dict[str, tuple[Any, ...]]


@pytest.fixture
def everybody(
    hire: Callable[..., Employee],
    anna: Employee,
    bo: Employee,
    carl: Employee,
    dorte: Employee,
    eva: Employee,
    finn: Employee,
    gry: Employee,
    hans: Employee,
    ida: Employee,
) -> dict[str, Employee]:
    """One person for each column of the table but the first. Anna has every way of signing in, the others none."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal import auth as totp

    from hjemmedag.apps.people import models

    left = hire("Lone", ends=TODAY)
    half = hire("Poul")
    models.Employee.objects.filter(pk=half.pk).update(created_at=NOW - 100 * DAY)
    leads_others = hire("Rikke", team="HR")
    models.Reporting.objects.create(employee=carl, manager=leads_others, starts=HIRED)
    units = {}
    for name, department in (("Ulla", "Udvikling"), ("Vera", "HR")):
        units[department] = hire(name, team="HR")
        models.RoleGrant.objects.create(
            employee=units[department],
            role="hr",
            department=models.Department.objects.get(name=department),
            starts=HIRED,
        )
    anna.set_password("fire ord i en kæde")
    anna.save()
    totp.TOTP.activate(anna, totp.generate_totp_secret())
    RecoveryCodes.activate(anna)
    passkey_of(anna)
    auditor = models.Employee.objects.create(
        first_name="Jens", last_name="Udefra", email="jens@revision.example", created_at=NOW
    )
    models.RoleGrant.objects.create(employee=auditor, role="auditor", starts=HIRED)
    return {
        "left": left,
        "half": half,
        "own": anna,
        "oth": carl,
        "led": bo,
        "ldr": leads_others,
        "hr": dorte,
        "unt": units["Udvikling"],
        "un2": units["HR"],
        "amr": eva,
        "tr": finn,
        "it": gry,
        "dpo": hans,
        "pay": ida,
        "aud": auditor,
    }


@pytest.fixture
def browsers(everybody: dict[str, Employee], as_: Callable[[Employee], Client]) -> dict[str, Client]:
    """A browser for each column, signed in the way the column says."""
    from django.test import Client

    found = {"out": Client(), **{who: as_(person) for who, person in everybody.items()}}
    found["half"] = Client()
    found["half"].force_login(everybody["half"])
    return found


@pytest.fixture
def records(
    anna: Employee,
    bo: Employee,
    dorte: Employee,
    everybody: dict[str, Employee],
    offer: Callable[..., Any],
    sign: Callable[..., None],
    policy: Any,
) -> dict[str, tuple[Any, ...]]:
    """The arguments of an address for each word in the table's column “of”; what belongs to someone is Anna's."""
    from hjemmedag.apps.agreements.models import Application
    from hjemmedag.apps.documents import actions as documents
    from hjemmedag.apps.documents.models import Document
    from hjemmedag.apps.documents.queries import file_of
    from hjemmedag.apps.people import models as people
    from hjemmedag.apps.policy import models as policies

    arrangement = offer(anna, by=bo)
    sign(arrangement)
    evidence = Document.objects.get(evidence_of__isnull=False)
    offered = documents.offer(
        pdf=file_of(evidence.evidence_of_id),
        kind="addendum",
        language="da",
        title="Tillæg",
        about=anna.pk,
        parties=[("employee", anna.pk), ("employer", dorte.pk)],
        now=NOW,
        actor=bo.pk,
    )
    # Nobody has all three at once; their pages are asked for all the same.
    waiting, draft = (Application.objects.get(pk=arrangement.application_id) for _ in range(2))
    waiting.pk = draft.pk = draft.submitted_at = None
    waiting.save()
    draft.save()
    team = people.Team.objects.create(name="Drift")
    department = people.Department.objects.get(name="Udvikling")
    people.TeamPlacement.objects.create(team=team, department=department, starts=HIRED)
    beside = people.TeamMembership.objects.create(employee=anna, team=team, starts=HIRED, home=False)
    sick = people.Absence.objects.create(
        employee=anna, kind=people.Absence.Kind.SICK, starts=TODAY, ends=TODAY + 3 * DAY
    )
    holiday = people.Absence.objects.create(
        employee=anna, kind=people.Absence.Kind.ANNUAL_LEAVE, starts=TODAY + 30 * DAY, ends=TODAY + 40 * DAY
    )
    # Not yet: until then Anna's manager answers.
    stand_in = people.StandIn.objects.create(employee=anna, by=dorte, starts=TODAY + 30 * DAY)
    taken_in = people.Import.objects.create(
        key="list", file_name="liste.csv", sha256="0" * 64, made_at=NOW, made_by=dorte
    )
    next_version = policies.PolicyVersion.objects.create(created_at=NOW, notice_months=1)
    clause = policies.Clause.objects.create(version=next_version, key="voluntary", position=1, heading_da="Frivilligt")
    provision = policies.Provision.objects.create(
        version=next_version, key="energy", position=1, item_da="Energi", provider="employee", ownership="none"
    )
    own = {
        "-": (),
        "demo": (),
        "person": (anna.pk,),
        "employment": (people.Employment.objects.get(employee=anna).pk,),
        "beside": (beside.pk,),
        "sick": (sick.pk,),
        "holiday": (holiday.pk,),
        "stand_in": (stand_in.pk,),
        "grant": (people.RoleGrant.objects.get(employee=dorte).pk,),
        "right": (people.SigningRight.objects.create(employee=dorte, starts=HIRED).pk,),
        "department": (department.pk,),
        "team": (team.pk,),
        "site": (people.Site.objects.first().pk,),
        "entity": (people.LegalEntity.objects.first().pk,),
        "agreement": (people.AgreementProfile.objects.create(name="Prøveoverenskomsten").pk,),
        "import": (taken_in.pk,),
        "csv": ("csv",),
        "passkey": (everybody["own"].authenticator_set.get(type="webauthn").pk,),
        "link": ("1", "set-password"),
        "provider": ("company",),
        "offered": (offered.pk,),
        "signed": (evidence.evidence_of_id,),
        "evidence": (evidence.pk,),
        "version": (policy.number,),
        "clause": (clause.key,),
        "provision": (provision.key,),
        "function": (policies.JobFunction.objects.create(name="Udvikler").pk,),
        "criteria": (_criteria(dorte),),
        "waiting": (waiting.pk,),
        "draft": (draft.pk,),
        "answered": (arrangement.application_id,),
        "arrangement": (arrangement.pk,),
        "change": (_change(arrangement),),
        "place": (_place(arrangement),),
        "stay": (_stay(anna),),
        "rule": ("worktime.daily_rest",),
        "week": (2026, 47),
        "sent": (_sent_week(anna),),
        "month": (2026, 10),
        "made": (_payroll_file(dorte),),
        "system": ("danloen",),
        "measure": (_measure(dorte),),
    }
    # As arguments, so that two records of one name are refused.
    return dict(
        **own,
        **_equipment(anna, dorte),
        **_workplaces(anna, bo),
        **_injuries(anna, dorte),
        **_seen(anna, bo),
        **_days(anna, dorte),
        **_heard(next_version, everybody, anna, bo, dorte),
    )


def _heard(
    draft: Any, everybody: dict[str, Employee], anna: Employee, bo: Employee, dorte: Employee
) -> dict[str, tuple[Any, ...]]:
    """A hearing in which the safety and the union representative are heard, and a meeting Bo has held with Anna."""
    from hjemmedag.apps.policy import actions
    from hjemmedag.core.policy.hearings import Seat

    representatives = [(Seat.SAFETY, everybody["amr"].pk), (Seat.UNION, everybody["tr"].pk)]
    hearing = actions.open_hearing(
        version=draft.pk,
        revision=draft.revision,
        parties=actions.Heard(representatives=representatives, outside=["Forbundet"]),
        answer_by=TODAY + 14 * DAY,
        actor=dorte.pk,
        today=TODAY,
        now=NOW,
    )
    said = actions.comment(
        hearing=hearing.pk,
        party=hearing.parties.get(employee=everybody["amr"]).pk,
        text="For kort tid",
        actor=everybody["amr"].pk,
        today=TODAY,
        now=NOW,
    )
    meeting = actions.Meeting(on=TODAY, starts=time(9), ends=time(10), place="", agenda="Telefontid")
    held = actions.invite(meeting=meeting, employees=[anna.pk], host=bo.pk, team={anna.pk}, today=TODAY, now=NOW)
    return {"hearing": (hearing.number,), "comment": (said.pk,), "dialogue": (held.pk,)}


def _stay(anna: Employee) -> int:
    """Anna would like to work from Spain in summer."""
    from hjemmedag.apps.agreements import actions
    from hjemmedag.rulebook.load import load

    wanted = actions.WantedStay("ES", TODAY + 200 * DAY, TODAY + 210 * DAY)
    return actions.ask_for_stay(employee=anna.pk, wanted=wanted, now=NOW, today=TODAY, rulebook=load()).pk


def _place(arrangement: Any) -> int:
    """Anna would like to work at a summer house, too."""
    from hjemmedag.apps.agreements import actions
    from hjemmedag.core.people.homes import Address
    from hjemmedag.rulebook.load import load

    wanted = actions.WantedPlace("Sommerhuset", Address("Strandvejen 9", "8420", "Knebel"), "stuen", TODAY)
    when = {"now": NOW, "today": TODAY, "rulebook": load()}
    return actions.ask_for_place(arrangement=arrangement.pk, wanted=wanted, actor=arrangement.employee_id, **when).pk


def _change(arrangement: Any) -> int:
    """Anna would like Wednesday at home, too."""
    from hjemmedag.apps.agreements import actions, queries
    from hjemmedag.apps.agreements.models import Amendment
    from hjemmedag.rulebook.load import load

    wanted = actions.Wanted(queries.pattern_of(Amendment(home_days=[0, 2, 4], hours=HOURS)), TODAY, exception="Skift")
    asked = actions.ask_for_change(
        arrangement=arrangement.pk,
        wanted=wanted,
        actor=arrangement.employee_id,
        now=NOW,
        today=TODAY,
        rulebook=load(),
    )
    return asked.pk


HOURS = {str(day): ["08:00", "16:00"] for day in range(5)}
PICTURE = b"\xff\xd8\xff what Anna's home looks like"
"""Of Anna's desk, for Bo; it lies nowhere else."""


def _seen(anna: Employee, bo: Employee) -> dict[str, tuple[Any, ...]]:
    """Bo asks to see Anna's home; another time she agreed, it began an hour ago, and she sent Bo a picture."""
    from hjemmedag.apps.people.access import viewer
    from hjemmedag.apps.workplaces import actions
    from hjemmedag.apps.workplaces.models import Photo

    def asked(now: datetime, starts: datetime) -> Any:
        what = {"way": "home", "purpose": "Se lyset", "looked_at": "Bordet", "with_whom": ""}
        proposed = actions.Proposed(**what, starts=starts)
        return actions.ask(employee=anna.pk, proposed=proposed, viewer=viewer(bo, TODAY), today=TODAY, now=now)

    new, agreed = asked(NOW, NOW + 2 * DAY), asked(NOW - DAY, NOW - DAY / 24)
    told = {"visit": agreed.pk, "employee": anna.pk, "words": "", "today": TODAY, "now": NOW - DAY}
    actions.answer_visit(said=Said.AGREES, **told)
    sent = {"employee": anna.pk, "viewer": bo.pk, "raw": PICTURE, "today": TODAY, "now": NOW}
    photo = actions.upload(subject=agreed, **sent)
    Photo.objects.update(ready_at=NOW)
    return {
        "asked": (new.pk,),
        "agreed": (agreed.pk,),
        "photo": (photo.pk,),
        "pictured": ("besoeg", agreed.pk),
        "teller": (anna.pk,),
    }


def _days(anna: Employee, dorte: Employee) -> dict[str, tuple[Any, ...]]:
    """A single day that Anna asks for, one that she has moved, and her place of work closed for a day."""
    from hjemmedag.apps.agreements import models
    from hjemmedag.apps.people.models import Site

    asked = models.AdHocDay.objects.create(employee=anna, day=TODAY + 2 * DAY, asked_at=NOW)
    moved = models.MovedDay.objects.create(
        employee=anna, home_day=TODAY + 4 * DAY, instead=TODAY + 3 * DAY, moved_at=NOW
    )
    closure = models.Closure.objects.create(
        site=Site.objects.first(), starts=TODAY + 7 * DAY, ends=TODAY + 8 * DAY, reason="Vand", by=dorte, at=NOW
    )
    batch = models.Batch.objects.create(effective_on=TODAY, made_at=NOW, made_by=dorte)
    records = {"single": (asked.pk,), "moved": (moved.pk,), "closure": (closure.pk,), "batch": (batch.pk,)}
    return {**records, "calendar": (_calendar(anna),)}


def _calendar(anna: Employee) -> str:
    """The key that Anna's own calendar reads with."""
    from hjemmedag.apps.overview import actions
    from hjemmedag.apps.people.models import Company

    Company.objects.update(features=[Company.Feature.CALENDARS.value])
    return actions.make_calendar_address(employee=anna.pk, now=NOW)


def _workplaces(anna: Employee, bo: Employee) -> dict[str, tuple[Any, ...]]:
    """Anna's assessment with a chair and a pain in it, what she told the safety representatives, and an instruction."""
    from hjemmedag.apps.workplaces import actions, queries
    from hjemmedag.apps.workplaces.models import Finding
    from hjemmedag.core.people.roles import Role
    from hjemmedag.core.workplaces.questions import Reply

    when: dict[str, Any] = {"today": TODAY, "now": NOW}
    actions.begin(employee=anna.pk, **when)
    draft = queries.draft(anna.pk)
    assert draft is not None
    no = ("way_out", "body_free_of_pain")
    actions.answer(
        employee=anna.pk, replies={each.key: Reply.NO if each.key in no else Reply.YES for each in draft.asked}
    )
    row = actions.submit(employee=anna.pk, **when)
    actions.begin(employee=anna.pk, **when)
    told = actions.tell_problem(employee=anna.pk, told="amr", words="Lampen blinker", **when)
    found = {one.question: one.pk for one in Finding.objects.all()}
    instruction = actions.instruct(employee=anna.pk, subject="Skærm", on=TODAY, actor=bo.pk, **when)
    discussed = actions.Discussed(
        on=TODAY, present=[(bo.pk, Role.HR)], others="Ledelsen", agenda="Lyd", goals="Ro", cooperation="Godt"
    )
    discussion = actions.discuss(discussed=discussed, actor=bo.pk, **when)
    return {
        "assessment": (row.pk,),
        "finding": (found["way_out"],),
        "private": (found["body_free_of_pain"],),
        "problem": (told.pk,),
        "instruct": (instruction.pk,),
        "discussion": (discussion.pk,),
        "step": (1,),
        "way": ("security",),
    }


def _injuries(anna: Employee, dorte: Employee) -> dict[str, tuple[Any, ...]]:
    """Anna's injury and a report she has begun, a near miss she told of, and an insurance in HR's register."""
    from hjemmedag.apps.workplaces import actions
    from tests.apps.workplaces.injured import injure

    hurt = injure(anna)
    begun = actions.begin_injury(employee=anna.pk, writer=anna.pk, today=TODAY, now=NOW)
    said = {"on": TODAY, "place": "Kontoret", "what": "Skærmen vippede", "prevent": ""}
    missed = actions.tell_near_miss(employee=anna.pk, **said, today=TODAY, now=NOW)
    insured = actions.Insured(
        kind="work_injury",
        insurer="Tryghed",
        policy_number="1",
        clarified="",
        starts=TODAY,
        ends=None,
        review_on=TODAY + 90 * DAY,
    )
    insurance = actions.insure(insured=insured, replaces=None, actor=dorte.pk, now=NOW)
    return {"injury": (hurt.pk,), "begun": (begun.pk,), "near_miss": (missed.pk,), "insurance": (insurance.pk,)}


def _equipment(anna: Employee, dorte: Employee) -> dict[str, tuple[Any, ...]]:
    """A kind, an item in stock, and one that Anna has, has not signed for, and finds a fault in."""
    from hjemmedag.apps.equipment import actions
    from hjemmedag.apps.people.models import Site

    kind = actions.add_kind(kind=actions.KindFacts(name="Skærm", benefit="computer"), actor=dorte.pk, now=NOW)
    facts = {"kind": kind.pk, "site": Site.objects.first().pk}
    free, out = (
        actions.add_item(item=actions.ItemFacts(number=number, **facts), actor=dorte.pk, now=NOW)
        for number in ("S-1", "S-2")
    )
    given = actions.hand_over(employee=anna.pk, items=[out.pk], return_on=None, actor=dorte.pk, today=TODAY, now=NOW)
    loan = given.loans.get().pk
    fault = actions.ask_for_repair(
        loan=loan, employee=anna.pk, way="remote", damaged=False, words="Sort skærm", now=NOW
    )
    said = {"kind": "supplies", "what": "Papir", "amount": 300, "on": TODAY, "voucher": ""}
    order = actions.ask_for_money(employee=anna.pk, **said, today=TODAY, now=NOW)
    ordered = actions.order(employee=anna.pk, kind=kind.pk, due=TODAY, actor=dorte.pk, now=NOW)
    return {
        "order": (order.pk,),
        "ordered": (ordered.pk,),
        "kind": (kind.pk,),
        "free": (free.pk,),
        "lent": (out.pk,),
        "borrower": (anna.pk,),
        "loan": (loan,),
        "handover": (given.pk,),
        "receipt": (given.document_id,),
        "fault": (fault.pk,),
    }


def _criteria(dorte: Employee) -> int:
    """The number of a set of criteria."""
    from hjemmedag.apps.policy import actions
    from hjemmedag.core.policy.criteria import Criterion

    chosen = [Criterion("policy_read")]
    when = {"starts": TODAY, "today": TODAY, "now": NOW}
    return actions.choose_criteria(was=0, criteria=chosen, why="Prøve", actor=dorte.pk, **when).number


def _measure(dorte: Employee) -> int:
    """A control measure that HR has announced."""
    from hjemmedag.apps.security import actions

    what = {"kind": "place_shares", "purpose": "Plads på kontoret"}
    return actions.announce(**what, starts=TODAY + 60 * DAY, actor=dorte.pk, today=TODAY, now=NOW).pk


def _sent_week(anna: Employee) -> int:
    """A week that Anna's manager may answer."""
    from hjemmedag.apps.worktime import actions
    from hjemmedag.apps.worktime.models import Week

    monday = TODAY - 7 * DAY
    actions.confirm(employee=anna.pk, monday=monday, revision=0, now=NOW)
    return Week.objects.get(employee=anna, monday=monday).pk


def _payroll_file(maker: Employee) -> int:
    """A file that was made for payroll."""
    from hjemmedag.apps.worktime.models import PayrollFile

    about = {"month": date(2026, 10, 1), "profile": "generic", "number": 1, "name": "fil.csv", "content": b"1"}
    return PayrollFile.objects.create(**about, sha256="0" * 64, people=1, made_by=maker, made_at=NOW).pk


@pytest.fixture
def world(browsers: dict[str, Client], records: dict[str, tuple[Any, ...]]) -> World:
    """Who asks, and for what."""
    return World(browsers, records)
