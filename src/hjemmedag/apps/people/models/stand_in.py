"""Stedfortræder: who answers in a manager's place, for a time."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.people.models.dated import Dated


class StandIn(Dated):
    """`by` answers for `employee` as long as it holds: there is no manager, or the manager doesn't or mustn't answer.

    It opens what is asked of a manager in writing, and nothing else of the employee's record.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(employee=models.F("by")), name="people_nobody_stands_in_for_themselves"
            ),
            models.UniqueConstraint(fields=["employee", "starts"], name="people_stand_in_once_a_day"),
        ]
