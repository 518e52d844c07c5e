"""What the nightly check works out from the register, so that no page has to judge everyone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class RestFigures(models.Model):
    """How often rest was too short in one unit in one month, counted once and kept.

    Later corrections don't move the figures: from two states of them nobody's value can be told. `people` are those who
    registered; `unit` is nothing for people without a department.
    """

    month = models.DateField()
    unit = models.ForeignKey("people.Department", models.PROTECT, related_name="+", null=True)
    people = models.PositiveIntegerField()
    daily = models.PositiveIntegerField()
    weekly = models.PositiveIntegerField()
    owed = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(month__day=1), name="worktime_figures_month_by_its_first"),
            models.UniqueConstraint(fields=["month", "unit"], name="worktime_figures_once"),
            models.UniqueConstraint(
                fields=["month"], condition=models.Q(unit__isnull=True), name="worktime_figures_unitless_once"
            ),
        ]


class HoursForecast(models.Model):
    """Someone above the company's warning level, as of the last night: see `queries.Nearing`. Made anew each night."""

    employee = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    first = models.DateField()
    last = models.DateField()
    average = models.FloatField()
    level = models.PositiveSmallIntegerField()
    passes_on = models.DateField(null=True)


class OwedRest(models.Model):
    """Someone whose rest was cut short with leave, and who has not had the longer rest yet. Made anew each night.

    `since` is the day on which the work ended that the rest comes after, `minutes` how long the rest must be.
    """

    employee = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateField()
    minutes = models.PositiveIntegerField()


class Silence(models.Model):
    """An approver who hasn't answered weeks for long, or nobody where there is none. Made anew each night.

    `since` is the day since which the first of the `weeks` waits.
    """

    approver = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True)
    weeks = models.PositiveIntegerField()
    since = models.DateField()


class NightlyCheck(models.Model):
    """When everyone's working time was last checked: the one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="worktime_one_nightly_check")]
