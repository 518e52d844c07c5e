"""What the packages would cost: by hand."""

from __future__ import annotations

from decimal import Decimal

from hjemmedag.core.overview.simulated_cost import Bought, Priced, Wanting, cost

SCREEN, CHAIR = Priced(1, "Skærm", Decimal("2200.50")), Priced(2, "Kontorstol", None)
KINDS = {one.kind: one for one in (SCREEN, CHAIR)}


def test_a_package_is_counted_less_what_someone_has() -> None:
    people = [Wanting({1: 2, 2: 1}, {}), Wanting({1: 2, 2: 1}, {1: 1, 2: 3})]
    found = cost(people, KINDS)
    assert found.lines == (Bought(CHAIR, 1), Bought(SCREEN, 3))
    assert (found.people, found.known, found.complete) == (2, Decimal("6601.50"), False)
    assert [one.priced.name for one in found.unpriced] == ["Kontorstol"]


def test_an_unknown_price_or_package_is_never_nought() -> None:
    found = cost([Wanting(None, {}), Wanting({2: 1}, {})], KINDS)
    assert (found.without, found.lines[0].total, found.known, found.complete) == (1, None, 0, False)


def test_a_flat_sum_is_counted_for_each_person() -> None:
    found = cost([Wanting(None, {}), Wanting({1: 1}, {})], KINDS, Decimal(5000))
    assert (found.known, found.lines, found.complete) == (10_000, (), True)


def test_nobody_costs_nothing() -> None:
    found = cost([], KINDS)
    assert (found.people, found.known, found.complete) == (0, 0, True)
