"""Another e-mail to sign in with: the old one signs in no more, and is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from allauth.account.models import EmailAddress

from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people.actions.ledger import batches


def tell_old_addresses(addresses: Mapping[int, str], *, actor: int | None, now: datetime) -> None:
    """Write to the addresses that these people, by id, had until now, in the transaction that changes them.

    Whoever takes an account over by changing its address can't keep its owner from hearing of it.
    """
    # The old address would still sign in and receive new passwords.
    for keys in batches(list(addresses)):
        EmailAddress.objects.filter(user__in=keys).delete()
    outbox.write(
        [
            outbox.Letter(
                key=f"people.moved:{person}:{now.timestamp()}:{address}"[:160],
                recipient=person,
                address=address,
                template="people/mail/moved",
                facts={"employee": actor} if actor is not None else {},
            )
            for person, address in addresses.items()
        ],
        now=now,
    )
