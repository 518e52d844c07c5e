"""Rundvisninger og besøg: what someone asked for, what the person answered, and how it ended. Rows are only added."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from hjemmedag.core.workplaces.visits import Ended, Said


class Visit(models.Model):
    """Someone who follows the home asks to see the place, by video without recording or on the spot, at a moment."""

    class Way(models.TextChoices):
        VIDEO = "video", "video"
        HOME = "home", "home"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    way = models.CharField(max_length=5, choices=Way.choices)
    purpose = models.CharField(max_length=300)
    looked_at = models.CharField(max_length=300)
    with_whom = models.CharField(max_length=200, blank=True)
    starts = models.DateTimeField()
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["-starts", "-id"]
        indexes = [models.Index(fields=["asked_by", "-starts"], name="workplaces_asked")]
        constraints = [
            models.CheckConstraint(condition=~Q(employee=F("asked_by")), name="workplaces_visit_of_another"),
            models.UniqueConstraint(fields=["employee", "asked_by", "starts"], name="workplaces_visit_asked_once"),
        ]


class VisitAnswer(models.Model):
    """The person's answer: yes, another way, or no. `words`: all that was said when the yes was given."""

    class OtherWay(models.TextChoices):
        DECLARATION = "declaration", "declaration"
        TALK = "talk", "talk"
        DRAWING = "drawing", "drawing in words"

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="answer")
    said = models.CharField(max_length=11, choices=[(one.value, one.value) for one in Said])
    other_way = models.CharField(max_length=11, choices=OtherWay.choices, blank=True)
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(said=Said.ANOTHER_WAY) & ~Q(other_way="") | ~Q(said=Said.ANOTHER_WAY) & Q(other_way=""),
                name="workplaces_other_way_is_named",
            )
        ]


class VisitEnd(models.Model):
    """How it ended: one row a visit, so that a yes taken back and an outcome can't both stand, whoever was first."""

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="end")
    how = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Ended])
    note = models.TextField(max_length=600, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(note="") | Q(how=Ended.HELD), name="workplaces_note_of_what_was_seen")
        ]
