"""A living arrangement is to have another pattern: one side asks, the other answers, and new terms are signed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.agreements.models.application import Ground
from hjemmedag.apps.agreements.models.arrangement import Arrangement, Terms
from hjemmedag.apps.agreements.models.pattern import Pattern


class Amendment(Pattern):
    """Ændring: the wish for another pattern, by the employee or a manager; open until `closed_at`.

    `exception` is the reason for asking outside the window for changes. `ground` and `by_right` say
    that the employee uses the right to ask for flexible terms, and whether the law of the day gave it, as of an
    application. Home and room stay what they are. `terms` are those that a yes made: they hold once their addendum is
    signed, from their own first day.
    """

    class Outcome(models.TextChoices):
        OPEN = "", "open"
        APPROVED = "approved", "approved"
        REFUSED = "refused", "refused"
        WITHDRAWN = "withdrawn", "withdrawn"

    arrangement = models.ForeignKey(Arrangement, models.PROTECT, related_name="amendments")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    wanted_from = models.DateField()
    wish = models.TextField(blank=True, max_length=2000)
    exception = models.TextField(blank=True, max_length=1000)
    ground = models.CharField(max_length=6, choices=Ground.choices, blank=True, default=Ground.NONE)
    answer_by = models.DateField()
    by_right = models.BooleanField(default=False)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, blank=True, default=Outcome.OPEN)
    reason = models.TextField(blank=True, max_length=2000)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    terms = models.OneToOneField(Terms, models.PROTECT, related_name="amendment", null=True)

    class Meta(Pattern.Meta):
        constraints = [
            *Pattern.Meta.constraints,
            models.UniqueConstraint(
                fields=["arrangement"], condition=models.Q(closed_at__isnull=True), name="agreements_one_open_amendment"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", closed_at__isnull=True)
                | models.Q(~models.Q(outcome=""), closed_at__isnull=False),
                name="agreements_amendment_closed_with_an_outcome",
            ),
        ]
