"""Answering an application: refusing with a reason, or approving, which makes the addendum."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.agreements.models import Addendum, Application, Arrangement, Decision, Terms
from hjemmedag.apps.agreements.queries import paper
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.agreements.rules import information
from hjemmedag.core.law import Rulebook, Verdict
from hjemmedag.core.people.homes import Address
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
    employment has ended or ends before that day, when no policy is in force on it, when nobody can sign for the
    employer, or beside another living arrangement.
    """
    _delivered_in_time(today, effective_on, rulebook)
    row = queries.undecided().select_related("employee").filter(pk=application).first()
    if row is None:
        raise _too_late()
    _employed(row.employee_id, today, effective_on)
    version = policy.in_force(effective_on)
    if version is None:
        raise Refused(_("No policy is in force on that day. HR must publish one before an arrangement can begin."))
    signer = next((one for one in people.signers(today) if one != row.employee_id), None)
    if signer is None:
        raise Refused(_("Nobody can sign for the employer. HR must give someone the right to sign."))
    # Making the paper takes the most time of all this: done before the transaction, so that nobody waits for it.
    content = paper.content(row, version=version, effective_on=effective_on, signer=signer, today=today)
    pdf = paper.typeset(content, language=row.document_language, moment=now)
    with transaction.atomic():
        decision = _decided(_open(application), Decision.Outcome.APPROVED, actor, reason, now)
        if queries.has_living(row.employee_id, today):
            raise Refused(_("The employee already has an arrangement. It must end before a new one can begin."))
        people_actions.set_home(
            employee=row.employee_id, address=Address(**row.home), starts=effective_on, actor=actor, now=now
        )
        arrangement = Arrangement.objects.create(employee=row.employee, application=row, created_at=now)
        terms = Terms.objects.create(
            arrangement=arrangement,
            starts=effective_on,
            model=row.model,
            cycle_weeks=row.cycle_weeks,
            home_days=row.home_days,
            hours=row.hours,
            home=row.home,
            room=row.room,
            policy_version_id=version.pk,
            notice_months=version.notice_months,
        )
        with override("en" if row.document_language == "en" else "da"):
            title = _("Home-working addendum for %(name)s") % {"name": row.employee.name}
        document = documents.offer(
            pdf=pdf,
            kind="addendum",
            language=row.document_language,
            title=title,
            about=row.employee_id,
            parties=[("employee", row.employee_id), ("employer", signer)],
            now=now,
            actor=actor,
        )
        addendum = Addendum.objects.create(terms=terms, document=document, delivered_on=today)
        outbox.write(
            [
                outbox.Letter(
                    key=f"agreements.offered:{addendum.pk}",
                    recipient=row.employee_id,
                    template="agreements/mail/offered",
                    facts={"document": document.pk, "effective_on": effective_on.isoformat()},
                )
            ],
            now=now,
        )
        audit.record(
            action="agreements.approve",
            actor=actor,
            now=now,
            subject=arrangement,
            about=row.employee_id,
            data={"effective_on": effective_on.isoformat(), "policy": version.number},
            rows=[decision, arrangement, terms, addendum],
        )
    return arrangement


def _delivered_in_time(delivered_on: date, effective_on: date, rulebook: Rulebook) -> None:
    answer = information.decide(information.Facts(delivered_on=delivered_on, effective_on=effective_on), rulebook)
    if answer.verdict is Verdict.VIOLATION:
        raise Refused(
            _(
                "The addendum can't take effect before the employee has it. It is delivered today, so the first day "
                "is today at the earliest. Choose a later day."
            )
        )


def _employed(employee: int, today: date, effective_on: date) -> None:
    if not people.employed(today).filter(pk=employee).exists():
        raise Refused(_("The employment has ended, so there is nothing to add an addendum to."))
    if not people.employed(effective_on).filter(pk=employee).exists():
        raise Refused(_("The employment ends before that day. Choose an earlier day, or ask HR about the last one."))


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
