"""Single days beside the pattern, each a dated fact: asked for, moved, or decided for a whole place of work."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.places import OtherPlace


class AdHocDay(models.Model):
    """Ad hoc-hjemmedag: one day at home, or at an agreed `place` beside it, asked for by the employee.

    It lasts until taken back; no addendum.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    day = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    place = models.ForeignKey(OtherPlace, models.PROTECT, related_name="+", null=True)
    asked_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "day"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="agreements_ad_hoc_once_a_day",
            )
        ]
        indexes = [models.Index(fields=["day"], name="agreements_ad_hoc_day")]


class AdHocAnswer(models.Model):
    """The manager's answer to one day: a yes needs no words, a no has its reason."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "approved"
        REFUSED = "refused", "refused"

    ad_hoc_day = models.OneToOneField(AdHocDay, models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="approved") | ~models.Q(reason=""), name="agreements_no_has_a_reason"
            )
        ]


class MovedDay(models.Model):
    """Flyttet hjemmedag: the pattern's day at home is spent at the office, and `instead` at home, or at `place`."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    home_day = models.DateField()
    instead = models.DateField()
    place = models.ForeignKey(OtherPlace, models.PROTECT, related_name="+", null=True)
    moved_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "home_day"],
                condition=models.Q(undone_at__isnull=True),
                name="agreements_moved_from_once",
            ),
            models.UniqueConstraint(
                fields=["employee", "instead"],
                condition=models.Q(undone_at__isnull=True),
                name="agreements_moved_to_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(home_day=models.F("instead")), name="agreements_moved_to_another_day"
            ),
        ]


class Habit(models.Model):
    """Fast mønster: what the manager said when ad hoc days had become regular, and from which day one counts anew."""

    class Outcome(models.TextChoices):
        FIXED = "fixed", "fixed"
        STOP = "stop", "stop"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=5, choices=Outcome.choices)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employee", "on"], name="agreements_habit_once_a_day")]


class Closure(models.Model):
    """Lukket arbejdssted: people work from home from `starts`, up to but not including `ends`."""

    site = models.ForeignKey("people.Site", models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField()
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="agreements_closure_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["site", "starts"],
                condition=models.Q(undone_at__isnull=True),
                name="agreements_closed_once_a_day",
            ),
        ]

    @property
    def last(self) -> date:
        """The last day that the place is closed."""
        return self.ends - timedelta(days=1)


class Concerned(models.Model):
    """One person at a place that closes: at home, or named for HR since the work (`title`) can't be done there."""

    closure = models.ForeignKey(Closure, models.PROTECT, related_name="concerned")
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    sent_home = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["closure", "employee"], name="agreements_concerned_once")]
