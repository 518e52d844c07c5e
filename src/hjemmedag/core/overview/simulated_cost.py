"""What the equipment of those who need it would cost: what is known, and what isn't, named as unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from hjemmedag.core.people.names import alphabetical


@dataclass(frozen=True, slots=True)
class Priced:
    """A kind of equipment; without a `price` nobody has said what one costs."""

    kind: int
    name: str
    price: Decimal | None


@dataclass(frozen=True, slots=True)
class Wanting:
    """Someone who needs equipment: the job function's package, so many of each kind, and what they have already.

    `package` is `None` where no job function, or none with a package, is known.
    """

    package: Mapping[int, int] | None
    has: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Bought:
    """So many of a kind; `total` is `None` where the price is unknown."""

    priced: Priced
    count: int

    @property
    def total(self) -> Decimal | None:
        """What they cost together."""
        return None if self.priced.price is None else self.priced.price * self.count


@dataclass(frozen=True, slots=True)
class Cost:
    """The whole purchase. `known` leaves out what has no price; `without` people have no known package.

    With a flat sum for each person there are no lines, and everything is known.
    """

    people: int
    lines: tuple[Bought, ...]
    known: Decimal
    without: int = 0
    flat: Decimal | None = None

    @property
    def unpriced(self) -> list[Bought]:
        """What is to be bought and has no price."""
        return [one for one in self.lines if one.total is None]

    @property
    def complete(self) -> bool:
        """Whether `known` is all of it."""
        return not self.unpriced and not self.without


def cost(wanting: Iterable[Wanting], kinds: Mapping[int, Priced], flat: Decimal | None = None) -> Cost:
    """What is missing from the packages of these people, by kind in Danish order; or a flat sum for each of them."""
    people = list(wanting)
    if flat is not None:
        return Cost(len(people), (), flat * len(people), flat=flat)
    counts: dict[int, int] = {}
    for one in people:
        for kind, number in (one.package or {}).items():
            if (short := number - one.has.get(kind, 0)) > 0:
                counts[kind] = counts.get(kind, 0) + short
    lines = sorted(
        (Bought(kinds[kind], count) for kind, count in counts.items()), key=lambda one: alphabetical(one.priced.name)
    )
    known = sum((one.total for one in lines if one.total is not None), Decimal())
    return Cost(len(people), tuple(lines), known, without=sum(one.package is None for one in people))
