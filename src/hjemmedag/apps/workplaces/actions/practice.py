"""The company's choices about the home as a place of work."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.models import SafetyPractice
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def choose(
    *, handler: int | None, compliant_desks: bool, revision: int, actor: int, today: date, now: datetime
) -> SafetyPractice:
    """Other choices. `revision` is the one the page showed. Everyone with something for a new handler hears of it.

    Raises `Stale` when someone was first, and `Refused` for oneself as the handler where someone else holds HR.
    """
    SafetyPractice.objects.get_or_create(pk=1)
    row = SafetyPractice.objects.select_for_update().get()
    if row.revision != revision:
        raise Stale(_("Someone changed the choices while you were writing."))
    if handler is not None and not people.employed(today).filter(pk=handler).exists():
        raise Refused(_("The handler must be employed here. Choose someone else."))
    changed = handler is not None and handler != row.handler_id
    if changed and handler == actor and set(people.holders(Role.HR, today)) - {actor}:
        raise Refused(_("You can’t name yourself. Ask someone else in HR to do it."))
    row.handler_id, row.compliant_desks = handler, compliant_desks
    row.revision += 1
    row.save()
    audit.record(action="workplaces.choose", actor=actor, now=now, subject=row, data={"handler": handler}, rows=[row])
    if changed:
        outbox.write([_letter(row, one) for one in queries.entrusting(today) if one != handler], now=now)
    return row


def _letter(row: SafetyPractice, to: int) -> outbox.Letter:
    return outbox.Letter(
        key=f"workplaces.new_handler:{row.revision}:{to}",
        recipient=to,
        template="workplaces/mail/new_handler",
        facts={"employee": row.handler_id},
    )
