"""A home that was assessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.conftest import NOW, TODAY

if TYPE_CHECKING:
    from hjemmedag.apps.people.models import Employee
    from hjemmedag.apps.workplaces.models import Assessment


def assessed(person: Employee, *, no: tuple[str, ...] = (), **when: Any) -> Assessment:
    """Every question is answered with yes but these, and sent."""
    from hjemmedag.apps.workplaces import actions, queries
    from hjemmedag.core.workplaces.questions import Reply

    moment = {"today": TODAY, "now": NOW} | when
    actions.begin(employee=person.pk, **moment)
    draft = queries.draft(person.pk)
    assert draft is not None
    replies = {each.key: Reply.NO if each.key in no else Reply.YES for each in draft.asked}
    assert set(no) <= set(replies)
    actions.answer(employee=person.pk, replies=replies)
    return actions.submit(employee=person.pk, **moment)
