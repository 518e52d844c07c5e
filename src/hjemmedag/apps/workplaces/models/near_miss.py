"""Nærved-hændelse: something that could have hurt someone, and what was made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class NearMiss(models.Model):
    """What nearly happened and what would prevent it, without a word about anyone's health.

    It waits until it is put in the action plan as a `finding`, or closed with an `answer`.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    place = models.CharField(max_length=200)
    what = models.TextField(max_length=1000)
    prevent = models.TextField(max_length=1000, blank=True)
    at = models.DateTimeField()
    finding = models.OneToOneField("workplaces.Finding", models.PROTECT, related_name="near_miss", null=True)
    answer = models.CharField(max_length=400, blank=True)
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "near misses"
        indexes = [models.Index(fields=["settled_on"], name="workplaces_near_miss_waits")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled_on__isnull=True, finding__isnull=True, answer="")
                | models.Q(settled_on__isnull=False, finding__isnull=False, answer="")
                | models.Q(settled_on__isnull=False, finding__isnull=True) & ~models.Q(answer=""),
                name="workplaces_near_miss_settled_once",
            )
        ]
