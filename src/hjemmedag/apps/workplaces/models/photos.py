"""Billeder: voluntary, for one named viewer, and gone again. The rows stay as the log; the pictures do not."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Photo(models.Model):
    """A picture of one's own place of work, about a finding, an assessment or a visit, for `viewer` and nobody else.

    `file` is its name in storage, where it lies encrypted, `sha256` its fingerprint there; both empty once it is
    deleted. Until `ready_at` the file is what was uploaded, which nobody sees. `delete_by`: the last day it is kept.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    finding = models.ForeignKey("workplaces.Finding", models.PROTECT, related_name="photos", null=True)
    assessment = models.ForeignKey("workplaces.Assessment", models.PROTECT, related_name="photos", null=True)
    visit = models.ForeignKey("workplaces.Visit", models.PROTECT, related_name="photos", null=True)
    file = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    uploaded_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    delete_by = models.DateField()

    class Meta:
        ordering = ["-uploaded_at", "-id"]
        indexes = [
            models.Index(fields=["employee", "-uploaded_at"], name="workplaces_photos_of"),
            models.Index(fields=["delete_by"], condition=~Q(file=""), name="workplaces_photos_kept"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(finding__isnull=False, assessment__isnull=True, visit__isnull=True)
                | Q(finding__isnull=True, assessment__isnull=False, visit__isnull=True)
                | Q(finding__isnull=True, assessment__isnull=True, visit__isnull=False),
                name="workplaces_photo_of_one_thing",
            ),
            models.CheckConstraint(condition=~Q(viewer=models.F("employee")), name="workplaces_photo_for_another"),
        ]


class PhotoLook(models.Model):
    """Someone opened the picture."""

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="looks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class PhotoDeletion(models.Model):
    """The picture is gone: when, why, and by whom unless it went by itself."""

    class Why(models.TextChoices):
        TAKEN_BACK = "taken_back", "taken back"
        DECIDED = "decided", "decided"
        EXPIRED = "expired", "expired"
        UNREADABLE = "unreadable", "unreadable"
        TOO_LARGE = "too_large", "too large"

    photo = models.OneToOneField(Photo, models.PROTECT, related_name="deletion")
    why = models.CharField(max_length=10, choices=Why.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
