"""From finding to closed: a measure with its cause, its owner and its day; carried out; and rated anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.actions.photos import delete_photo
from hjemmedag.apps.workplaces.models import Finding, Measure, Photo, PhotoDeletion, Rerating
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.findings import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is to be done: the cause, what, by whom and by when."""

    cause: str
    what: str
    owner: int
    due: date


@transaction.atomic
def tell_problem(*, employee: int, told: str, words: str, today: date, now: datetime) -> Finding:
    """A problem at one's own place of work, in one's own words, to a safety representative or to HR."""
    if not words.strip():
        raise Refused(_("Write what the problem is."))
    people_actions.hold({employee})
    row = Finding.objects.create(employee_id=employee, told=told, words=words.strip(), on=today)
    audit.record(
        action="workplaces.tell_problem",
        actor=employee,
        now=now,
        subject=row,
        about=employee,
        data={"to": told},
        rows=[row],
    )
    return row


@transaction.atomic
def plan(*, finding: int, planned: Planned, revision: int, actor: int, today: date, now: datetime) -> Measure:
    """Plan what is done, or change the plan while it isn't carried out. After a measure that didn't help, a new one.

    `revision` is the measure's as the page showed it, 0 before there was one. Raises `Stale` when someone was first.
    """
    return written(held(finding), planned, revision=revision, actor=actor, today=today, now=now)


def written(
    latest: queries.Followed,
    planned: Planned,
    *,
    revision: int,
    actor: int,
    today: date,
    now: datetime,
    order: int | None = None,
) -> Measure:
    """The measure of a finding that is `held`, as it is planned; `order` is the equipment ordered for it, if any."""
    row = latest.finding
    if latest.stage in (Stage.CARRIED_OUT, Stage.CLOSED):
        raise Stale(_("The measure is carried out already. Look again before you change it."))
    measure = latest.measure if latest.stage is Stage.PLANNED else None
    if revision != (measure.revision if measure else 0):
        raise Stale(_("Someone changed the measure while you were writing. Look again before you save."))
    if planned.due < today:
        raise Refused(_("The day lies in the past. Choose one that is still to come."))
    if not people.employed(today).filter(pk=planned.owner).exists():
        raise Refused(_("Whoever sees to it must be employed here. Choose someone else."))
    if row.private and planned.owner not in (row.employee_id, actor):
        raise Refused(_("This is about body or well-being: only you and the person may know of it."))
    if measure is None:
        measure = Measure(finding=row)
    else:
        measure.revision += 1
    measure.cause, measure.what, measure.due = planned.cause.strip(), planned.what.strip(), planned.due
    measure.owner_id, measure.by_id = planned.owner, actor
    measure.order_id = order or measure.order_id
    measure.save()
    audit.record(
        action="workplaces.plan",
        actor=actor,
        now=now,
        subject=measure,
        about=_about(row),
        data={"finding": row.pk, "due": planned.due.isoformat(), "owner": planned.owner},
        rows=[measure],
    )
    return measure


@transaction.atomic
def carry_out(*, finding: int, revision: int, actor: int, today: date, now: datetime) -> Measure:
    """The measure's owner has carried it out; now the person rates it. Raises `Stale` when the plan has changed."""
    latest = held(finding)
    row, measure = latest.finding, latest.measure
    if latest.stage is not Stage.PLANNED or measure is None or measure.revision != revision:
        raise Stale(_("The measure has changed meanwhile. Look again before you go on."))
    if measure.waits_for_equipment:
        raise Refused(_("It is ordered. When it is handed over, the measure is carried out."))
    measure.carried_out_on = today
    measure.revision += 1
    measure.save(update_fields=["carried_out_on", "revision"])
    audit.record(
        action="workplaces.carry_out",
        actor=actor,
        now=now,
        subject=measure,
        about=_about(row),
        data={"finding": row.pk},
        rows=[measure],
    )
    return measure


@transaction.atomic
def rerate(*, finding: int, in_order: bool, employee: int, today: date, now: datetime) -> Rerating:
    """The person says whether it is in order now: a yes closes the finding and deletes its pictures, a no opens it."""
    latest = held(finding)
    row = latest.finding
    if row.employee_id != employee or latest.stage is not Stage.CARRIED_OUT or latest.measure is None:
        raise Stale(_("There is nothing to rate here now."))
    rating = Rerating.objects.create(measure=latest.measure, in_order=in_order, on=today, at=now)
    audit.record(
        action="workplaces.rerate",
        actor=employee,
        now=now,
        subject=rating,
        about=_about(row),
        data={"finding": row.pk, "in_order": in_order},
        rows=[rating],
    )
    if in_order:
        for photo in Photo.objects.filter(finding=row).exclude(file="").order_by("pk"):
            delete_photo(photo=photo.pk, why=PhotoDeletion.Why.DECIDED, by=employee, now=now)
    return rating


def held(finding: int) -> queries.Followed:
    """How far the finding has come; nobody else changes it until this is done."""
    Finding.objects.select_for_update().get(pk=finding)
    return queries.followed(Finding.objects.filter(pk=finding))[0]


def _about(finding: Finding) -> int | None:
    """Whom the entry is about; nobody where even that a plan exists says something of body or well-being."""
    return None if finding.private else finding.employee_id
