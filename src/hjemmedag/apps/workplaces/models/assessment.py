"""APV: assessments of the home, and what gives occasion for a new one."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Assessment(models.Model):
    """One assessment by the person who works there; a draft until `submitted_on`.

    `asked_from` is the first day of the question set, `covered` whether the order on screen work applied: together they
    say what was asked. `sure`: it applied by law that is confirmed, so that a no may be against the law. `replies` by
    question; those about body and well-being are `PrivateReplies`. `place` is an agreed place beside the home, where it
    is that one which is assessed: the duty to assess holds for each.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = models.ForeignKey("agreements.OtherPlace", models.PROTECT, related_name="+", null=True)
    asked_from = models.DateField()
    covered = models.BooleanField()
    sure = models.BooleanField(default=False)
    replies = models.JSONField(default=dict)
    begun_at = models.DateTimeField()
    submitted_on = models.DateField(null=True)
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["employee", "submitted_on"], name="workplaces_assessed")]
        constraints = [
            models.UniqueConstraint(
                fields=["employee"],
                condition=models.Q(submitted_on__isnull=True),
                name="workplaces_one_draft_each",
            ),
            models.CheckConstraint(
                condition=models.Q(submitted_on__isnull=True, submitted_at__isnull=True)
                | models.Q(submitted_on__isnull=False, submitted_at__isnull=False),
                name="workplaces_submitted_at_a_moment",
            ),
        ]


class PrivateReplies(models.Model):
    """What someone said about body and well-being: for the person and the named handler."""

    assessment = models.OneToOneField(Assessment, models.CASCADE, related_name="private")
    replies = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "private replies"


class Occasion(models.Model):
    """Something that calls for a new assessment from a day on. `kind` is for the person: pain is a matter of health."""

    class Kind(models.TextChoices):
        ARRANGEMENT = "arrangement", "arrangement"
        MOVE = "move", "move"
        MORE_DAYS = "more_days", "more days"
        COVERED = "covered", "covered"
        INJURY = "injury", "injury"
        EQUIPMENT = "equipment", "equipment"
        PAIN = "pain", "pain"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["employee", "kind", "on"], name="workplaces_occasion_once_a_day")
        ]


class Sharing(models.Model):
    """Someone lets the safety representatives read their own assessment, until they take it back."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="sharings")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"], condition=models.Q(withdrawn_at__isnull=True), name="workplaces_shared_once"
            )
        ]
