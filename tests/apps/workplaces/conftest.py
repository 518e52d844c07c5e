"""People who work at home, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.apps.workplaces.assessed import assessed
from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.workplaces.models import Assessment


@pytest.fixture
def at_home(offer: Callable[..., Any], sign: Callable[..., None], bo: Employee) -> Callable[..., None]:
    """`at_home(anna, days=3)`: the person's arrangement is in force, with so many days at home from Monday on."""
    from hjemmedag.apps.agreements import actions
    from hjemmedag.core.agreements.pattern import Pattern, Window

    def at_home(person: Employee, *, days: int = 3, remote: bool = False) -> None:
        pattern = Pattern(remote, 1, frozenset(range(days)), dict.fromkeys(range(5), Window(time(8), time(17))))
        arrangement = offer(person, by=bo, first=TODAY, pattern=pattern)
        sign(arrangement)
        actions.start(arrangement=arrangement.pk, on=TODAY, now=NOW, actor=None)

    return at_home


@pytest.fixture
def assess() -> Callable[..., Assessment]:
    """`assess(anna, no=["chair_stable"])` answers every question with yes but these, and sends."""
    return assessed


@pytest.fixture
def crowd(hire: Callable[..., Employee]) -> Callable[..., list[Employee]]:
    """`crowd(12, team="HR", found=3)`: so many who work at home, and the chairs of the first three aren't in order."""
    from hjemmedag.apps.workplaces.models import Finding, Judgement

    def crowd(number: int, *, team: str = "Platform", found: int = 0) -> list[Employee]:
        people = [hire(f"{team}{place}x{number}", team=team) for place in range(number)]
        judged = {"on": TODAY, "covered": True, "sure": True, "by": "plan", "home_hours": 22, "works_at_home": True}
        Judgement.objects.bulk_create(Judgement(employee=one, **judged) for one in people)
        chair = {"question": "chair_stable", "topic": "chair", "is_law": True, "on": TODAY}
        Finding.objects.bulk_create(Finding(employee=one, **chair) for one in people[:found])
        return people

    return crowd
