"""Suggestions of working time from elsewhere (forslag): nobody's hours until the person says so."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.worktime.models.entry import Entry


class Draft(models.Model):
    """What a calendar or another system says that someone did; `identity` is the source's, so that one event is one.

    The person alone sees it. Whether it still says anything new is derived from the register. It is deleted once it is
    registered, gone from its source or too old; one that is `removed` keeps its identity till then, so that it doesn't
    come back. Without a `place` it is the one planned for the day.
    """

    class Source(models.TextChoices):
        CALENDAR = "calendar", "calendar"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices)
    identity = models.CharField(max_length=64)
    start = models.DateTimeField()
    end = models.DateTimeField()
    place = models.CharField(max_length=6, choices=Entry.Place.choices, blank=True)
    title = models.CharField(max_length=60, blank=True)
    removed = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "source", "identity"], name="worktime_draft_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="worktime_draft_ends_later"),
        ]
        indexes = [
            models.Index(fields=["employee", "start"], name="worktime_draft_of_whom"),
            models.Index(fields=["at"], name="worktime_draft_at"),
        ]
