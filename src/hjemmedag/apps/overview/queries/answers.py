"""Yes and no to applications in figures for departments: never one person's, small departments together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.worktime.telling import Said, told
from hjemmedag.rulebook.load import load

Group = int | None
RULE = "policy.non_discrimination"


@dataclass(frozen=True, slots=True)
class Answers:
    """Departments told together: how many people got an answer, how many answers said yes and no, up to which day."""

    groups: tuple[str, ...]
    people: int
    granted: int
    refused: int
    through: date

    @property
    def percent(self) -> int:
        """The part that was refused."""
        return round(100 * self.refused / (self.granted + self.refused))


def smallest(on: date) -> int:
    """How many people with an answer a group has at least when it is told alone."""
    law = load().on(on)
    return max(law.number("followup.smallest_group", "answers"), law.number(RULE, "smallest_group"))


def years(today: date) -> list[int]:
    """The years with answers to show, the running one first once it has a whole quarter."""
    first = agreements.first_answer()
    return [year for year in range(today.year, first.year - 1, -1) if quarters(year, today)] if first else []


def quarters(year: int, today: date) -> list[date]:
    """The last days of a year's quarters that are over: no single answer shows from day to day."""
    ends = [date(year + quarter // 4, quarter % 4 * 3 + 1, 1) - timedelta(days=1) for quarter in range(1, 5)]
    return [end for end in ends if end < today]


def answers(viewer: Viewer, year: int, today: date) -> list[Answers]:
    """The groups of a year that this viewer may see: an answer counts where its person was when its quarter ended.

    People are grouped in one way only, and a quarter's answers stay where they were counted: two ways to group them,
    or one that changes, would show single answers between them. Whoever is limited to some units sees the groups that
    lie wholly in them.
    """
    ends, seen = quarters(year, today), _scope(viewer)
    names: dict[Group, str] = {one.pk: one.name for one in people.departments()}
    found = []
    for one in told([(_given(last), smallest(last)) for last in ends]):
        if seen is None or seen.issuperset(one.units):
            granted = sum(each.granted for each in one.answers)
            named = tuple(sorted(names.get(unit, "") for unit in one.units))
            found.append(Answers(named, one.people, granted, len(one.answers) - granted, ends[one.period]))
    return sorted(found, key=lambda one: (not all(one.groups), one.groups))


def named(one: Answers) -> str:
    """The groups in words."""
    return ", ".join(group or _("without a department") for group in one.groups)


def _given(last: date) -> dict[Group, list[Said]]:
    """The answers of the quarter that ended on this day, by department."""
    there = people.departments_of(last)
    found: dict[Group, list[Said]] = {}
    first = date(last.year, last.month - 2, 1)
    for one in agreements.answered(_begins(first), _begins(last + timedelta(days=1))):
        found.setdefault(there.get(one.employee), []).append(Said(one.employee, one.granted))
    return found


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _scope(viewer: Viewer) -> frozenset[Group] | None:
    """The units that the viewer may see; `None` for all of them."""
    if viewer.everywhere(Role.HR) or viewer.everywhere(Role.UNION):
        return None
    return frozenset(viewer.units.get(Role.HR) or ()) | frozenset(viewer.units.get(Role.UNION) or ())
