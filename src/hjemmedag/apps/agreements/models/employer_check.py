"""Someone moved to another legal entity: a person judges whether the addendum still stands."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class EmployerCheck(models.Model):
    """Vurdering af ny arbejdsgiver: who judged it, when, and why, for the employment that the move began.

    `stands` settles it. `new` says that a new addendum is needed, which its own offer then settles.
    """

    class Outcome(models.TextChoices):
        STANDS = "stands", "stands"
        NEW = "new", "new"

    employment = models.ForeignKey("people.Employment", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=6, choices=Outcome.choices)
    note = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employment", "outcome"], name="agreements_employer_checked_once"),
        ]
