"""The arrangement (hjemmearbejde som fast ordning): one living record with dated terms and status."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.application import Application
from hjemmedag.apps.agreements.models.pattern import Pattern


class Arrangement(models.Model):
    """One employee's lasting arrangement, from approval to its end.

    Without an `application` it was agreed before hjemmedag and taken in from a list.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    application = models.OneToOneField(Application, models.PROTECT, related_name="arrangement", null=True)
    created_at = models.DateTimeField()


class Terms(Pattern):
    """The terms agreed from a day on, under one policy version. Later terms take over on their own first day.

    Of terms from before hjemmedag the version may be unknown, and address, room and hours may be missing.
    """

    arrangement = models.ForeignKey(Arrangement, models.PROTECT, related_name="terms")
    starts = models.DateField()
    policy_version = models.ForeignKey("policy.PolicyVersion", models.PROTECT, related_name="+", null=True)
    notice_months = models.PositiveSmallIntegerField(null=True)

    class Meta(Pattern.Meta):
        ordering = ["starts", "id"]


class Addendum(models.Model):
    """Kontrakttillæg: the terms in writing, offered for signature; written information once it is offered.

    With `taken_in_at` it was signed before hjemmedag: nobody signs it here, and the terms hold from their first day,
    which then stands as `delivered_on` too. Its paper may be missing until someone finds it. `open_until` is the last
    day on which the employee can sign an offer of ours; it stays what it was when the company chooses another time.

    `by_receipt`: no addendum but individual particulars, which the employee confirms together with the policy.
    `why_signed` is what spoke for an addendum all the same where the company prefers particulars, and what to look up.
    """

    terms = models.OneToOneField(Terms, models.PROTECT, related_name="addendum")
    document = models.OneToOneField("documents.Document", models.PROTECT, related_name="+", null=True)
    delivered_on = models.DateField()
    open_until = models.DateField(null=True)
    taken_in_at = models.DateTimeField(null=True)
    by_receipt = models.BooleanField(default=False)
    why_signed = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "addenda"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) | models.Q(taken_in_at__isnull=False),
                name="agreements_own_addendum_has_its_paper",
            )
        ]


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
