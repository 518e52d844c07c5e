"""The criteria for a fixed arrangement, in versions."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class CriteriaSet(models.Model):
    """Kriterier for deltagelse from a day on, never changed after: the next set takes over from its own first day.

    `criteria` are lists of {key, weight, threshold, reason}, as `core.policy.criteria` has them; no weight: required.
    """

    number = models.PositiveIntegerField(unique=True)
    starts = models.DateField()
    criteria = models.JSONField()
    why = models.CharField(max_length=400)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
