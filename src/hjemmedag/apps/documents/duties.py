"""What must happen with the company's seal. Signatures are duties of the stage that knows what is signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from hjemmedag.apps.documents import queries
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.instants import COPENHAGEN, local
from hjemmedag.core.people.roles import Role
from hjemmedag.rulebook.load import load


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """IT renews the seal certificate before it runs out; where nobody holds that role, HR does."""
    within = timedelta(days=load().on(on).number("documents.seal", "renewal"))
    ending = queries.ending(datetime.combine(on, time.min, tzinfo=COPENHAGEN), within)
    if ending is None:
        return
    for owner in people.holders(Role.IT, on) or people.holders(Role.HR, on):
        if scope.owner in (None, owner):
            yield Duty(
                kind="documents.certificate",
                owner=owner,
                about=owner,
                subject=ending.pk,
                rule="documents.seal",
                minutes=2,
                due=local(ending.expires_at).date(),
            )
