"""Registered working time (tidsregistrering)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from hjemmedag.apps.worktime.models.week import Week


class Entry(models.Model):
    """A span of working time as it was written down, for good.

    `day` is the local day it was registered on, `start` and `end` are instants. A later entry may replace it, which
    then says why where the week was approved or its month locked; one that is `removed` says that there was no such
    work. `break_minutes` were unpaid and lie somewhere inside. One that isn't `timed` says only how much was worked: it
    is laid from midnight on. `by` is nobody where another system delivered it.
    """

    class Place(models.TextChoices):
        HOME = "home", "home"
        OFFICE = "office", "office"
        OTHER = "other", "other"

    class Kind(models.TextChoices):
        WORK = "work", "work"
        ON_CALL = "on_call", "on call"
        CALL_OUT = "call_out", "call-out"

    class Method(models.TextChoices):
        """How: written on the page, confirmed as agreed or from a suggestion, or from a file or another system."""

        PAGE = "page", "page"
        CONFIRMED = "confirmed", "confirmed"
        DRAFT = "draft", "draft"
        FILE = "file", "file"
        SYSTEM = "system", "system"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    week = models.ForeignKey(Week, models.PROTECT, related_name="entries")
    day = models.DateField()
    start = models.DateTimeField()
    end = models.DateTimeField()
    break_minutes = models.PositiveSmallIntegerField(default=0)
    place = models.CharField(max_length=6, choices=Place.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.WORK)
    method = models.CharField(max_length=9, choices=Method.choices, default=Method.PAGE)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    removed = models.BooleanField(default=False)
    timed = models.BooleanField(default=True)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["start", "id"]
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="worktime_entry_ends_later"),
            models.CheckConstraint(
                condition=models.Q(removed=False) | models.Q(replaces__isnull=False),
                name="worktime_removed_names_what",
            ),
        ]
        indexes = [
            models.Index(fields=["employee", "start"], name="worktime_entry_of_whom"),
            models.Index(fields=["day"], name="worktime_entry_day"),
        ]

    @property
    def says(self) -> tuple[datetime, datetime, str, str, int, bool]:
        """What it writes down: two entries that say the same are the same work."""
        return (self.start, self.end, self.place, self.kind, self.break_minutes, self.timed)

    @property
    def minutes(self) -> int:
        """Working minutes: being on call away from the office is none."""
        if self.kind == self.Kind.ON_CALL and self.place != self.Place.OFFICE:
            return 0
        return int((self.end - self.start).total_seconds()) // 60 - self.break_minutes
