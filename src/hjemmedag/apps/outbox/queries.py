"""What waits in the outbox."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from hjemmedag.apps.outbox.models import Message

__all__ = ["ATTEMPTS", "LEASE", "Message", "given_up", "waiting"]

LEASE = timedelta(minutes=5)
"""How long a delivery may take. A worker killed in the middle loses its claim after this, and another takes it up."""

ATTEMPTS = 8


def waiting(now: datetime) -> QuerySet[Message]:
    """Messages to deliver, oldest first: not delivered, in nobody's hands, and not given up."""
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - LEASE)
    return Message.objects.filter(free, delivered_at__isnull=True, attempts__lt=ATTEMPTS).order_by("written_at", "id")


def given_up() -> QuerySet[Message]:
    """Messages that could not be delivered after all attempts."""
    return Message.objects.filter(delivered_at__isnull=True, attempts__gte=ATTEMPTS).order_by("id")
