"""What is wrong at a home place of work, what is done about it, and whether that helped."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models


class Finding(models.Model):
    """A question that was answered no, or a problem that someone told of in their own `words`.

    `visit`: found by someone who saw the place by agreement. `private`: about body or well-being, for the person and
    the named handler. `told`: to whom a problem was told.
    """

    class Told(models.TextChoices):
        NOBODY = "", ""
        SAFETY = "amr", "safety representative"
        HR = "hr", "HR"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    assessment = models.ForeignKey("workplaces.Assessment", models.PROTECT, related_name="findings", null=True)
    visit = models.ForeignKey("workplaces.Visit", models.PROTECT, related_name="findings", null=True)
    question = models.CharField(max_length=40, blank=True)
    topic = models.CharField(max_length=20, blank=True)
    is_law = models.BooleanField(default=False)
    private = models.BooleanField(default=False)
    told = models.CharField(max_length=3, choices=Told.choices, blank=True)
    words = models.TextField(max_length=1000, blank=True)
    on = models.DateField()

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["employee", "on"], name="workplaces_found")]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "question"], name="workplaces_found_once"),
            models.UniqueConstraint(fields=["visit", "question"], name="workplaces_seen_once"),
            models.CheckConstraint(
                condition=~models.Q(question="") | ~models.Q(words="") & ~models.Q(told=""),
                name="workplaces_finding_says_something",
            ),
        ]


class Measure(models.Model):
    """What is done about a finding: its cause, what, by whom and by when; and the day it was carried out.

    Where equipment was ordered (`order`), it is carried out when that is handed over.
    A measure that didn't help stays; the next one is a row of its own, and the latest counts.
    """

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="measures")
    cause = models.CharField(max_length=400)
    what = models.CharField(max_length=400)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    due = models.DateField()
    order = models.ForeignKey("equipment.Order", models.PROTECT, related_name="+", null=True)
    carried_out_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]

    @property
    def done_on(self) -> date | None:
        """When it was carried out, by its owner's word or by the equipment handed over."""
        lent = self.order.loan if self.order else None
        return self.carried_out_on or (lent.starts if lent else None)

    @property
    def waits_for_equipment(self) -> bool:
        """Whether what was ordered is still to be handed over."""
        return self.order is not None and self.order.waits


class Rerating(models.Model):
    """The person's word, after a measure, on whether it is in order now. Only a yes closes the finding."""

    measure = models.OneToOneField(Measure, models.PROTECT, related_name="rerating")
    in_order = models.BooleanField()
    on = models.DateField()
    at = models.DateTimeField()
