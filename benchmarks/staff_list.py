"""Taking in a staff list of 10,000 rows: the preview, taking it in, and the same list once more."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.process import Process

ROWS = 10_000
BOUND = 20
COLUMNS = (
    *("medarbejdernr", "fornavn", "efternavn", "email", "ansat_fra", "ansat_til", "ugentlige_timer", "stilling"),
    *("afdeling", "team", "leder", "arbejdssted", "overenskomst", "sprog"),
)


def ask(houses: Houses) -> Iterator[Figure]:
    """In a company that has nobody but its HR."""
    surroundings, _nobody = houses.company(0)
    with Process(surroundings) as app:
        found: dict[str, Any] = app.call("benchmarks.staff_list:taken_in")
    yield Figure("preview", f"{found['preview']:.1f} s")
    yield at_most(f"taking in {found['people']:,} rows", found["first"], BOUND, "s", digits=1, beside="CPU time")
    yield at_most("the same list again, nothing to change", found["again"], BOUND, "s", digits=1)


def taken_in() -> dict[str, Any]:
    """Inside the app: CPU seconds of each step."""
    from django.utils import timezone

    from hjemmedag.apps.people import models
    from hjemmedag.apps.people.actions.imports import Choices, StaffFile, take_in
    from hjemmedag.apps.people.queries.imports import preview
    from hjemmedag.core.people.roles import Role

    now, today = timezone.now(), timezone.localdate()
    models.Company.objects.create(name="Målt A/S", expected_size=ROWS)
    models.LegalEntity.objects.create(name="Målt A/S", cvr="11223344", starts=date(2000, 1, 1))
    hr = models.Employee.objects.create(first_name="Hanne", last_name="Hede", email="hr@maalt.example", created_at=now)
    models.RoleGrant.objects.create(employee=hr, role=Role.HR, starts=date(2000, 1, 1))
    content = rows(today)
    seen, looking = _cpu(lambda: preview(content=content, today=today))
    assert not seen.faults, seen.faults[:3]

    def take(key: str) -> object:
        digest = preview(content=content, today=today).plan.digest
        choices = Choices(digest=digest, though_large=True)
        return take_in(file=StaffFile("stab.csv", content, key), choices=choices, actor=hr.pk, now=now, today=today)

    _done, first = _cpu(lambda: take("first"))
    _done, again = _cpu(lambda: take("again"))
    people = models.Employment.objects.count()
    return {"preview": looking, "first": first, "again": again, "people": people}


def rows(today: date) -> bytes:
    """A list as a salary system writes it."""
    from benchmarks.company.staff import FIRST, LAST, TITLES

    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    for n in range(ROWS):
        unit, team, lead = n // 120, n // 12, n - n % 12
        starts = today - timedelta(days=200 + n % 4000)
        writer.writerow(
            (
                *(f"{n:06}", FIRST[n % len(FIRST)], f"{LAST[n % len(LAST)]} {n}", f"p{n}@maalt.example"),
                *(f"{starts:%d-%m-%Y}", "", "37,00", TITLES[n % len(TITLES)], f"Afdeling {unit}", f"Team {team}"),
                *(f"{lead:06}" if n % 12 else "", f"Sted {n // 500}", f"Aftale {n % 3}", "da"),
            )
        )
    return text.getvalue().encode("cp1252")


def _cpu(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    return work(), time.process_time() - begun
