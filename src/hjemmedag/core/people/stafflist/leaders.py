"""Managers who leave while others still report to them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hjemmedag.core.people.stafflist.company import Company, Person
from hjemmedag.core.people.stafflist.plan import Kind, Plan


def left_behind(company: Company, plan: Plan) -> tuple[tuple[str, int], ...]:
    """Those whose last employment the plan ends and who lead someone when they are gone: name, and how many."""
    people = {person.row: person for person in company.people}
    people |= {change.before.row: change.after for change in plan.changes if change.before}
    everyone = [*people.values(), *(change.after for change in plan.of(Kind.CREATED))]
    leavers = {change.after.number: change.after for change in plan.of(Kind.ENDED)}
    gone = {number: day for number, leaver in leavers.items() if (day := _first_day_gone(leaver))}
    led = Counter(
        span.value
        for person in everyone
        for span in person.managers
        if span.value in gone and span.holds(gone[span.value])
    )
    return tuple((leavers[number].name, led[number]) for number in gone if led[number])


def _first_day_gone(person: Person) -> date | None:
    ends = [job.ends for job in person.jobs]
    return None if None in ends else max((day for day in ends if day is not None), default=None)
