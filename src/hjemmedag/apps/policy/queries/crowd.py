"""What criteria are measured on, of everyone at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy.models import Receipt
from hjemmedag.apps.policy.queries.needs import analysed
from hjemmedag.apps.policy.queries.versions import published
from hjemmedag.core.policy.criteria import Facts


@dataclass(frozen=True, slots=True)
class Known:
    """One person employed on the day: the name, the unit, the job function by id, and what criteria are measured on."""

    pk: int
    name: str
    unit: str
    function: int | None
    facts: Facts


def everyone(on: date) -> list[Known]:
    """Everyone employed on a day, by name, as `facts_of` knows each: five queries for any number."""
    rows = people.listed(people.employed(on), on).order_by("alphabetical", "pk")
    names = ("pk", "first_name", "last_name", "title", "hours", "department", "team", "employed_from")
    functions = {one.function.name.casefold(): one for one in analysed(on)}
    version = published().filter(effective_from__lte=on).first()
    receipts = Receipt.objects.filter(version=version).values_list("employee", "at") if version else ()
    read = {employee: timezone.localtime(at).date() for employee, at in receipts}
    found = []
    for pk, first, last, title, hours, department, team, since in rows.values_list(*names):
        known = functions.get((title or "").casefold())
        read_on = read.get(pk)
        facts = Facts(
            title=title or "",
            function=known.function.name if known else "",
            suitability=known.suitability if known else None,
            policy=version.number if version else None,
            read_on=read_on if read_on and read_on <= on else None,
            employed_from=since,
            weekly_hours=hours or Decimal(0),
        )
        unit = " · ".join(part for part in (department, team) if part)
        found.append(Known(pk, f"{first} {last}".strip(), unit, known.function.pk if known else None, facts))
    return found
