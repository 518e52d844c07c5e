"""What the nightly check works out from the register, so that no page has to judge everyone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class CountedMonth(models.Model):
    """A month whose figures were counted, once: later corrections don't move its figures.

    From two states of them somebody's value could be told.
    """

    month = models.DateField(unique=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(month__day=1), name="worktime_counted_by_its_first")]


class MonthFigures(models.Model):
    """One unit's figures in a month that is counted: how often rest was too short, and minutes worked, also at home.

    `people` are those who registered; `unit` is nothing for people without a department.
    """

    counted = models.ForeignKey(CountedMonth, models.PROTECT, related_name="figures")
    unit = models.ForeignKey("people.Department", models.PROTECT, related_name="+", null=True)
    people = models.PositiveIntegerField()
    daily = models.PositiveIntegerField()
    weekly = models.PositiveIntegerField()
    owed = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField()
    home_minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["counted", "unit"], name="worktime_figures_once"),
            models.UniqueConstraint(
                fields=["counted"], condition=models.Q(unit__isnull=True), name="worktime_figures_unitless_once"
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


class YearFinding(models.Model):
    """What a year of someone's time shows that no single week does, as of the last night. Made anew each night.

    The worst of its kind, from `first` to `last`: a period that is over and was above 48 hours a week (`measured` in
    minutes per seven days), or twelve months with many hours at night (in hours).
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    rule = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()
    measured = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employee", "rule"], name="worktime_year_finding_worst")]


class OwedRest(models.Model):
    """Someone whose rest was cut short with leave, and who has not had the longer rest yet. Made anew each night.

    `since` is the day on which the work ended that the rest comes after, `minutes` how long the rest must be.
    """

    employee = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateField()
    minutes = models.PositiveIntegerField()


class Silence(models.Model):
    """An approver who hasn't answered weeks for long, or an employee whose weeks nobody is there to answer.

    `since` is the day since which the first of the `weeks` waits. Made anew each night.
    """

    approver = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True)
    employee = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", null=True)
    weeks = models.PositiveIntegerField()
    since = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approver__isnull=True, employee__isnull=False)
                | models.Q(approver__isnull=False, employee__isnull=True),
                name="worktime_silence_of_one",
            )
        ]


class NightlyCheck(models.Model):
    """When everyone's working time was last checked: the one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="worktime_one_nightly_check")]
