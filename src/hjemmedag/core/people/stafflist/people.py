"""One person before and after a row of the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hjemmedag.core.people.stafflist.company import Job, Person
from hjemmedag.core.people.stafflist.rows import StaffRow
from hjemmedag.core.people.stafflist.spans import Span, moved, settled, without
from hjemmedag.core.periods import Period


def meant(person: Person, row: StaffRow, today: date) -> Job | None:
    """The employment that a row speaks of; `None` when it tells of a new one.

    The one with the row's first day, the current before others; else the current, whose first day is then corrected,
    unless the row begins when that is over.
    """
    current = person.current(today)
    if current is None or current.since == row.starts:
        return current
    same = next((job for job in person.jobs if job.since == row.starts), None)
    return same or (None if current.ends and row.starts >= current.ends else current)


def updated(person: Person, row: StaffRow, today: date) -> Person:
    """The person when the row has been taken in. A person already as the row says comes back unchanged."""
    person = replace(
        person,
        number=row.number,
        first_name=row.first_name,
        last_name=row.last_name,
        email=row.email,
        language=row.language or person.language,
    )
    old = meant(person, row, today)
    if old is None:
        job = Job(row.starts, row.ends, (Span(row.starts, row.ends, row.terms),))
    else:
        job = _corrected(old, row)
        if job.period != old.period and not _has_others(person, old):
            person = replace(
                person,
                teams=moved(person.teams, old.period, job.period),
                other_teams=moved(person.other_teams, old.period, job.period),
                managers=moved(person.managers, old.period, job.period),
                rights=moved(person.rights, old.period, job.period),
            )
        job = replace(job, terms=settled(job.terms, job.period, today, row.terms))
    correct = old is None
    teams = settled(person.teams, job.period, today, row.team, correct=correct)
    since = max((span.starts for span in teams if span.value == row.team), default=today)
    others = person.other_teams if teams == person.teams else without(person.other_teams, row.team, since)
    return replace(
        person,
        jobs=(*(one for one in person.jobs if one is not old), job),
        teams=teams,
        other_teams=others,
        managers=settled(person.managers, job.period, today, row.manager, correct=correct),
    )


def _corrected(job: Job, row: StaffRow) -> Job:
    """The employment with the row's first and last day."""
    starts, seniority = job.starts, job.seniority
    if row.starts != job.since:
        seniority = row.starts if seniority and row.starts < starts else None
        starts = starts if seniority else row.starts
    old, new = job.period, Period(starts, row.ends)
    return replace(job, starts=starts, seniority=seniority, ends=row.ends, terms=moved(job.terms, old, new))


def _has_others(person: Person, job: Job) -> bool:
    """Whether the person has another employment at the same time, so that teams and rights outlive this one."""
    return any(one is not job and one.period.overlaps(job.period) for one in person.jobs)


def new_overlap(person: Person, row: StaffRow, today: date) -> Job | None:
    """An employment that the row would put another one of the same person on top of."""
    old = meant(person, row, today)
    *others, job = updated(person, row, today).jobs
    stood_beside = [other for other in others if old and other.period.overlaps(old.period)]
    return next((one for one in others if one.period.overlaps(job.period) and one not in stood_beside), None)
