"""Messages waiting for delivery, and those delivered."""

from __future__ import annotations

from django.db import models


class Message(models.Model):
    """One message to one person. `key` makes it unique: the same cause never writes it twice.

    `template` names the text ("agreements/mail/offered"); `facts` fills it at delivery, in the person's language then.
    `address` is one that the person no longer has, for what must be known there; such a message waits for no hours.
    """

    key = models.CharField(max_length=160, unique=True)
    recipient = models.BigIntegerField(db_index=True)
    address = models.EmailField(max_length=254, blank=True)
    template = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    written_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["written_at"], name="outbox_waiting", condition=models.Q(delivered_at__isnull=True))
        ]
