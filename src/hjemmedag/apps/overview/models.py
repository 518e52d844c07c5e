"""What delivery and the tick scheduler keep for themselves, steps of the way said by hand, and calendar addresses."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Tick(models.Model):
    """One recurring job: when it runs next. Moved forward in the transaction that queues the run."""

    key = models.CharField(max_length=60, primary_key=True)
    next_at = models.DateTimeField()


class StepRecord(models.Model):
    """What someone says of a step of the way that the product keeps no records of; the highest `number` counts.

    `evidence`: where it can be seen, such as a folder or the minutes of a meeting.
    """

    class State(models.TextChoices):
        NOT_BEGUN = "not_begun", "not begun"
        UNDER_WAY = "under_way", "under way"
        IN_ORDER = "in_order", "in order"

    step = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    on = models.DateField()
    evidence = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["step", "number"], name="overview_step_numbered")]


class CalendarAddress(models.Model):
    """The secret address at which someone's calendar reads their home days, until it is closed.

    Only its digest is kept: nobody can read the address itself here, or in a backup.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employee"], condition=models.Q(closed_at=None), name="overview_one_calendar_address"
            )
        ]
