"""Arbejde fra udlandet: a period in another country, its two answers, and that what must be told was told."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models

from hjemmedag.core.periods import Period


class StayAbroad(models.Model):
    """Periode i udlandet: asked for by the employee, from `starts` up to but not including `ends`.

    `country` is an ISO code, "ZZ" for one that isn't listed. `informs`: more than four weeks on end, so that what the
    law on employment contracts asks for must be told in writing before departure.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    country = models.CharField(max_length=2)
    starts = models.DateField()
    ends = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    informs = models.BooleanField()
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-starts", "-id"]
        indexes = [models.Index(fields=["employee", "starts"], name="agreements_stay_of")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="agreements_stay_ends_after_start"
            )
        ]

    @property
    def period(self) -> Period:
        """The days abroad."""
        return Period(self.starts, self.ends)

    @property
    def last(self) -> date:
        """The last day abroad."""
        return self.ends - timedelta(days=1)


class StayAnswer(models.Model):
    """A yes, with conditions in `words` where there are any, or a no with its reason: one from each side."""

    class Side(models.TextChoices):
        MANAGER = "manager", "manager"
        IT = "it", "it"

    stay = models.ForeignKey(StayAbroad, models.PROTECT, related_name="answers")
    side = models.CharField(max_length=7, choices=Side.choices)
    approved = models.BooleanField()
    words = models.TextField(blank=True, max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["stay", "side"], name="agreements_stay_answered_once"),
            models.CheckConstraint(
                condition=models.Q(approved=True) | ~models.Q(words=""), name="agreements_stay_no_has_a_reason"
            ),
        ]


class StayInformation(models.Model):
    """HR wrote down that the employee got, in writing, what must be told before a longer period abroad."""

    stay = models.OneToOneField(StayAbroad, models.PROTECT, related_name="information")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
