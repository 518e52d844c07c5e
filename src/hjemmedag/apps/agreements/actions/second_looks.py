"""A second look at a refusal: the employee asks HR, HR answers with a reason."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.actions.agreeing import agree
from hjemmedag.apps.agreements.models import Application, SecondAnswer, SecondLook
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused


@transaction.atomic
def ask_again(
    *, application: int, employee: int, words: str, now: datetime, today: date, rulebook: Rulebook
) -> SecondLook:
    """Ask HR to look at a refusal once more, within the time that the company gives."""
    row = Application.objects.select_for_update().get(pk=application, employee=employee)
    if not queries.may_ask_again(row, today, rulebook):
        raise Refused(_("A refusal can be looked at once more, once and in time. This one can’t any longer."))
    if queries.has_living(employee, today) or queries.undecided().filter(employee=employee).exists():
        raise Refused(_("You already have an arrangement or a new application, so there is nothing to look at again."))
    answer_by = today + timedelta(days=rulebook.on(today).number("agreements.second_look", "answer_days"))
    try:
        with transaction.atomic():
            look = SecondLook.objects.create(application=row, words=words.strip(), asked_at=now, answer_by=answer_by)
    except IntegrityError:
        raise Refused(_("You have asked for this already.")) from None
    handler = queries.look_handlers(employee, row.decision.by_id, today).first()
    if handler is None:
        raise Refused(_("There is nobody in HR but who took the first decision, so nobody can look at it again."))
    facts = {"employee": employee, "application": row.pk, "answer_by": answer_by.isoformat()}
    outbox.write(
        [
            outbox.Letter(
                key=f"agreements.second_look:{look.pk}",
                recipient=handler,
                template="agreements/mail/second_look",
                facts=facts,
            )
        ],
        now=now,
    )
    audit.record(action="agreements.ask_again", actor=employee, now=now, subject=row, about=employee, rows=[look])
    return look


@transaction.atomic
def withdraw_second_look(*, application: int, employee: int, now: datetime) -> None:
    """Take it back while HR hasn't answered; the refusal stands."""
    look = _open(application, application__employee=employee)
    look.withdrawn_at = now
    look.save(update_fields=["withdrawn_at"])
    audit.record(
        action="agreements.withdraw_second_look",
        actor=employee,
        now=now,
        subject=look.application,
        about=employee,
        rows=[look],
    )


def uphold(*, application: int, actor: int, reason: str, now: datetime) -> SecondAnswer:
    """The refusal stands, for a reason that the employee reads."""
    with transaction.atomic():
        answer = _answered(application, SecondAnswer.Outcome.STANDS, actor, reason, now)
        row = answer.second_look.application
        audit.record(
            action="agreements.uphold", actor=actor, now=now, subject=row, about=row.employee_id, rows=[answer]
        )
    return answer


def overturn(
    *, application: int, actor: int, reason: str, effective_on: date, now: datetime, today: date, rulebook: Rulebook
) -> SecondAnswer:
    """Offer the arrangement after all: its addendum is ready for signature. The first decision stays in the history."""
    row = Application.objects.select_related("employee").get(pk=application)
    agree(
        row,
        answered=lambda: _answered(application, SecondAnswer.Outcome.CHANGED, actor, reason, now),
        actor=actor,
        effective_on=effective_on,
        now=now,
        today=today,
        rulebook=rulebook,
    )
    return SecondAnswer.objects.get(second_look__application=application)


def _answered(application: int, outcome: SecondAnswer.Outcome, actor: int, reason: str, now: datetime) -> SecondAnswer:
    look = _open(application)
    row = look.application
    if not reason.strip():
        raise Refused(_("Write the reason. The employee will read it."))
    if actor in (row.employee_id, row.decision.by_id):
        raise Refused(_("Someone else than the applicant and who took the first decision must look at it again."))
    answer = SecondAnswer.objects.create(second_look=look, outcome=outcome, reason=reason.strip(), by_id=actor, at=now)
    outbox.write(
        [
            outbox.Letter(
                key=f"agreements.second_answer:{look.pk}",
                recipient=row.employee_id,
                template="agreements/mail/second_answer",
                facts={"application": row.pk},
            )
        ],
        now=now,
    )
    return answer


def _open(application: int, **whose: int) -> SecondLook:
    """The second look, locked, when it still waits."""
    found = SecondLook.objects.select_for_update(of=("self",)).filter(application=application, **whose)
    look = found.select_related("application__decision").first()
    if look is None or look.withdrawn_at is not None or hasattr(look, "answer"):
        raise Refused(_("This is answered or taken back already. Reload the page to see it."))
    return look
