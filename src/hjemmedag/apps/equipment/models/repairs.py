"""What is broken, what the company promised, and what was done."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.equipment.models.stock import Item


class Repair(models.Model):
    """Reparation: a fault or damage, told by whoever has the item.

    `due_at` is when the company has promised to have begun, worked out from its choices on the day it was told.
    """

    class Way(models.TextChoices):
        REMOTE = "remote", "remote"
        ONSITE = "onsite", "on site"

    item = models.ForeignKey(Item, models.PROTECT, related_name="repairs")
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    way = models.CharField(max_length=6, choices=Way.choices)
    damaged = models.BooleanField(default=False)
    words = models.CharField(max_length=1000)
    at = models.DateTimeField()
    due_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]


class RepairStep(models.Model):
    """What happened with a repair: begun, or done. A repair without steps waits."""

    class Kind(models.TextChoices):
        BEGUN = "begun", "begun"
        DONE = "done", "done"

    repair = models.ForeignKey(Repair, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    words = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["repair", "kind"], name="equipment_repair_step_once")]
