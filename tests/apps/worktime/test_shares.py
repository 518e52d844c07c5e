"""Where the time is worked: locked until told of, and nobody can be worked out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.security import actions as security
from hjemmedag.apps.worktime.actions import check_everyone
from hjemmedag.apps.worktime.queries.shares import Share, shares
from hjemmedag.core.worktime.entries import Place
from tests.apps.worktime.test_register import register, registering, worked
from tests.conftest import NOW

OCTOBER, MONDAY = date(2026, 10, 1), date(2026, 10, 12)
__all__ = ["registering"]


def works(who: Employee, place: Place = Place.HOME) -> None:
    register(who, {MONDAY: [worked(MONDAY, 8, 14, place)]}, monday=MONDAY)


@pytest.fixture
def departments(hire: Callable[..., Employee]) -> None:
    """Twelve in Udvikling, of whom six were at home; four in HR."""
    for number in range(12):
        works(hire(f"Udvikler{number}"), Place.HOME if number % 2 else Place.OFFICE)
    for number in range(4):
        works(hire(f"Hr{number}", team="HR"))


def counted() -> list[Share]:
    check_everyone(now=NOW)
    return shares(OCTOBER)


def test_a_small_department_is_told_together_with_a_large_one(departments: None) -> None:
    assert counted() == [Share(("HR", "Udvikling"), 16, 10 * 360, 16 * 360)]


def test_one_more_who_registers_later_moves_nothing(departments: None, hire: Callable[..., Employee]) -> None:
    before = counted()
    works(hire("Senere"))
    assert counted() == before


def test_large_departments_stand_alone(departments: None, hire: Callable[..., Employee]) -> None:
    for number in range(4, 10):
        works(hire(f"Hr{number}", team="HR"), Place.OFFICE)
    assert [(one.units, one.percent) for one in counted()] == [(("HR",), 40), (("Udvikling",), 50)]


def test_it_is_locked_until_everyone_was_told(
    departments: None, as_: Callable[[Employee], Client], dorte: Employee
) -> None:
    check_everyone(now=NOW)
    page = as_(dorte).get("/arbejdstid/steder/").content.decode()
    assert "62 %" not in page
    security.announce(
        kind="place_shares", purpose="Plads", starts=OCTOBER, actor=dorte.pk, today=date(2026, 9, 1), now=NOW
    )
    assert "62 %" in as_(dorte).get("/arbejdstid/steder/").content.decode()
    before = as_(dorte).get("/arbejdstid/steder/?as_of=2026-09-15").content.decode()
    assert "Ingen tal for den måned" in before
