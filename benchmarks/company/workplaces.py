"""Homes as places of work: everyone assessed theirs last year, and each chair is waited for or being seen to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from benchmarks.company.staff import Staff, lead_of, make
from hjemmedag.apps.workplaces.models import (
    Assessment,
    EyeAnswer,
    Finding,
    Instruction,
    Judgement,
    Measure,
    Photo,
    PhotoDeletion,
    PhotoLook,
    PrivateReplies,
    Visit,
    VisitAnswer,
)
from hjemmedag.core.workplaces.questions import on
from hjemmedag.rulebook.questions import load

AGO = timedelta(days=200)


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
    _seen({pk: lead for pk, lead in leads.items() if pk != lead}, now)


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
