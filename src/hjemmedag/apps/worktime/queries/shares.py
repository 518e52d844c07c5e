"""How much of the time is worked at home, by department: seen only once the notice of such figures has run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.security import queries as security
from hjemmedag.apps.worktime.models import Entry
from hjemmedag.apps.worktime.queries.entries import standing
from hjemmedag.core.periods import end_of_month
from hjemmedag.core.worktime.groups import tellable
from hjemmedag.rulebook.load import load

MEASURE = "place_shares"


@dataclass(frozen=True, slots=True)
class Share:
    """Some departments told together, small ones never alone: how many people registered, and their minutes."""

    units: tuple[str, ...]
    people: int
    home: int
    minutes: int

    @property
    def percent(self) -> int:
        """The part worked at home."""
        return round(100 * self.home / self.minutes) if self.minutes else 0


def seen_from(on: date) -> date | None:
    """From which day these figures may be seen: everyone was told of them in time (`security.control_notice`)."""
    return security.seen_from(MEASURE, on)


def shares(month: date) -> list[Share]:
    """The departments in the month that begins on `month`, by name: a fixed number of queries."""
    last = end_of_month(month)
    minutes: Counter[int] = Counter()
    home: Counter[int] = Counter()
    for entry in standing().filter(day__range=(month, last)).order_by().iterator(5000):
        minutes[entry.employee_id] += entry.minutes
        home[entry.employee_id] += entry.minutes if entry.place == Entry.Place.HOME else 0
    placed = people.listed(people.employed(last).filter(pk__in=minutes), last).values_list("pk", "department")
    units = {employee: department or "" for employee, department in placed}
    least = load().on(last).number("followup.smallest_group", "answers")
    found = []
    for group in tellable([Counter(units.values())], least):
        there = [employee for employee, unit in units.items() if unit in group]
        found.append(
            Share(
                units=tuple(sorted(group)),
                people=len(there),
                home=sum(home[employee] for employee in there),
                minutes=sum(minutes[employee] for employee in there),
            )
        )
    return sorted(found, key=lambda one: one.units)
