"""Tax notes (skattenoter) on what people have: in words, with the year's rate. They inform, and never advise."""

from __future__ import annotations

from collections.abc import Collection

from hjemmedag.apps.equipment.models import Internet, Kind
from hjemmedag.core.equipment.tax import Benefit, TaxNote
from hjemmedag.rulebook import notes
from hjemmedag.rulebook.load import load

OF_KIND: dict[str, Benefit] = {
    Kind.Benefit.COMPUTER: Benefit.COMPUTER,
    Kind.Benefit.FURNITURE: Benefit.FURNITURE_LENT,
    Kind.Benefit.PHONE: Benefit.SUBSCRIPTION,
}
OF_INTERNET: dict[str, frozenset[Benefit]] = {
    Internet.Way.COMPANY: frozenset({Benefit.SUBSCRIPTION}),
    Internet.Way.REFUND: frozenset({Benefit.DOCUMENTED_REFUND}),
    Internet.Way.CASH: frozenset({Benefit.MONTHLY_CASH}),
    Internet.Way.SALARY: frozenset({Benefit.GROSS_SALARY, Benefit.SUBSCRIPTION}),
}


def tax_notes(benefits: Collection[Benefit], year: int) -> list[TaxNote]:
    """The notes on these benefits in a year, each once, in the order in which the law has them."""
    return [notes.load().of(benefit, year, load()) for benefit in Benefit if benefit in benefits]
