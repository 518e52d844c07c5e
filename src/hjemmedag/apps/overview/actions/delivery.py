"""Sending what waits in the outbox, within each person's hours, once."""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.utils import translation

from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.outbox import queries as outbox_queries
from hjemmedag.apps.outbox.queries import Message
from hjemmedag.apps.overview.queries.delivery import reachable
from hjemmedag.apps.overview.queries.mail import words
from hjemmedag.apps.people import actions as people_actions
from hjemmedag.apps.people import queries as people

LINKED = ("people/mail/invitation", "people/mail/reset")
"""Mails with a link that chooses a password."""
MOST = 500
"""Messages taken in one go; the next go takes the next."""

log = logging.getLogger(__name__)


def deliver(*, now: datetime, moment: datetime) -> int:
    """Deliver what may be delivered at the local `moment`. Returns how many were sent.

    A worker killed between sending and noting it leaves a claim that runs out; the mail then goes again under the same
    Message-ID, which mail programs show once.
    """
    waiting = list(outbox_queries.waiting(now).values_list("id", "recipient", "address")[: MOST * 10])
    open_now = reachable({recipient for _id, recipient, _address in waiting}, moment)
    ids = [pk for pk, recipient, address in waiting if address or recipient in open_now][:MOST]
    messages = outbox.claim(ids, now=now)
    addresses = people.addresses({message.recipient for message in messages})
    names = people.named({about for message in messages for about in [message.facts.get("employee")] if about})
    sent = 0
    for message in messages:
        if message.recipient not in addresses:
            outbox.failed(message, why="no address")
            continue
        try:
            _mail(message, addresses[message.recipient], names).send()
        except (OSError, SMTPException) as error:
            log.warning("message %s was not sent: %s", message.pk, error)
            outbox.failed(message, why=str(error))
        except Exception as error:
            # One message that can't be written must not hold up all others.
            log.exception("message %s can't be written", message.pk)
            outbox.failed(message, why=repr(error))
        else:
            outbox.delivered(message, now=now)
            sent += 1
    return sent


def _mail(message: Message, to: people.Addressee, names: dict[int, str]) -> EmailMessage:
    """The mail in the person's language: the template's first line is the subject."""
    with translation.override(to.language):
        facts = words(message.template, message.facts, names)
        if message.template in LINKED:
            # Made now, so that no link with which someone could sign in stands in the database.
            facts["link"] = people_actions.password_link(people.employee(message.recipient))
        template: Any = get_template(f"{message.template}.{to.language}.txt")
        text = template.template.render(Context({**facts, "to": to}, autoescape=False))
    subject, _, body = text.strip().partition("\n")
    identity = hashlib.sha256(message.key.encode()).hexdigest()[:40]
    return EmailMessage(
        subject=subject.strip(),
        body=body.strip() + "\n",
        to=[message.address or to.email],
        headers={"Message-ID": f"<{identity}@hjemmedag>", "Auto-Submitted": "auto-generated"},
    )
