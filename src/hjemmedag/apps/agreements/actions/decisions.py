"""Answering an application: refusing with a reason, or approving, which makes the addendum."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions.agreeing import agree
from hjemmedag.apps.agreements.models import Application, Arrangement, Decision
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused


def refuse(*, application: int, actor: int, reason: str, now: datetime) -> Decision:
    """Say no, in words that the employee will read."""
    with transaction.atomic():
        row = _open(application)
        decision = _decided(row, Decision.Outcome.REFUSED, actor, reason, now)
        outbox.write(
            [
                outbox.Letter(
                    key=f"agreements.refused:{row.pk}",
                    recipient=row.employee_id,
                    template="agreements/mail/refused",
                    facts={"application": row.pk},
                )
            ],
            now=now,
        )
        audit.record(
            action="agreements.refuse", actor=actor, now=now, subject=row, about=row.employee_id, rows=[decision]
        )
    return decision


def approve(
    *, application: int, actor: int, reason: str, effective_on: date, now: datetime, today: date, rulebook: Rulebook
) -> Arrangement:
    """Say yes: the arrangement, its terms and the addendum come into being together, offered for signature today.

    Refused when the addendum would take effect before it is delivered (rule agreements.information), when the
    employment has ended or ends before that day, when the agreement area lets only a part of the time be at home, when
    no policy is in force on the day, when nobody can sign for the employer, or beside another living arrangement.
    """
    row = queries.undecided().select_related("employee").filter(pk=application).first()
    if row is None:
        raise _too_late()
    return agree(
        row,
        answered=lambda: _decided(_open(application), Decision.Outcome.APPROVED, actor, reason, now),
        actor=actor,
        effective_on=effective_on,
        now=now,
        today=today,
        rulebook=rulebook,
    )


def _open(application: int) -> Application:
    """The application, locked, when it still waits for an answer."""
    row = Application.objects.select_for_update().get(pk=application)
    if not queries.undecided().filter(pk=row.pk).exists():
        raise _too_late()
    return row


def _too_late() -> Refused:
    return Refused(_("The application is already answered or taken back. Reload the page to see how."))


def _decided(row: Application, outcome: Decision.Outcome, actor: int, reason: str, now: datetime) -> Decision:
    if not reason.strip():
        raise Refused(_("Write the reason. The employee will read it."))
    if actor == row.employee_id:
        raise Refused(_("You can't decide on your own application."))
    return Decision.objects.create(application=row, outcome=outcome, reason=reason.strip(), by_id=actor, at=now)
