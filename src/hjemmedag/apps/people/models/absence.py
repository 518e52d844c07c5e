"""Days on which an employee is away: nothing is sent to them then."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.people.models.dated import Dated


class Absence(Dated):
    """Time away from work. Only what the law needs to know is kept: the kind, never a reason.

    `leave` says that it is for longer, so that tasks rest until the first day back.
    """

    class Kind(models.TextChoices):
        ANNUAL_LEAVE = "annual_leave", "annual leave"
        SICK = "sick", "sick"
        OTHER = "other", "other"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    leave = models.BooleanField(default=False)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["employee", "starts"], name="people_absence_once_a_day"),
        ]
