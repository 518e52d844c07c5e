"""Why a rule about rest or hours was not kept, in the person's own words."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class BreachReason(models.Model):
    """The reason for one finding: of a rule, for a person, at the instant `until` at which the finding ends.

    Written by the person it is about. A later one for the same finding stands beside it.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    until = models.DateTimeField()
    reason = models.CharField(max_length=400)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["employee", "until"], name="worktime_reason_of_whom")]
