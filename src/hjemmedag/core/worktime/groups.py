"""Figures for groups of people from which nobody can be worked out: small units are told together with others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Unit = TypeVar("Unit", bound=Hashable)


def tellable(months: Iterable[Mapping[Unit, int]], smallest: int) -> list[frozenset[Unit]]:
    """Which units can be told alone and which only together, given how many people each had in every month.

    No month's figures for fewer than `smallest` people can be found by taking some groups' figures from others', or
    the months' from those of all of them: units that are told together in one month are together in all. Left out are
    the units that would be too few even together.
    """
    found: list[set[Unit]] = []
    hidden: set[Unit] = set()
    for sizes in months:
        alone, pool = _of_month(sizes, smallest)
        if sum(sizes[unit] for unit in pool) < smallest:
            hidden |= pool
        for group in [*({unit} for unit in alone), pool]:
            apart = [other for other in found if not other & group]
            joined = group.union(*(other for other in found if other & group))
            found = [*apart, joined] if joined else apart
    return [frozenset(group) for group in found if not group & hidden]


def _of_month(sizes: Mapping[Unit, int], smallest: int) -> tuple[list[Unit], set[Unit]]:
    """The units that stand alone, and those told together: the small ones, with as many others as that takes."""
    people = {unit: size for unit, size in sizes.items() if size}
    # Of units as large the same ones always stand alone, in whatever order they come.
    alone = sorted(
        (unit for unit in people if people[unit] >= smallest), key=lambda unit: (people[unit], repr(unit)), reverse=True
    )
    pool = {unit for unit in people if people[unit] < smallest}
    while pool and alone and sum(people[unit] for unit in pool) < smallest:
        pool.add(alone.pop())
    return alone, pool
