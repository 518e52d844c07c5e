"""Risici i tal: what was counted of homes as places of work, once a month."""

from __future__ import annotations

from django.db import models


class CountedRisks(models.Model):
    """A month whose risks were counted, once, on the day `on`: what happens later doesn't move its figures.

    From two states of them, a person more or less, that person's could be told.
    """

    month = models.DateField(unique=True)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["month"]
        verbose_name_plural = "counted risks"
        constraints = [models.CheckConstraint(condition=models.Q(month__day=1), name="workplaces_counted_by_its_first")]


class RiskFigures(models.Model):
    """One unit's figures in a count: the people who work at home, and what is open at their homes.

    `told_with`: units with the same number in a count are only told together, those without one not at all. `late` are
    people whose assessment is overdue, `overdue` measures; `injuries` and `near_misses` are those of a year. `topics`:
    open findings by what they are about. `unit` is nothing for people without a department. What is about body and
    well-being isn't counted. `as_of`: the day of the figures; older than the count where too few came or went since.
    """

    counted = models.ForeignKey(CountedRisks, models.PROTECT, related_name="figures")
    unit = models.ForeignKey("people.Department", models.PROTECT, related_name="+", null=True)
    told_with = models.PositiveIntegerField(null=True)
    as_of = models.DateField()
    people = models.PositiveIntegerField()
    assessed = models.PositiveIntegerField()
    to_assess = models.PositiveIntegerField()
    late = models.PositiveIntegerField()
    law = models.PositiveIntegerField()
    recommended = models.PositiveIntegerField()
    overdue = models.PositiveIntegerField()
    injuries = models.PositiveIntegerField()
    near_misses = models.PositiveIntegerField()
    topics = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "risk figures"
        constraints = [
            models.UniqueConstraint(fields=["counted", "unit"], name="workplaces_figures_once"),
            models.UniqueConstraint(
                fields=["counted"], condition=models.Q(unit__isnull=True), name="workplaces_figures_unitless_once"
            ),
        ]
