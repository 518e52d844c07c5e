"""What is asked for and what is agreed have the same shape: model, weekly pattern, hours, place."""

from __future__ import annotations

from django.db import models


class Model(models.TextChoices):
    """Hybrid: some fixed days at home. Remote: all of them."""

    HYBRID = "hybrid", "hybrid"
    REMOTE = "remote", "remote"


class Pattern(models.Model):
    """The terms of working at home.

    `home_days` are working days of the cycle: 0 = Monday of week one to 5·`cycle_weeks` − 1.
    `hours` has, for each weekday worked ("0"–"4"), the earliest start and the latest end, "HH:MM" each.
    `home` is the address as it was written down here, with the fields of `core.people.homes.Address`: what is agreed
    stays what was agreed when the person moves.
    """

    model = models.CharField(max_length=8, choices=Model.choices, default=Model.HYBRID)
    cycle_weeks = models.PositiveSmallIntegerField(default=1)
    home_days = models.JSONField(default=list)
    hours = models.JSONField(default=dict)
    home = models.JSONField(default=dict)
    room = models.CharField(max_length=80, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cycle_weeks__in=(1, 2)), name="%(app_label)s_%(class)s_one_or_two_weeks"
            )
        ]
