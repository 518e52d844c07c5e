"""Instruktionslog: what someone was instructed in, by whom, and that they have had it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Instruction(models.Model):
    """One instruction, written down by whoever gave it. `confirmed_at`: the person says that they have had it."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=200)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["employee", "on"], name="workplaces_instructed")]
