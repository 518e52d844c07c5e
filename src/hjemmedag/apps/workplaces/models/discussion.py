"""Årlig arbejdsmiljødrøftelse: what was discussed and agreed, and who took part."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Discussion(models.Model):
    """One yearly safety discussion as it was written down. A correction is a row of its own and `replaces` the old.

    `agenda` is one point a line; `others` who took part without one of the roles, in words.
    """

    on = models.DateField()
    agenda = models.TextField(max_length=4000)
    goals = models.TextField(max_length=2000)
    cooperation = models.TextField(max_length=2000)
    others = models.CharField(max_length=400, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(replaces__isnull=True, reason="")
                | models.Q(replaces__isnull=False) & ~models.Q(reason=""),
                name="workplaces_correction_has_its_reason",
            )
        ]


class Participant(models.Model):
    """Someone who took part, and the role in which they did."""

    discussion = models.ForeignKey(Discussion, models.PROTECT, related_name="participants")
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(max_length=10)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["discussion", "employee", "role"], name="workplaces_took_part_once")
        ]
