"""Forventningsafstemning: meetings between a manager and the team, what was said there, and what was agreed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.core.policy.dialogues import MOST_DAYS, Adjusted


class Dialogue(models.Model):
    """Dialogmøde that `host` invites to, at times of the company's own clock. `sequence` counts how often it moved."""

    host = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.CharField(max_length=200, blank=True)
    agenda = models.TextField(max_length=4000)
    sequence = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-starts", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="policy_dialogue_ends_after_start"
            )
        ]


class Attendee(models.Model):
    """Someone who is invited to a dialogue meeting."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="attendees")
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["dialogue", "employee"], name="policy_attendee_once")]


class Minutes(models.Model):
    """Referat of a dialogue meeting. A correction is a row of its own and `replaces` the old, which stays.

    `days` and `adjusted` are the frame agreed: so many fixed days at home, taken up again so often.
    """

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="minutes")
    text = models.TextField(max_length=8000)
    days = models.PositiveSmallIntegerField(null=True)
    adjusted = models.CharField(max_length=9, blank=True, choices=[(one.value, one.value) for one in Adjusted])
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True)
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue"], condition=models.Q(replaces__isnull=True), name="policy_minutes_once"
            ),
            models.CheckConstraint(
                condition=models.Q(replaces__isnull=True, reason="")
                | models.Q(replaces__isnull=False) & ~models.Q(reason=""),
                name="policy_minutes_correction_has_its_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(days__isnull=True, adjusted="")
                | models.Q(days__isnull=False, days__lte=MOST_DAYS) & ~models.Q(adjusted=""),
                name="policy_frame_is_whole",
            ),
        ]


class Point(models.Model):
    """Something agreed at a dialogue meeting: who sees to it, and by when."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="points")
    text = models.CharField(max_length=300)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    due = models.DateField()

    class Meta:
        ordering = ["id"]
