"""Legal entities: the employers on paper, and a merger of one into another."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.models import Employment, EmploymentTerms, LegalEntity
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date

BATCH = 1000


@transaction.atomic
def add_entity(*, name: str, cvr: str, starts: date, actor: int | None, now: datetime) -> LegalEntity:
    """A new employer on paper, from a day."""
    _refuse_taken(cvr, None)
    entity = LegalEntity.objects.create(name=name, cvr=cvr, starts=starts)
    audit.record(action="people.add_entity", actor=actor, now=now, subject=entity, rows=[entity])
    return entity


@transaction.atomic
def correct_entity(*, entity: int, name: str, cvr: str, actor: int, now: datetime) -> None:
    """Correct name or CVR number."""
    row = LegalEntity.objects.select_for_update().get(pk=entity)
    _refuse_taken(cvr, row)
    before, row.name, row.cvr = [row.name, row.cvr], name, cvr
    row.save(update_fields=["name", "cvr"])
    audit.record(action="people.correct_entity", actor=actor, now=now, subject=row, data={"before": before}, rows=[row])


@transaction.atomic
def merge_entities(*, entity: int, into: int, on: date, actor: int, now: datetime) -> int:
    """From `on` one entity's employees are employed by another, with the seniority they had. Returns how many moved.

    Whoever takes over a business takes over its employment contracts as they are: terms, and what is counted from the
    first day, go along.
    """
    entities = LegalEntity.objects.select_for_update().in_bulk([entity, into])
    leaving, taking = entities[entity], entities[into]
    lasting = Employment.objects.filter(legal_entity=leaving).exclude(ends__lte=on)
    _refuse_merger(leaving, taking, lasting, on)
    coming = list(lasting.select_for_update().filter(starts__gte=on))
    begun = list(lasting.select_for_update().filter(starts__lt=on))
    goes_on = {one.pk: _continued(one, taking, on) for one in begun}
    Employment.objects.bulk_create(goes_on.values(), batch_size=BATCH)
    terms = _take_terms(lasting.filter(starts__lt=on), goes_on, on)
    lasting.filter(starts__gte=on).update(legal_entity=taking)
    lasting.filter(starts__lt=on).update(ends=on)
    leaving.ends, leaving.merged_into = on, taking
    leaving.save(update_fields=["ends", "merged_into"])
    moved = len(coming) + len(begun)
    audit.record(
        action="people.merge_entities",
        actor=actor,
        now=now,
        subject=leaving,
        data={"into": taking.pk, "from": on.isoformat(), "employments": moved},
        rows=[leaving, *coming, *begun, *goes_on.values(), *terms],
    )
    return moved


def _refuse_merger(leaving: LegalEntity, taking: LegalEntity, lasting: QuerySet[Employment], on: date) -> None:
    if leaving == taking:
        raise Refused(_("A company can't be merged into itself. Choose another."))
    for one in (leaving, taking):
        if on not in one.period or one.starts == on:
            raise Refused(
                _("%(entity)s is no employer on %(day)s. Choose another date.")
                % {"entity": one.name, "day": day_date(on)}
            )
    same_day = Employment.objects.filter(legal_entity=taking, starts=on, employee__in=lasting.values("employee"))
    if clash := same_day.select_related("employee").first():
        raise Refused(
            _("%(name)s begins at %(entity)s that very day. Choose another date.")
            % {"name": clash.employee.name, "entity": taking.name}
        )


def _continued(employment: Employment, taking: LegalEntity, on: date) -> Employment:
    """What goes on with the other entity, with the seniority that was reached."""
    return Employment(
        employee_id=employment.employee_id,
        legal_entity=taking,
        starts=on,
        ends=employment.ends,
        seniority_from=employment.seniority_from or employment.starts,
    )


def _take_terms(begun: QuerySet[Employment], goes_on: Mapping[int, Employment], on: date) -> list[EmploymentTerms]:
    """Terms that hold on the day are split there; those to come move with their employment."""
    rows = EmploymentTerms.objects.filter(employment__in=begun.values("pk"))
    holding = rows.on(on).filter(starts__lt=on)
    held, later = list(holding), list(rows.filter(starts__gte=on))
    rest = [copy(row) for row in held]
    for row in rest:
        row.pk, row.employment, row.starts = None, goes_on[row.employment_id], on
    for row in later:
        row.employment = goes_on[row.employment_id]
    holding.update(ends=on)
    EmploymentTerms.objects.bulk_create(rest, batch_size=BATCH)
    EmploymentTerms.objects.bulk_update(later, ["employment"], batch_size=BATCH)
    return [*held, *later, *rest]


def _refuse_taken(cvr: str, but: LegalEntity | None) -> None:
    others = LegalEntity.objects.filter(~Q(pk=but.pk) if but else Q(), cvr=cvr)
    if other := others.first():
        raise Refused(_("%(entity)s already has CVR %(cvr)s. Check the number.") % {"entity": other.name, "cvr": cvr})
