"""Assessing one's own home: begun, answered a little at a time, and sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.actions.judging import judge
from hjemmedag.apps.workplaces.models import Assessment, Finding, PrivateReplies, Sharing
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.questions import Reply


@transaction.atomic
def begin(*, employee: int, today: date, now: datetime, place: int | None = None) -> Assessment:
    """The assessment that this person has begun; a new one where there is none, with the questions that fit today.

    One is filled in at a time: of the home, or of an agreed place beside it, which must be this person's own.
    """
    people_actions.hold({employee})
    begun = Assessment.objects.filter(employee=employee, submitted_on__isnull=True).first()
    if begun is not None and begun.place_id == place:
        return begun
    if begun is not None:
        raise Refused(_("You have begun to assess another place. Send that first, then begin with this one."))
    if place is not None and not queries.own_place(employee, place, today):
        raise Refused(_("That place isn’t agreed, or doesn’t count any more. Reload the page to see it."))
    judge(employees={employee}, today=today, now=now, coming=True)
    judgement = queries.latest_judgement(employee)
    row = Assessment.objects.create(
        employee_id=employee,
        place_id=place,
        asked_from=queries.question_set(today).start,
        covered=judgement is not None and judgement.covered,
        sure=judgement is not None and judgement.sure,
        begun_at=now,
    )
    PrivateReplies.objects.create(assessment=row)
    return row


@transaction.atomic
def answer(*, employee: int, replies: Mapping[str, Reply]) -> None:
    """Keep these answers beside those already given; the last one to a question counts. A draft leaves no trace.

    Raises `Stale` where there is no draft: it was sent meanwhile.
    """
    row = _draft(employee)
    asked = {each.key: each for each in queries.shown(row, private=True).asked}
    for key, reply in replies.items():
        if key in asked and reply in asked[key].replies:
            into = row.private.replies if asked[key].topic in queries.PRIVATE else row.replies
            into[key] = reply.value
    row.save(update_fields=["replies"])
    row.private.save(update_fields=["replies"])


@transaction.atomic
def submit(*, employee: int, today: date, now: datetime) -> Assessment:
    """Send the assessment: every no becomes a finding. Raises `Refused` while a question waits for its answer."""
    row = _draft(employee)
    shown = queries.shown(row, private=True)
    if shown.open:
        left = len(shown.open)
        words = ngettext("%(n)s question is not answered yet.", "%(n)s questions are not answered yet.", left)
        raise Refused(words % {"n": left})
    row.submitted_on, row.submitted_at = today, now
    row.save(update_fields=["submitted_on", "submitted_at"])
    asked = queries.question_set(row.asked_from)
    findings = [
        Finding.objects.create(
            employee_id=employee,
            assessment=row,
            question=each.key,
            topic=each.topic,
            is_law=each.is_law(covered=row.sure),
            private=each.topic in queries.PRIVATE,
            on=today,
        )
        for each in asked.failing(shown.replies, covered=row.covered)
    ]
    audit.record(
        action="workplaces.assess",
        actor=employee,
        now=now,
        subject=row,
        about=employee,
        data={"covered": row.covered, "findings": sum(not one.private for one in findings)},
        rows=[row, row.private, *findings],
    )
    return row


def _draft(employee: int) -> Assessment:
    people_actions.hold({employee})
    row = Assessment.objects.filter(employee=employee, submitted_on__isnull=True).select_related("private").first()
    if row is None:
        raise Stale(_("There is no assessment to fill in: it was sent, or never begun."))
    return row


@transaction.atomic
def share(*, employee: int, assessment: int, now: datetime) -> Sharing:
    """Let the safety representatives read one's own assessment, but for what is about body and well-being."""
    people_actions.hold({employee})
    row = Assessment.objects.get(pk=assessment, employee=employee, submitted_on__isnull=False)
    known = row.sharings.filter(withdrawn_at__isnull=True).first()
    if known is not None:
        return known
    sharing = Sharing.objects.create(assessment=row, at=now)
    audit.record(action="workplaces.share", actor=employee, now=now, subject=sharing, about=employee, rows=[sharing])
    return sharing


@transaction.atomic
def withdraw_sharing(*, employee: int, assessment: int, now: datetime) -> None:
    """From now on nobody but the person reads it any more."""
    people_actions.hold({employee})
    mine = Sharing.objects.filter(assessment=assessment, assessment__employee=employee, withdrawn_at__isnull=True)
    for sharing in mine:
        sharing.withdrawn_at = now
        sharing.save(update_fields=["withdrawn_at"])
        audit.record(
            action="workplaces.unshare", actor=employee, now=now, subject=sharing, about=employee, rows=[sharing]
        )
