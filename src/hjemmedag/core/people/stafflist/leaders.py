"""Managers who leave while others still report to them."""

from __future__ import annotations

from collections import Counter

from hjemmedag.core.people.stafflist.company import Company, Person
from hjemmedag.core.people.stafflist.plan import Kind, Plan
from hjemmedag.core.people.stafflist.spans import held


def left_behind(company: Company, plan: Plan) -> tuple[tuple[str, int], ...]:
    """The names of those the plan ends the last employment of, who lead someone on that day, with how many."""
    people = {person.row: person for person in company.people}
    people |= {change.before.row: change.after for change in plan.changes if change.before}
    everyone = [*people.values(), *(change.after for change in plan.of(Kind.CREATED))]
    leavers = {change.after.number: change.after for change in plan.of(Kind.ENDED) if _leaves(change.after)}
    led: Counter[str] = Counter()
    for person in everyone:
        for number, leaver in leavers.items():
            day = max(job.ends for job in leaver.jobs if job.ends)
            span = held(person.managers, day)
            led[number] += span is not None and span.value == number
    return tuple((leaver.name, led[number]) for number, leaver in leavers.items() if led[number])


def _leaves(person: Person) -> bool:
    return all(job.ends for job in person.jobs)
