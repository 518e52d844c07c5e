"""Yes and no told from time to time, so that nobody's answer is found by taking earlier figures from later ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from hjemmedag.core.worktime.groups import tellable

Unit = TypeVar("Unit", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: to whom, and whether it was yes."""

    who: int
    granted: bool


@dataclass(frozen=True, slots=True)
class Told(Generic[Unit]):
    """Units told together, up to the period with this number, and the answers they stand for."""

    units: tuple[Unit, ...]
    period: int
    answers: tuple[Said, ...]

    @property
    def people(self) -> int:
        """To how many the answers went."""
        return _people(self.answers)


def told(periods: Iterable[tuple[Mapping[Unit, Sequence[Said]], int]]) -> list[Told[Unit]]:
    """What can be told after the last of these periods, each with the answers given in it and the smallest number.

    A group is told anew only when its new answers could stand alone: they went to the smallest number of people, and
    there is a yes and a no among them. Until then its figures stay as they were.
    """
    shown: dict[tuple[Unit, ...], Told[Unit]] = {}
    waiting: dict[Unit, list[Said]] = {}
    for number, (given, smallest) in enumerate(periods):
        for unit, some in given.items():
            waiting.setdefault(unit, []).extend(some)
        known = {unit for units in shown for unit in units}
        whole = [*shown, *((unit,) for unit in waiting if unit not in known)]
        fresh = {units: [one for unit in units for one in waiting.get(unit, ())] for units in whole}
        sizes = {units: _people(some) for units, some in fresh.items()}
        moved = {units: size for units, size in sizes.items() if size >= smallest or units not in shown}
        for group in tellable([moved], smallest):
            news = [one for units in group for one in fresh[units]]
            if _people(news) < smallest or len({one.granted for one in news}) < 2:
                continue
            before = [one for units in group if units in shown for one in shown.pop(units).answers]
            # Sorted by their words: a set's order may differ from one process to the next.
            together = tuple(sorted((unit for units in group for unit in units), key=repr))
            shown[together] = Told(together, number, (*before, *news))
            for unit in together:
                waiting.pop(unit, None)
    return list(shown.values())


def _people(answers: Iterable[Said]) -> int:
    return len({one.who for one in answers})
