"""A refusal is looked at once more by HR; the first decision stays as it was."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.application import Application


class SecondLook(models.Model):
    """Fornyet vurdering: the employee asks HR to look at a refusal again."""

    application = models.OneToOneField(Application, models.PROTECT, related_name="second_look")
    words = models.TextField(blank=True, max_length=2000)
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)


class SecondAnswer(models.Model):
    """HR's answer, with its reason: the refusal stands, or an arrangement is offered after all."""

    class Outcome(models.TextChoices):
        STANDS = "stands", "stands"
        CHANGED = "changed", "changed"

    second_look = models.OneToOneField(SecondLook, models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    reason = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
