"""The arrangement (hjemmearbejde som fast ordning): one living record with dated terms and status."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.application import Application
from hjemmedag.apps.agreements.models.pattern import Pattern


class Arrangement(models.Model):
    """One employee's lasting arrangement, from approval to its end."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    application = models.OneToOneField(Application, models.PROTECT, related_name="arrangement")
    created_at = models.DateTimeField()


class Terms(Pattern):
    """The terms agreed from a day on, under one policy version. Later terms take over on their own first day."""

    arrangement = models.ForeignKey(Arrangement, models.PROTECT, related_name="terms")
    starts = models.DateField()
    policy_version = models.ForeignKey("policy.PolicyVersion", models.PROTECT, related_name="+")
    notice_months = models.PositiveSmallIntegerField(null=True)

    class Meta(Pattern.Meta):
        ordering = ["starts", "id"]


class Addendum(models.Model):
    """Kontrakttillæg: the terms in writing, offered for signature; written information once it is offered."""

    terms = models.OneToOneField(Terms, models.PROTECT, related_name="addendum")
    document = models.OneToOneField("documents.Document", models.PROTECT, related_name="+")
    delivered_on = models.DateField()

    class Meta:
        verbose_name_plural = "addenda"


class StatusChange(models.Model):
    """What happened to the arrangement on a day: begun, paused, resumed or closed."""

    class Kind(models.TextChoices):
        START = "start", "start"
        PAUSE = "pause", "pause"
        RESUME = "resume", "resume"
        CLOSE = "close", "close"

    arrangement = models.ForeignKey(Arrangement, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    on = models.DateField()
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["arrangement", "on"], name="agreements_status_on")]
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "kind", "on"], name="agreements_status_once_a_day")
        ]
