"""Why a rule about rest or hours was not kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Explanation(models.Model):
    """What is said about one finding: of a rule, for a person, from `start` to `until`, the instants it names.

    The person gives the reason. `unforeseen`: whoever approves the week has it on record that an unforeseen event made
    the work necessary (AML § 52); then `reason` is that record. A later one for the same finding stands beside it.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    start = models.DateTimeField()
    until = models.DateTimeField()
    reason = models.CharField(max_length=400)
    unforeseen = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="worktime_explained_in_words"),
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("start")), name="worktime_explanation_ends_later"
            ),
        ]
        indexes = [models.Index(fields=["employee", "until"], name="worktime_explanation_of_whom")]
