"""Telling of an injury, correcting it, and what comes of it. Nothing that was written is changed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from django.db import models, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.actions.injury_drafts import held_draft
from hjemmedag.apps.workplaces.models import Account, Aftermath, Death, Injury, InjuryHealth, Occasion
from hjemmedag.core.instants import local
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What happened, when and where, at what task, and what it had to do with the work."""

    on: date
    clock: time | None
    place: str
    task: str
    what: str
    link: str
    seen_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """What was hurt and how."""

    body_part: str
    harm: str


@transaction.atomic
def tell_injury(*, draft: int, writer: int, told: Told, hurt: Hurt | None, now: datetime) -> Injury:
    """Send a report. The home is to be assessed again, and whoever it is about hears of it when another wrote it.

    Only the injured person says what was hurt. Raises `Refused` for a day ahead or outside the employment, and where
    the writer no longer reports for the person; `Stale` where the draft is gone.
    """
    begun = held_draft(draft, writer)
    employee, today = begun.employee_id, local(now).date()
    if not queries.reportable(people.viewer(begun.writer, today), today).filter(pk=employee).exists():
        raise Refused(_("You no longer report injuries for this person. Tell HR what happened."))
    _check(employee, told, now)
    row = Injury.objects.create(employee_id=employee, by_id=writer, at=now)
    rows: list[models.Model] = [row, _account(row, told, writer, now)]
    if hurt is not None and hurt.body_part and writer == employee:
        rows.append(InjuryHealth.objects.create(injury=row, by_id=writer, at=now, **asdict(hurt)))
    occasion, new = Occasion.objects.get_or_create(
        employee_id=employee, kind=Occasion.Kind.INJURY, on=told.on, defaults={"at": now}
    )
    begun.delete()
    if writer != employee:
        letter = outbox.Letter(
            key=f"workplaces.injury_told:{row.pk}",
            recipient=employee,
            template="workplaces/mail/injury_told",
            facts={"injury": row.pk},
        )
        outbox.write([letter], now=now)
    audit.record(
        action="workplaces.tell_injury",
        actor=writer,
        now=now,
        subject=row,
        about=employee,
        data={"on_behalf": writer != employee},
        rows=[*rows, occasion] if new else rows,
    )
    return row


@transaction.atomic
def correct_injury(*, injury: int, told: Told, revision: int, actor: int, now: datetime) -> Account:
    """Tell it anew; what stood before stays below it, and the home is assessed for the day that holds now.

    Raises `Refused` for a day that can't be meant, and `Stale` when someone was first.
    """
    row = held_injury(injury, revision)
    _check(row.employee_id, told, now)
    _check_order(row, told.on)
    was = _latest(row).on
    account = _account(row, told, actor, now)
    rows: list[models.Model] = [row, account]
    removed: list[models.Model] = []
    if told.on != was:
        mine = Occasion.objects.filter(employee=row.employee_id, kind=Occasion.Kind.INJURY)
        occasion, new = mine.get_or_create(
            employee_id=row.employee_id, kind=Occasion.Kind.INJURY, on=told.on, defaults={"at": now}
        )
        rows += [occasion] if new else []
        others = queries.with_latest(Injury.objects.filter(employee=row.employee_id).exclude(pk=row.pk))
        if not others.filter(injured_on=was).exists():
            removed = list(mine.filter(on=was))
            mine.filter(on=was).delete()
    audit.record(
        action="workplaces.correct_injury",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        rows=rows,
        removed=removed,
    )
    return account


@transaction.atomic
def write_hurt(*, injury: int, hurt: Hurt, revision: int, actor: int, now: datetime) -> InjuryHealth:
    """What was hurt, by the person or the named handler. The entry doesn't say what."""
    row = held_injury(injury, revision)
    written = InjuryHealth.objects.create(injury=row, by_id=actor, at=now, **asdict(hurt))
    audit.record(
        action="workplaces.write_hurt", actor=actor, now=now, subject=row, about=row.employee_id, rows=[row, written]
    )
    return written


