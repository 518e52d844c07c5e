"""Arbejdsskade: what was told of an injury, what came of it, and how it was reported. What is written stays.

A correction is a row of its own, and the latest counts. What is said of body and health lies in a table of its own.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

PERSON = settings.AUTH_USER_MODEL


class InjuryDraft(models.Model):
    """A report as far as it is written, by field and as it was typed: for its writer alone, until it is sent."""

    writer = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    employee = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    said = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["writer", "employee"], name="workplaces_one_report_begun")]


class Injury(models.Model):
    """One injury. `by` told of it: the person, or someone for them. `revision` counts all that is written about it."""

    employee = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "injuries"
        indexes = [models.Index(fields=["employee"], name="workplaces_injured")]


class Account(models.Model):
    """What happened, as it was told. `hours` is the register of that day: pairs of "08:00–16:00" and a place.

    `seen_by` names witnesses only where whoever told of it chose to.
    """

    injury = models.ForeignKey(Injury, models.PROTECT, related_name="accounts")
    on = models.DateField()
    clock = models.TimeField(null=True)
    place = models.CharField(max_length=200)
    task = models.CharField(max_length=200)
    what = models.TextField(max_length=2000)
    link = models.TextField(max_length=1000)
    seen_by = models.CharField(max_length=200, blank=True)
    hours = models.JSONField(default=list)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class InjuryHealth(models.Model):
    """What was hurt and how: for the injured person and the named handler, and nobody else."""

    injury = models.ForeignKey(Injury, models.PROTECT, related_name="health")
    body_part = models.CharField(max_length=200)
    harm = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "injury health"


class Aftermath(models.Model):
    """What came of it: the days away, still going on without a last one, and whether compensation may be claimed."""

    injury = models.ForeignKey(Injury, models.PROTECT, related_name="aftermaths")
    first_away = models.DateField(null=True)
    last_away = models.DateField(null=True)
    claim_expected = models.BooleanField(default=False)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_away__isnull=True) | models.Q(last_away__gte=models.F("first_away")),
                name="workplaces_away_ends_later",
            )
        ]


class Death(models.Model):
    """That the injury was fatal, and when. A row without an instant takes an earlier one back."""

    injury = models.ForeignKey(Injury, models.PROTECT, related_name="deaths")
    died_at = models.DateTimeField(null=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class Filing(models.Model):
    """It was `reported` to the authorities on a day, under a reference; or looked into and not, with the reason."""

    injury = models.ForeignKey(Injury, models.PROTECT, related_name="filings")
    reported = models.BooleanField()
    on = models.DateField()
    reference = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reported=True) | ~models.Q(reason=""), name="workplaces_not_filed_for_a_reason"
            )
        ]
