"""What must happen with applications and addenda: answers, signatures, written information in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hjemmedag.apps.agreements import queries
from hjemmedag.apps.people import queries as people
from hjemmedag.core.duties import Duty, Scope


def due(scope: Scope, on: date) -> Iterator[Duty]:
    """Every duty of this stage on a day: three queries for one person or ten thousand."""
    yield from _decisions(scope, on)
    yield from _addenda(scope, on)


def _decisions(scope: Scope, on: date) -> Iterator[Duty]:
    for waiting in queries.to_decide(scope, on):
        if waiting.manager is not None:
            yield Duty(
                kind="agreements.decide",
                owner=waiting.manager,
                about=waiting.employee,
                subject=waiting.application,
                rule="agreements.flexible_request" if waiting.by_right else "agreements.answer",
                minutes=5,
                due=waiting.answer_by,
            )


def _addenda(scope: Scope, on: date) -> Iterator[Duty]:
    """Signatures; and whoever signs for the company sees that the written terms are received by their first day."""
    informer = next(iter(people.signers(on)), None)
    for offer in queries.offers(Scope() if scope.owner == informer else scope):
        if scope.owner in (None, offer.signer):
            yield _signature(offer)
        if offer.unread and informer is not None and scope.owner in (None, informer):
            yield Duty(
                kind="agreements.information",
                owner=informer,
                about=offer.employee,
                subject=offer.document,
                rule="agreements.information",
                minutes=2,
                due=offer.effective_on,
            )


def _signature(offer: queries.Offer) -> Duty:
    return Duty(
        kind="agreements.countersign" if offer.side == "employer" else "agreements.sign",
        owner=offer.signer,
        about=offer.employee,
        subject=offer.document,
        rule="agreements.addendum",
        minutes=2,
        due=max(offer.delivered_on, offer.effective_on - timedelta(days=1)),
        facts={"effective_on": offer.effective_on, "arrangement": offer.arrangement},
    )
