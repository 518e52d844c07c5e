"""Homes as places of work: everyone assessed theirs last year, and each chair is waited for or being seen to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from benchmarks.company.staff import HR, Staff, lead_of, make
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import (
    Account,
    Aftermath,
    Assessment,
    CountedRisks,
    Discussion,
    EyeAnswer,
    Filing,
    Finding,
    Injury,
    InjuryDraft,
    InjuryHealth,
    Instruction,
    Insurance,
    Judgement,
    Measure,
    NearMiss,
    Participant,
    Photo,
    PhotoDeletion,
    PhotoLook,
    PrivateReplies,
    RiskFigures,
    Visit,
    VisitAnswer,
)
from hjemmedag.core.workplaces.questions import on
from hjemmedag.rulebook.questions import load

AGO = timedelta(days=200)
MOST_DISCUSSIONS = 60


def write(staff: Staff, *, today: date, now: datetime) -> None:
    """A judgement, an assessment, a finding and an instruction each; every other finding has its measure."""
    day, asked = today - AGO, on(load(), today)
    replies = {each.key: "yes" for each in asked.asked(covered=True)} | {"chair_stable": "no"}
    judged = {"on": day, "covered": True, "because": "home_above", "by": "plan", "works_at_home": True}
    make(Judgement, [Judgement(employee_id=pk, home_hours=Decimal("22.20"), **judged) for pk in staff.people])
    sent = {"asked_from": asked.start, "covered": True, "replies": replies, "begun_at": now - AGO}
    rows = [Assessment(employee_id=pk, submitted_on=day, submitted_at=now - AGO, **sent) for pk in staff.people]
    assessments = make(Assessment, rows)
    make(PrivateReplies, [PrivateReplies(assessment=one) for one in assessments])
    chair = {"question": "chair_stable", "topic": "chair", "is_law": True, "on": day}
    findings = make(Finding, [Finding(employee_id=one.employee_id, assessment=one, **chair) for one in assessments])
    leads = {pk: staff.people[lead_of(place) or 0] for place, pk in enumerate(staff.people)}
    what = {"cause": "Stolen er slidt", "what": "En ny stol", "due": today + timedelta(days=10)}
    make(
        Measure,
        [
            Measure(finding=one, owner_id=leads[one.employee_id], by_id=leads[one.employee_id], **what)
            for one in findings[::2]
        ],
    )
    make(EyeAnswer, [EyeAnswer(employee_id=pk, on=day, tested_on=day, at=now - AGO) for pk in staff.people])
    make(
        Instruction,
        [Instruction(employee_id=pk, subject="Skærm, bord og stol", on=day, by_id=leads[pk]) for pk in staff.people],
    )
    counted = CountedRisks.objects.create(month=today.replace(day=1), on=today, at=now)
    figures = queries.figures(today)
    for one in figures:
        one.counted = counted
    make(RiskFigures, figures)
    _discuss(staff, today, now)
    _happened(staff.people, today=today, now=now)
    _seen({pk: lead for pk, lead in leads.items() if pk != lead}, now)


def _discuss(staff: Staff, today: date, now: datetime) -> None:
    """More of them than any company will ever have: a list must not grow slower for it."""
    hr, number = staff.people[HR], min(len(staff.people), MOST_DISCUSSIONS)
    said = {"agenda": "Hjemmearbejde", "goals": "Alle hjem vurderet", "cooperation": "Godt", "by_id": hr, "at": now}
    held = [Discussion(on=today - timedelta(days=100 + 30 * back), **said) for back in range(number)]
    rows = make(Discussion, held)
    make(Participant, [Participant(discussion=one, employee_id=hr, role="hr") for one in rows])


def _happened(people: Sequence[int], *, today: date, now: datetime) -> None:
    """An injury each, every other one with absence and a report, a report begun, a near miss and an insurance."""
    day = today - timedelta(days=6)
    injuries = make(Injury, [Injury(employee_id=pk, by_id=pk, at=now) for pk in people])
    said = {"on": day, "place": "Kontoret", "task": "Udvikler", "what": "Et fald", "link": "Efter vand", "at": now}
    make(Account, [Account(injury=one, by_id=one.employee_id, **said) for one in injuries])
    hurt = {"body_part": "Arm", "at": now}
    make(InjuryHealth, [InjuryHealth(injury=one, by_id=one.employee_id, **hurt) for one in injuries])
    away = {"first_away": day + timedelta(days=1), "claim_expected": True, "at": now}
    make(Aftermath, [Aftermath(injury=one, by_id=one.employee_id, **away) for one in injuries[::2]])
    filed = {"reported": True, "on": today, "reference": "1", "at": now}
    make(Filing, [Filing(injury=one, by_id=one.employee_id, **filed) for one in injuries[::4]])
    begun = {"said": {"on": day.isoformat()}, "kept_at": now}
    make(InjuryDraft, [InjuryDraft(writer_id=pk, employee_id=pk, **begun) for pk in people])
    missed = {"on": day, "place": "Kontoret", "what": "Skærmen vippede", "at": now}
    make(NearMiss, [NearMiss(employee_id=pk, **missed) for pk in people])
    insured = {"insurer": "Tryghed", "policy_number": "1", "starts": day, "review_on": today, "at": now}
    make(Insurance, [Insurance(kind="work_injury", by_id=pk, **insured) for pk in people[:1]])


def _seen(leads: Mapping[int, int], now: datetime) -> None:
    """Each was asked once for a visit that is to come and once for one that has begun, and sent two pictures."""
    what = {"way": "video", "purpose": "Se lyset", "looked_at": "Bordet", "asked_at": now - AGO}
    for days in (3, -1):
        visits = make(
            Visit,
            [
                Visit(employee_id=pk, asked_by_id=lead, starts=now + timedelta(days=days), **what)
                for pk, lead in leads.items()
            ],
        )
    make(VisitAnswer, [VisitAnswer(visit=one, said="agrees", words="Ja", at=now - AGO) for one in visits])
    kept = {"uploaded_at": now, "ready_at": now, "delete_by": (now + timedelta(days=90)).date()}
    for file in ("", "pictures/none"):
        photos = make(
            Photo,
            [
                Photo(employee_id=one.employee_id, viewer_id=one.asked_by_id, visit=one, file=file, **kept)
                for one in visits
            ],
        )
        make(PhotoLook, [PhotoLook(photo=one, by_id=one.viewer_id, at=now) for one in photos])
        if not file:
            make(
                PhotoDeletion, [PhotoDeletion(photo=one, why="decided", by_id=one.viewer_id, at=now) for one in photos]
            )
