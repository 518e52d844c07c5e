"""How much of the time is worked at home, by department: seen only once the notice of such figures has run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.security import queries as security
from hjemmedag.apps.worktime.models import MonthFigures
from hjemmedag.apps.worktime.queries.rest_counts import smallest_unit
from hjemmedag.core.worktime.groups import tellable

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
    """The departments in the month that begins on `month`, by name, as it was counted, none before: two queries."""
    rows = {row.unit_id: row for row in MonthFigures.objects.filter(counted__month=month).order_by("unit")}
    names = {one.pk: one.name for one in people.departments()}
    sizes = Counter({unit: row.people for unit, row in rows.items()})
    found = []
    for group in tellable([sizes], smallest_unit(month)):
        there = [row for unit, row in rows.items() if unit in group]
        found.append(
            Share(
                units=tuple(sorted(names[unit] if unit is not None else "" for unit in group)),
                people=sum(row.people for row in there),
                home=sum(row.home_minutes for row in there),
                minutes=sum(row.minutes for row in there),
            )
        )
    return sorted(found, key=lambda one: one.units)
