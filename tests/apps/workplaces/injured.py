"""What is told of an injury, in short."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Injury
from tests.conftest import NOW, TODAY

ARM = "Håndled"
STORY = "Jeg faldt over ledningen til skærmen."


def told(**other: Any) -> actions.Told:
    """A fall over a cable, today unless said otherwise."""
    said: dict[str, Any] = {"on": TODAY, "clock": None, "place": "Kontoret hjemme", "task": "Udvikler"}
    said |= {"what": STORY, "link": "På vej efter vand", "seen_by": ""}
    return actions.Told(**said | other)


def injure(
    person: Employee, *, by: Employee | None = None, body_part: str = ARM, now: datetime = NOW, **other: Any
) -> Injury:
    """Someone is hurt, and it is told by them or by another."""
    writer = (by or person).pk
    draft = actions.begin_injury(employee=person.pk, writer=writer, today=now.date(), now=now)
    hurt = actions.Hurt(body_part=body_part, harm="Forstuvet") if body_part else None
    return actions.tell_injury(draft=draft.pk, writer=writer, told=told(**other), hurt=hurt, now=now)


def after(injury: Injury, first: date | None = None, last: date | None = None, *, claim: bool = False) -> None:
    """What came of it, as the person writes it."""
    injury.refresh_from_db()
    actions.note_aftermath(
        injury=injury.pk,
        first_away=first,
        last_away=last,
        claim_expected=claim,
        revision=injury.revision,
        actor=injury.employee_id,
        today=TODAY,
        now=NOW,
    )


def case(injury: Injury, on: date = TODAY) -> queries.Case:
    """How it stands on a day."""
    [found] = queries.cases(queries.with_latest(Injury.objects.filter(pk=injury.pk)), on)
    return found
