"""An employee asks, the manager answers: both in writing."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.pattern import Pattern


class Ground(models.TextChoices):
    """What the right to ask for flexible terms rests on: which of the two grounds, and nothing about whom."""

    NONE = "", "none"
    PARENT = "parent", "parent"
    CARER = "carer", "carer"


class Application(Pattern):
    """Ansøgning: a draft until `submitted_at`.

    `ground` says that the right to ask for flexible terms is used: no name, date of birth or illness is asked for or
    kept. `precheck` has "yes" or "no" by question about table, chair, light, quiet and plugs, of those answered: it
    gives hints to both sides and is carried nowhere else. `by_right`, whether the law of the day of sending gave it
    (rule agreements.flexible_request).
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    wanted_from = models.DateField(null=True, blank=True)
    wish = models.TextField(blank=True, max_length=2000)
    document_language = models.CharField(max_length=4, default="da")
    ground = models.CharField(max_length=6, choices=Ground.choices, blank=True, default=Ground.NONE)
    precheck = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    answer_by = models.DateField(null=True)
    by_right = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta(Pattern.Meta):
        constraints = [
            *Pattern.Meta.constraints,
            models.UniqueConstraint(
                fields=["employee"],
                condition=models.Q(submitted_at__isnull=True),
                name="agreements_one_draft_a_person",
            ),
        ]
        indexes = [models.Index(fields=["submitted_at"], name="agreements_app_submitted")]


class Decision(models.Model):
    """Afgørelse: the manager's answer, always with the reason the employee will read."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", "approved"
        REFUSED = "refused", "refused"

    application = models.OneToOneField(Application, models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Withdrawal(models.Model):
    """The employee took the application back before it was answered."""

    application = models.OneToOneField(Application, models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField()
