"""People who work at home, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.workplaces.models import Assessment


@pytest.fixture
def at_home(offer: Callable[..., Any], sign: Callable[..., None], bo: Employee) -> Callable[..., None]:
    """`at_home(anna, days=3)`: the person's arrangement is in force, with so many days at home from Monday on."""
    from hjemmedag.apps.agreements import actions
    from hjemmedag.core.agreements.pattern import Pattern, Window

    def at_home(person: Employee, *, days: int = 3) -> None:
        pattern = Pattern(False, 1, frozenset(range(days)), dict.fromkeys(range(5), Window(time(8), time(17))))
        arrangement = offer(person, by=bo, first=TODAY, pattern=pattern)
        sign(arrangement)
        actions.start(arrangement=arrangement.pk, on=TODAY, now=NOW, actor=None)

    return at_home


@pytest.fixture
def assess() -> Callable[..., Assessment]:
    """`assess(anna, no=["chair_stable"])` answers every question with yes but these, and sends."""
    from hjemmedag.apps.workplaces import actions, queries
    from hjemmedag.core.workplaces.questions import Reply

    def assess(person: Employee, *, no: tuple[str, ...] = (), **when: Any) -> Assessment:
        moment = {"today": TODAY, "now": NOW} | when
        actions.begin(employee=person.pk, **moment)
        draft = queries.draft(person.pk)
        assert draft is not None
        replies = {each.key: Reply.NO if each.key in no else Reply.YES for each in draft.asked}
        assert set(no) <= set(replies)
        actions.answer(employee=person.pk, replies=replies)
        return actions.submit(employee=person.pk, **moment)

    return assess
