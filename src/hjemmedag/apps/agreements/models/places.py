"""Andre arbejdssteder: places beside the home that one side asks for and the other answers, each for a time."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.arrangement import Arrangement
from hjemmedag.core.periods import Period


class OtherPlace(models.Model):
    """A summer house or a partner's flat: asked for by the employee, open until `closed_at`.

    `address` has the fields of `core.people.homes.Address`. It counts from `starts` up to but not including `ends`.
    The written yes is what the law on employment contracts asks for; later addenda list the place too.
    """

    class Outcome(models.TextChoices):
        OPEN = "", "open"
        APPROVED = "approved", "approved"
        REFUSED = "refused", "refused"
        WITHDRAWN = "withdrawn", "withdrawn"

    arrangement = models.ForeignKey(Arrangement, models.PROTECT, related_name="places")
    name = models.CharField(max_length=60)
    address = models.JSONField()
    room = models.CharField(max_length=80)
    starts = models.DateField()
    ends = models.DateField(null=True)
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    outcome = models.CharField(max_length=9, choices=Outcome.choices, blank=True, default=Outcome.OPEN)
    reason = models.TextField(blank=True, max_length=1000)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="agreements_place_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", closed_at__isnull=True)
                | models.Q(~models.Q(outcome=""), closed_at__isnull=False),
                name="agreements_place_closed_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="refused") | ~models.Q(reason=""), name="agreements_place_no_has_a_reason"
            ),
        ]

    @property
    def period(self) -> Period:
        """The days on which it counts."""
        return Period(self.starts, self.ends)

    @property
    def last(self) -> date | None:
        """The last day on which it counts; `None` without one."""
        return self.ends and self.ends - timedelta(days=1)
