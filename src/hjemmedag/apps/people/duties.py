"""What must happen with people: a name of an agreement that nobody has said the meaning of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists

from hjemmedag.apps.people import queries
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.people.roles import Role


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: one query for one person, two for all.

    Each one in HR may do it; one closes it for all.
    """
    waiting = queries.unconfirmed()
    if scope.owner is not None:
        waiting = waiting.filter(Exists(queries.holding(Role.HR, on).filter(employee=scope.owner)))
    for owner in queries.holders(Role.HR, on) if scope.owner is None else [scope.owner]:
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
