"""The job functions that the policy speaks of, and the needs analyses of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower


class JobFunction(models.Model):
    """Jobfunktion: a kind of work that the company has; no other has its name, whatever the case."""

    name = models.CharField(max_length=120)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="policy_function_once")]

    def __str__(self) -> str:
        return self.name


class NeedsAnalysis(models.Model):
    """Behovsanalyse of a job function from a day on, never changed after: a change is a new one with the next `number`.

    `tasks` and `windows` are lists of tables with the fields of `core.policy.needs.Task` and `ServiceWindow`; clock
    times are "HH:MM".
    """

    function = models.ForeignKey(JobFunction, models.PROTECT, related_name="analyses")
    number = models.PositiveIntegerField()
    starts = models.DateField()
    tasks = models.JSONField()
    windows = models.JSONField(default=list)
    why = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["function", "-number"]
        verbose_name_plural = "needs analyses"
        constraints = [models.UniqueConstraint(fields=["function", "number"], name="policy_analysis_numbered")]
