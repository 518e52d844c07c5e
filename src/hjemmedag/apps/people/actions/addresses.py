"""Home addresses: where somebody works at home, and since when."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people.actions.serving import locked
from hjemmedag.apps.people.actions.succession import succeed
from hjemmedag.apps.people.models import HomeAddress
from hjemmedag.core.people.homes import Address


@transaction.atomic
def set_home(*, employee: int, address: Address, starts: date, actor: int | None, now: datetime) -> HomeAddress:
    """The home address from `starts` on, until a later one already known; one from the very day is corrected.

    Saying the same once more changes nothing.
    """
    person = locked(employee)
    rows, said = HomeAddress.objects.filter(employee=person), asdict(address)
    known: HomeAddress | None = rows.on(starts).first()
    if known is not None and all(getattr(known, name) == value for name, value in said.items()):
        return known
    changes = succeed(rows, on=starts, employee=person, **said)
    home: HomeAddress = rows.get(starts=starts)
    audit.record(
        action="people.set_home",
        actor=actor,
        now=now,
        subject=home,
        about=person.pk,
        data={"starts": starts.isoformat(), **said},
        rows=changes.written,
    )
    return home
