"""The company's own choices about working time: no rules of law."""

from __future__ import annotations

from datetime import time

from django.db import models


class Practice(models.Model):
    """From when working time is registered here; lunch; when an ordinary day begins where no arrangement says so.

    Without `starts` the company registers elsewhere: nobody is asked for anything.
    `deminimis_minutes`: work no longer than this is shown as no interruption of the rest: the company's choice, in
    weeks that begin on `deminimis_from` or later.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    starts = models.DateField(null=True, blank=True)
    lunch_minutes = models.PositiveSmallIntegerField(default=30)
    lunch_paid = models.BooleanField(default=False)
    begins = models.TimeField(default=time(8))
    deminimis_minutes = models.PositiveSmallIntegerField(default=0)
    deminimis_from = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="worktime_one_practice"),
            models.CheckConstraint(condition=models.Q(lunch_minutes__lte=120), name="worktime_lunch_at_most"),
            models.CheckConstraint(condition=models.Q(deminimis_minutes__lte=60), name="worktime_deminimis_at_most"),
        ]
