"""Legal entities: the employers on paper, and a merger of one into another."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.succession import Changes
from hjemmedag.apps.people.models import Employment, EmploymentTerms, LegalEntity
from hjemmedag.core.refusals import Refused
from hjemmedag.ui.words import day_date


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
    entities = {row.pk: row for row in LegalEntity.objects.select_for_update().filter(pk__in=(entity, into))}
    leaving, taking = entities[entity], entities[into]
    _refuse_merger(leaving, taking, on)
    changes = Changes()
    lasting = Employment.objects.select_for_update().filter(legal_entity=leaving).exclude(ends__lte=on)
    employments = list(lasting.prefetch_related("terms"))
    for employment in employments:
        changes += _take_over(employment, taking, on)
    leaving.ends, leaving.merged_into = on, taking
    leaving.save(update_fields=["ends", "merged_into"])
    audit.record(
        action="people.merge_entities",
        actor=actor,
        now=now,
        subject=leaving,
        data={"into": taking.pk, "from": on.isoformat(), "employments": len(employments)},
        rows=[leaving, *changes.written],
    )
    return len(employments)


def _refuse_merger(leaving: LegalEntity, taking: LegalEntity, on: date) -> None:
    if leaving == taking:
        raise Refused(_("A company can't be merged into itself. Choose another."))
    for one in (leaving, taking):
        if on not in one.period or one.starts == on:
            raise Refused(
                _("%(entity)s is no employer on %(day)s. Choose another date.")
                % {"entity": one.name, "day": day_date(on)}
            )


def _take_over(employment: Employment, taking: LegalEntity, on: date) -> Changes:
    """One employment goes on with the other entity; one that has not begun yet simply begins there."""
    seniority = employment.seniority_from or employment.starts
    if employment.starts >= on:
        employment.legal_entity = taking
        employment.save(update_fields=["legal_entity"])
        return Changes([employment])
    after = Employment.objects.create(
        employee_id=employment.employee_id,
        legal_entity=taking,
        starts=on,
        ends=employment.ends,
        seniority_from=seniority,
    )
    employment.ends = on
    employment.save(update_fields=["ends"])
    changes = Changes([employment, after])
    for terms in employment.terms.all():
        if terms.starts >= on:
            terms.employment = after
            terms.save(update_fields=["employment"])
            changes.written.append(terms)
        elif terms.ends is None or terms.ends > on:
            going_on = EmploymentTerms.objects.get(pk=terms.pk)
            going_on.pk, going_on.employment, going_on.starts = None, after, on
            terms.ends = on
            terms.save(update_fields=["ends"])
            going_on.save(force_insert=True)
            changes.written += [terms, going_on]
    return changes


def _refuse_taken(cvr: str, but: LegalEntity | None) -> None:
    others = LegalEntity.objects.filter(~Q(pk=but.pk) if but else Q(), cvr=cvr)
    if other := others.first():
        raise Refused(_("%(entity)s already has CVR %(cvr)s. Check the number.") % {"entity": other.name, "cvr": cvr})
