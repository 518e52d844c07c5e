"""What must happen with applications and addenda: answers, signatures, written information in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Duty, Scope


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: the same few queries for one person or ten thousand."""
    yield from _decisions(scope, on)
    yield from _signatures(scope)
    yield from _information(scope, on)


def _decisions(scope: Scope, on: date) -> Iterator[Duty]:
    for application in queries.to_decide(scope, on):
        by_right = application.child_born is not None or application.carer
        if application.manager is not None:
            yield Duty(
                kind="agreements.decide",
                owner=application.manager,
                about=application.employee_id,
                subject=application.pk,
                rule="agreements.flexible_request" if by_right else "agreements.answer",
                minutes=5,
                due=application.answer_by,
            )


def _signatures(scope: Scope) -> Iterator[Duty]:
    for offer in queries.waiting(scope):
        yield Duty(
            kind="agreements.countersign" if offer.employer_side else "agreements.sign",
            owner=offer.signer,
            about=offer.employee,
            subject=offer.document,
            rule="agreements.addendum",
            minutes=2,
            due=offer.effective_on - timedelta(days=1),
            facts={"effective_on": offer.effective_on, "arrangement": offer.arrangement},
        )


def _information(scope: Scope, on: date) -> Iterator[Duty]:
    """HR sees to it that the written terms are in the employee's hands by the day they take effect."""
    unread = queries.unread()
    owner = next(iter(people.signers(on)), None) if unread else None
    if owner is None or scope.owner not in (None, owner):
        return
    for addendum in unread:
        yield Duty(
            kind="agreements.information",
            owner=owner,
            about=addendum.terms.arrangement.employee_id,
            subject=addendum.document_id,
            rule="agreements.information",
            minutes=2,
            due=addendum.terms.starts,
        )
