"""The company's choices about the home as a place of work."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SafetyPractice(models.Model):
    """The one row. `handler` reads what people say of body and well-being, and nobody else does.

    `compliant_desks`: everyone with an arrangement can use a screen desk that meets the demands at the office.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    handler = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    compliant_desks = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="workplaces_one_practice")]
