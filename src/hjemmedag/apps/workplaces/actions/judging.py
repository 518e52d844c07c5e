"""Judging screen work at home: what holds is written down when it changes, and what changed calls for an assessment."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import Judgement, Occasion

CENT = Decimal("0.01")
COMPARED = ("covered", "sure", "because", "by", "home_hours", "works_at_home")


@transaction.atomic
def judge(
    *, employees: Collection[int] | None = None, today: date, now: datetime, coming: bool = False
) -> list[Judgement]:
    """Judge these people, or everyone who works at home or did; returns what is new of them.

    Crossing the line, more hours at home, a move and a first arrangement are occasions for an assessment. `coming`: an
    arrangement of one person that has not begun counts as well.
    """
    who = queries.to_judge(today) if employees is None else set(employees)
    people_actions.hold(who)
    before, found = queries.latest_judgements(who), queries.screens(who, today, coming=coming)
    changed = []
    for employee in sorted(who):
        row = _judgement(employee, found.get(employee), today)
        old = before.get(employee)
        if old is None and not row.works_at_home:
            continue
        if old is None or any(getattr(old, name) != getattr(row, name) for name in COMPARED):
            row.pk = old.pk if old is not None and old.on == today else None
            row.save()
            changed.append(row)
    noted = _noted(changed, before, today, now)
    if changed or noted:
        audit.record(
            action="workplaces.judge", actor=None, now=now, data={"people": len(changed)}, rows=[*changed, *noted]
        )
    return changed


def _judgement(employee: int, screen: queries.Screen | None, today: date) -> Judgement:
    row = Judgement(employee_id=employee, on=today, covered=False, because="", by=Judgement.By.PLAN)
    row.works_at_home, row.home_hours = screen is not None, Decimal("0.00")
    if screen is not None:
        row.covered, row.sure, row.because = screen.covered, screen.sure, screen.answer.because or ""
        row.by, row.home_hours = screen.by, screen.home_hours.quantize(CENT)
    return row


def _noted(changed: list[Judgement], before: Mapping[int, Judgement], today: date, now: datetime) -> list[Occasion]:
    """The occasions that aren't on record yet. Those who work at home now are looked at for moves, too."""
    homes = {pk for pk, row in before.items() if row.works_at_home} | {
        row.employee_id for row in changed if row.works_at_home
    }
    assessed = queries.last_assessed(homes)
    wanted = {(row.employee_id, kind, today) for row in changed for kind in _kinds(row, before, assessed)}
    moves = people.moves(homes, today)
    wanted |= {(who, "move", day) for who, day in moves.items() if who in assessed and day > assessed[who][0]}
    known = set(Occasion.objects.filter(employee__in=homes).values_list("employee", "kind", "on"))
    rows = [Occasion(employee_id=who, kind=kind, on=day, at=now) for who, kind, day in sorted(wanted - known)]
    for row in rows:
        row.save()
    return rows


def _kinds(row: Judgement, before: Mapping[int, Judgement], assessed: Mapping[int, tuple[date, bool]]) -> Iterator[str]:
    """What one change calls for. Before a first assessment it is the arrangement alone that does."""
    if not row.works_at_home:
        return
    if row.employee_id not in assessed:
        if (old := before.get(row.employee_id)) is None or not old.works_at_home:
            yield Occasion.Kind.ARRANGEMENT
        return
    if row.covered and not assessed[row.employee_id][1]:
        yield Occasion.Kind.COVERED
    old = before.get(row.employee_id)
    if old is not None and old.works_at_home and row.home_hours > old.home_hours:
        yield Occasion.Kind.MORE_DAYS
