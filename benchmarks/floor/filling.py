"""The floor's data: 1,000 employees in teams of twelve, with 250 working days each."""

from __future__ import annotations

from datetime import date, time, timedelta

from benchmarks.floor.models import Employee, TimeEntry

PEOPLE, DAYS, TEAM = 1_000, 250, 12


def fill(today: date) -> int:
    """Write everything up to and including a day; the answer is the id of somebody to sign in as."""
    people = Employee.objects.bulk_create(
        Employee(email=f"person{n}@floor.example", name=f"Person {n}", team=n // TEAM) for n in range(PEOPLE)
    )
    last = today + timedelta(days=6 - today.weekday())
    days = [day for back in range(DAYS * 2) if (day := last - timedelta(days=back)).weekday() < 5][:DAYS]
    TimeEntry.objects.bulk_create(
        (
            TimeEntry(
                employee=one,
                day=day,
                start=time(8),
                end=time(15, 30),
                place="home" if (one.pk + day.toordinal()) % 3 else "office",
                note="Som aftalt" if day.day % 5 == 0 else "",
            )
            for day in reversed(days)
            for one in people
        ),
        batch_size=5000,
    )
    return people[0].pk
