"""A small set of demands that can't hold together, when nothing can be planned.

Demands are first taken in heaps (everyone's home days), the heaps that matter are found by leaving others out, and each
of those is then broken up, into teams and into people, for as long as few pieces of it are enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hjemmedag.core.law.text import Text
from hjemmedag.core.week.planning import words
from hjemmedag.core.week.planning.apart import shares
from hjemmedag.core.week.planning.demands import Cover, Demand, Desks, Fixed, HomeDays, Overlap, demands
from hjemmedag.core.week.planning.model import model
from hjemmedag.core.week.planning.problem import Problem
from hjemmedag.core.week.planning.program import run
from hjemmedag.core.week.planning.solve import Effort

FEW = 3
"""As many pieces of a heap are named one by one."""

SURELY = 1.0
"""Seconds that are spent on telling heaps apart, even when the time is up."""


@dataclass(frozen=True, slots=True)
class _Heap:
    """Demands of one kind in one week, with the ways to break them up, and the words for all of them."""

    said: Callable[[], Text]
    demands: tuple[Demand, ...]
    splits: tuple[Callable[[Demand], object], ...] = ()


def conflict(problem: Problem, effort: Effort) -> list[Text]:
    """The demands in words; empty when all of them can hold together, as far as is known in time."""
    ends = effort.clock() + max(effort.seconds, SURELY)
    for share in shares(problem):
        for week in range(problem.weeks):
            search = _Search(share.problem, lambda: ends - effort.clock())
            if kept := search.found(week):
                return [heap.said() for heap in kept]
    return []


class _Search:
    def __init__(self, problem: Problem, left: Callable[[], float]) -> None:
        self.problem, self.left = problem, left

    def found(self, week: int) -> list[_Heap]:
        """Few heaps of a week that can't hold together."""
        heaps = list(self._heaps(week))
        if not self._impossible(heaps):
            return []
        kept = self._least([], heaps, tried=True)
        for heap in list(kept):
            others = [other for other in kept if other is not heap]
            kept = [*others, *self._broken_up(others, heap)]
        return sorted(kept, key=lambda heap: ORDER.index(type(heap.demands[0])))

    def _broken_up(self, others: Sequence[_Heap], heap: _Heap) -> list[_Heap]:
        """The pieces of a heap that are needed beside the others, or the heap itself when they are many."""
        if len(heap.demands) == 1:
            return [heap]
        pieces = self._pieces(heap)
        needed = self._least(others, pieces, tried=False)
        if len(needed) > FEW:
            return [heap]
        done: list[_Heap] = []
        for number, piece in enumerate(needed):
            rest = [*others, *done, *needed[number + 1 :]]
            done += self._broken_up(rest, piece) if len(piece.demands) > 1 else [piece]
        return done if len(done) <= FEW else needed

    def _least(self, given: Sequence[_Heap], heaps: Sequence[_Heap], *, tried: bool) -> list[_Heap]:
        """The heaps that are needed, beside those given, to make a plan impossible (QuickXplain)."""
        if not tried and self._impossible(given):
            return []
        if len(heaps) <= 1:
            return list(heaps)
        first, second = heaps[: len(heaps) // 2], heaps[len(heaps) // 2 :]
        late = self._least([*given, *first], second, tried=False)
        return [*self._least([*given, *late], first, tried=not late), *late]

    def _impossible(self, heaps: Sequence[_Heap]) -> bool:
        wanted = [demand for heap in heaps for demand in heap.demands]
        left = self.left()
        return bool(wanted) and left > 0 and run(model(self.problem, wanted, priced=False).program, left).impossible

    def _heaps(self, week: int) -> Iterator[_Heap]:
        days = self.problem.week(week)
        own: dict[object, list[Demand]] = {}
        for demand in demands(self.problem):
            match demand:
                case Desks(site, day) if days.start <= day < days.stop:
                    own.setdefault((site.id, day), []).append(demand)
                case Fixed(_, day) | Cover(_, day) if days.start <= day < days.stop:
                    own.setdefault(type(demand), []).append(demand)
                case HomeDays(_, when) | Overlap(_, when) if when == week:
                    own.setdefault(type(demand), []).append(demand)
        for kind, heap in own.items():
            yield self._heap(tuple(heap), (self._team, self._person) if isinstance(kind, type) else ())

    def _pieces(self, heap: _Heap) -> list[_Heap]:
        """The heap broken up in the first way that gives several."""
        for number, split in enumerate(heap.splits):
            groups: dict[object, list[Demand]] = {}
            for demand in heap.demands:
                groups.setdefault(split(demand), []).append(demand)
            if len(groups) > 1:
                return [self._heap(tuple(group), heap.splits[number + 1 :]) for group in groups.values()]
        return [self._heap((demand,), ()) for demand in heap.demands]

    def _heap(self, wanted: tuple[Demand, ...], splits: tuple[Callable[[Demand], object], ...]) -> _Heap:
        if len(wanted) == 1:
            return _Heap(lambda: words.demanded(self.problem, wanted[0]), wanted)
        return _Heap(lambda: words.heaped(self.problem, wanted), wanted, splits)

    def _team(self, demand: Demand) -> object:
        match demand:
            case Fixed(employee, _) | HomeDays(employee, _):
                return self.problem.employees[employee].teams[0]
            case Overlap(team, _) | Cover(team, _):
                return team.id
        return demand

    @staticmethod
    def _person(demand: Demand) -> object:
        return demand.employee if isinstance(demand, Fixed | HomeDays) else demand


ORDER = [Desks, Overlap, Cover, Fixed, HomeDays]
"""What a team lead reads first."""
