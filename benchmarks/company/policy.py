"""Three versions of the policy, the latest confirmed by nine in ten, and a draft of the next."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from benchmarks.company.staff import HR, Staff, make
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.models import (
    Clause,
    CriteriaSet,
    JobFunction,
    NeedsAnalysis,
    PolicyVersion,
    Provision,
    Receipt,
)
from hjemmedag.apps.policy.queries.criteria import written_criteria
from hjemmedag.apps.policy.queries.needs import written_tasks
from hjemmedag.core.policy.criteria import Criterion
from hjemmedag.rulebook import jobs


def write(staff: Staff, *, today: date, now: datetime) -> PolicyVersion:
    """The versions with their clauses and receipts, and a draft; the answer is the one in force."""
    version = PolicyVersion()
    for number in (1, 2, 3):
        age = timedelta(days=120 * (3 - number) + 30)
        version = PolicyVersion.objects.create(
            number=number,
            effective_from=today - age,
            published_at=now - age,
            published_by_id=staff.people[HR],
            created_at=now - age,
        )
        _clauses(version, today)
        readers = [one for n, one in enumerate(staff.people) if number < 3 or n % 10]
        make(Receipt, [Receipt(version=version, employee_id=one, at=now - age) for one in readers])
    _clauses(PolicyVersion.objects.create(created_at=now), today)
    make(JobFunction, [JobFunction(name=f"Jobfunktion {n}") for n in range(12)])
    _criteria(staff, today=today, now=now)
    return version


def _criteria(staff: Staff, *, today: date, now: datetime) -> None:
    """Every job function analysed, and a set of all criteria in force."""
    made = {"by_id": staff.people[HR], "at": now}
    started = {"number": 1, "starts": today - timedelta(days=60)}
    tasks = written_tasks(jobs.load()[0].said("da"))
    functions = JobFunction.objects.all()
    make(NeedsAnalysis, [NeedsAnalysis(function=one, tasks=tasks, **started, **made) for one in functions])
    chosen = [
        Criterion(key, threshold=kind.threshold.usual if kind.threshold else None, reason="Prøve")
        for key, kind in queries.kinds().items()
    ]
    CriteriaSet.objects.create(criteria=written_criteria(chosen), why="Prøve", **started, **made)


def _clauses(version: PolicyVersion, today: date) -> None:
    """The ready clauses with what they say in terms."""
    ready = queries.ready_clauses({}, 1, today)
    version.terms = queries.ready_terms([clause.key for clause in ready], 1)
    version.save()
    make(
        Clause,
        [
            Clause(
                version=version,
                key=clause.key,
                position=position,
                heading_da=clause.heading.da,
                heading_en=clause.heading.en,
                text_da=clause.text.da,
                text_en=clause.text.en,
                in_addendum=clause.in_addendum,
                required=clause.required,
                rule=clause.rule,
            )
            for position, clause in enumerate(ready, start=1)
        ],
    )
    given = {"provider": "employer", "ownership": "employer"}
    things = ("screen", "chair", "desk", "internet", "energy", "phone")
    rows = [
        Provision(version=version, key=key, position=position, item_da=key, item_en=key, **given)
        for position, key in enumerate(things, start=1)
    ]
    make(Provision, rows)
