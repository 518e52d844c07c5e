"""Writing messages, and marking them delivered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F

from hjemmedag.apps.outbox import queries
from hjemmedag.apps.outbox.models import Message


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be: `key` names its cause, so the same cause never writes twice.

    It goes to the person's address at delivery, or at once to `address`.
    """

    key: str
    recipient: int
    template: str
    facts: Mapping[str, object] = field(default_factory=dict)
    address: str = ""


def write(letters: Iterable[Letter], *, now: datetime) -> None:
    """Put messages in the outbox, in the transaction of their cause. Those already there stay as they are."""
    Message.objects.bulk_create(
        [
            Message(
                key=one.key,
                recipient=one.recipient,
                address=one.address,
                template=one.template,
                facts=dict(one.facts),
                written_at=now,
            )
            for one in letters
        ],
        ignore_conflicts=True,
        batch_size=500,
    )


@transaction.atomic
def claim(ids: Iterable[int], *, now: datetime) -> list[Message]:
    """Take messages for delivery: those nobody else is delivering now."""
    messages = list(queries.waiting(now).select_for_update().filter(id__in=list(ids)))
    Message.objects.filter(id__in=[message.pk for message in messages]).update(
        claimed_at=now, attempts=F("attempts") + 1
    )
    return messages


def delivered(message: Message, *, now: datetime) -> None:
    """The message reached the mail server."""
    Message.objects.filter(pk=message.pk).update(delivered_at=now, failure="")


def failed(message: Message, *, why: str) -> None:
    """The mail server refused; the message waits for its lease to end and is tried again, `ATTEMPTS` times in all."""
    Message.objects.filter(pk=message.pk).update(failure=why[:200])