@transaction.atomic
def note_aftermath(
    *,
    injury: int,
    first_away: date | None,
    last_away: date | None,
    claim_expected: bool,
    revision: int,
    actor: int,
    today: date,
    now: datetime,
) -> Aftermath:
    """The days away and whether compensation may be claimed. Raises `Refused` for days that can't be meant."""
    row = held_injury(injury, revision)
    if last_away is not None and first_away is None:
        raise Refused(_("Write the first day away, too."))
    if first_away is not None and first_away <= _latest(row).on:
        raise Refused(_("The day of the injury itself does not count. The first day away comes after it."))
    if max(first_away or today, last_away or today) > today:
        raise Refused(_("The day lies ahead. Leave the last day empty as long as you are away."))
    if first_away is not None and last_away is not None and last_away < first_away:
        raise Refused(_("The last day away comes before the first one."))
    after = Aftermath.objects.create(
        injury=row, first_away=first_away, last_away=last_away, claim_expected=claim_expected, by_id=actor, at=now
    )
    wrote_about(row, after, actor, now)
    return after


@transaction.atomic
def note_death(*, injury: int, died_at: datetime | None, revision: int, actor: int, now: datetime) -> Death:
    """That the injury was fatal, and when; nothing takes it back. Raises `Refused` for a moment that can't be meant."""
    row = held_injury(injury, revision)
    if died_at is not None and died_at > now:
        raise Refused(_("The moment lies ahead."))
    if died_at is not None and local(died_at).date() < _latest(row).on:
        raise Refused(_("The moment comes before the injury."))
    if died_at is None and not row.deaths.exists():
        raise Refused(_("Write the day and the time."))
    death = Death.objects.create(injury=row, died_at=died_at, by_id=actor, at=now)
    wrote_about(row, death, actor, now)
    return death


def held_injury(injury: int, revision: int) -> Injury:
    """The injury, which nobody else changes until this is done, counted on. Raises `Stale` when someone was first."""
    row = Injury.objects.select_for_update().get(pk=injury)
    if row.revision != revision:
        raise Stale(_("Someone wrote about this injury while you were writing. Look again before you save."))
    row.revision += 1
    row.save(update_fields=["revision"])
    return row


def _latest(row: Injury) -> Account:
    return row.accounts.latest("id")


def _check_order(row: Injury, on: date) -> None:
    """Whether absence, death and report still come after the injury when it happened on this day."""
    [case] = queries.cases(queries.with_latest(Injury.objects.filter(pk=row.pk)), on)
    known = case.known
    if known.first_away is not None and known.first_away <= on:
        raise Refused(_("The days away begin before that day. Correct them first."))
    if known.died_at is not None and local(known.died_at).date() < on:
        raise Refused(_("The death that is written comes before that day. Correct it first."))
    if row.filings.filter(on__lt=on, reported=True).exists():
        raise Refused(_("The injury was reported to the authorities before that day. Choose the day it happened."))


def wrote_about(row: Injury, written: models.Model, actor: int, now: datetime) -> None:
    """Put on record that something was written of an injury. That someone is away, or died, the log tells nobody."""
    audit.record(action="workplaces.write_about_injury", actor=actor, now=now, rows=[row, written])


def _account(row: Injury, told: Told, by: int, now: datetime) -> Account:
    hours = queries.registered_hours(row.employee_id, told.on)
    return Account.objects.create(injury=row, hours=hours, by_id=by, at=now, **asdict(told))


def _check(employee: int, told: Told, now: datetime) -> None:
    today = local(now).date()
    if told.on > today:
        raise Refused(_("The day of the injury lies ahead. Choose the day it happened."))
    if told.on == today and told.clock is not None and told.clock > local(now).time():
        raise Refused(_("The time of the injury lies ahead. Choose the time it happened."))
    if not people.employed(told.on).filter(pk=employee).exists():
        raise Refused(_("On that day there was no employment here. Check the day of the injury."))
