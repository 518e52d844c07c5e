"""Forsikringer: what the company has insured, and that people have looked at their own contents insurance."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Insurance(models.Model):
    """One insurance from a day on, until the day `ends`, exclusive; a change is a new row that `replaces` it.

    `clarified` is what the insurer has said about work at home, empty while that is open.
    """

    class Kind(models.TextChoices):
        WORK_INJURY = "work_injury", "work injury"
        PROPERTY = "property", "property"
        LIABILITY = "liability", "liability"

    kind = models.CharField(max_length=11, choices=Kind.choices)
    insurer = models.CharField(max_length=120)
    policy_number = models.CharField(max_length=60)
    clarified = models.TextField(max_length=1000, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True)
    review_on = models.DateField()
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "-starts", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="workplaces_insurance_ends_later",
            )
        ]


class ContentsCheck(models.Model):
    """Someone has looked at their own contents insurance on a day. What it says is theirs and isn't kept."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["employee", "on"], name="workplaces_contents_once_a_day")]
