"""Control measures: figures about people that the company wants to see beyond what the law makes it register."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ControlMeasure(models.Model):
    """One measure, announced to all employees on a day, and begun on another once its notice has run.

    `area` names the agreement whose notice was counted, the longest that covers anyone. `ends` is the day from which
    it no longer runs. What was announced never changes: another purpose is another measure.
    """

    class Kind(models.TextChoices):
        PLACE_SHARES = "place_shares", "place shares"

    class Area(models.TextChoices):
        DA_FH = "da_fh", "DA/FH"
        GLS_A = "gls_a", "GLS-A"
        NONE = "none", "none"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    purpose = models.CharField(max_length=400)
    announced_on = models.DateField()
    area = models.CharField(max_length=6, choices=Area.choices)
    starts = models.DateField()
    ends = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-announced_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts__gte=models.F("announced_on")), name="security_measure_told_before"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("announced_on")),
                name="security_measure_ends_later",
            ),
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(ends__isnull=True), name="security_one_open_measure_of_a_kind"
            ),
        ]
