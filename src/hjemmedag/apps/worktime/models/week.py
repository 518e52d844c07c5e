"""A person's registered week: sent, answered, and locked with its month. How far it has come is derived."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Week(models.Model):
    """One person's week from a Monday on. `revision` grows with each change, so that nobody writes over another."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    monday = models.DateField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employee", "monday"], name="worktime_week_once"),
            models.CheckConstraint(condition=models.Q(monday__iso_week_day=1), name="worktime_week_begins_on_monday"),
        ]
        indexes = [models.Index(fields=["monday"], name="worktime_week_monday")]


class Sending(models.Model):
    """The person says that the week is complete."""

    week = models.ForeignKey(Week, models.PROTECT, related_name="sendings")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class Answer(models.Model):
    """What the approver answered to a week that was sent: approved, or returned with a reason."""

    sending = models.OneToOneField(Sending, models.PROTECT, related_name="answer")
    approved = models.BooleanField()
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved=True) | ~models.Q(reason=""), name="worktime_returned_with_a_reason"
            )
        ]


class MonthLock(models.Model):
    """A month that payroll has closed: what is entered in it from now on is a correction and says why."""

    month = models.DateField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(month__day=1), name="worktime_month_by_its_first")]
