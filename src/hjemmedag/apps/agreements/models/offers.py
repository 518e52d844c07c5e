"""How long an offer stands, and offers that are sent to many at once."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.arrangement import Addendum, Arrangement


class OfferPractice(models.Model):
    """How the company agrees on arrangements; without it the rulebook's times hold, and both sign an addendum.

    `days` to sign an offer (agreements.offer); `window_days` at the beginning of each quarter in which another pattern
    is asked for freely (agreements.change_window), `None` for the rulebook's. `particulars`: where they do, a receipt
    for the policy and for individual particulars takes the place of the addendum (agreements.particulars).
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    days = models.PositiveSmallIntegerField()
    window_days = models.PositiveSmallIntegerField(null=True)
    particulars = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="agreements_one_offer_practice"),
            models.CheckConstraint(condition=models.Q(days__range=(7, 90)), name="agreements_offer_days_in_bounds"),
            models.CheckConstraint(
                condition=models.Q(window_days__isnull=True) | models.Q(window_days__range=(1, 90)),
                name="agreements_change_window_in_bounds",
            ),
        ]


class Batch(models.Model):
    """Udsendelse: addenda on the policy in force, offered to many whose terms stand on an older version."""

    effective_on = models.DateField()
    units = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "batches"


class BatchItem(models.Model):
    """One arrangement of a batch: waiting until `done_at`; then its `addendum`, or `why` none was offered.

    `claimed_at`: a worker has begun on it. One that was killed gives it back when its time is up.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items")
    arrangement = models.ForeignKey(Arrangement, models.PROTECT, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    addendum = models.OneToOneField(Addendum, models.PROTECT, related_name="+", null=True)
    why = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "arrangement"], name="agreements_once_a_batch"),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, addendum__isnull=True, why="")
                | models.Q(models.Q(addendum__isnull=False) ^ ~models.Q(why=""), done_at__isnull=False),
                name="agreements_batch_item_offered_or_why_not",
            ),
        ]
        indexes = [
            models.Index(
                fields=["claimed_at"], name="agreements_batch_waiting", condition=models.Q(done_at__isnull=True)
            )
        ]
