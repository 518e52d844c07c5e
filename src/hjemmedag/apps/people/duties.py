"""What must happen with people: a name of an agreement that nobody has said the meaning of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hjemmedag.apps.people import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: two queries at the most. Each one in HR may do it; one closes it for all."""
    owners = [owner for owner in queries.holders(Role.HR, on) if scope.owner in (None, owner)]
    waiting = list(queries.unconfirmed()) if owners else []
    for owner in owners:
        for profile in waiting:
            yield Duty(
                kind="people.agreement",
                owner=owner,
                about=owner,
                subject=profile.pk,
                rule="worktime.agreement_cover",
                minutes=5,
                facts={"name": profile.name},
            )
