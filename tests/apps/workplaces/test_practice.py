"""Who reads what people say of body and well-being: named by another, and known to whoever wrote something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hjemmedag.apps.outbox.models import Message
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import PrivateReplies
from hjemmedag.core.refusals import Refused
from tests.apps.workplaces.injured import injure
from tests.apps.workplaces.sealing import unsealed
from tests.conftest import NOW, TODAY


def choose(handler: Employee | None, by: Employee, *, revision: int = 1, desks: bool = False) -> None:
    named: dict[str, Any] = {"handler": handler.pk if handler else None, "compliant_desks": desks}
    actions.choose(**named, revision=revision, actor=by.pk, today=TODAY, now=NOW)


def told() -> list[int]:
    return sorted(Message.objects.filter(template="workplaces/mail/new_handler").values_list("recipient", flat=True))


def test_nobody_in_hr_names_themselves_while_someone_else_can(dorte: Employee, hire: Callable[..., Employee]) -> None:
    other = hire("Oda", role="hr")
    with pytest.raises(Refused, match="dig selv"):
        choose(dorte, dorte)
    choose(dorte, other)
    choose(dorte, dorte, revision=2, desks=True)
    assert queries.practice().handler == dorte


def test_the_only_one_in_hr_may_name_themselves_and_those_concerned_hear_of_it(anna: Employee, dorte: Employee) -> None:
    injure(anna)
    choose(dorte, dorte)
    assert (queries.practice().handler, told()) == (dorte, [anna.pk])


def test_whoever_wrote_something_hears_of_each_new_handler_once(
    anna: Employee,
    bo: Employee,
    carl: Employee,
    dorte: Employee,
    eva: Employee,
    gry: Employee,
    assess: Callable[..., object],
) -> None:
    assess(anna)
    injure(bo, body_part="")
    injure(carl)
    injure(gry)
    assert PrivateReplies.objects.count() == 1
    choose(gry, dorte)
    assert told() == sorted([anna.pk, carl.pk])
    choose(gry, dorte, revision=2, desks=True)
    choose(None, dorte, revision=3)
    assert len(told()) == 2
    choose(eva, dorte, revision=4)
    assert len(told()) == 5
    assert unsealed() == []
