"""Facts that hold for a time: from `starts`, up to but not including `ends`."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models

from hjemmedag.apps.people.models.prepared import Asked
from hjemmedag.core.periods import Period


def in_force(on: date | Asked | models.OuterRef, prefix: str = "") -> models.Q:
    """The filter "holds on this day", for the model itself or, with `prefix` ("terms__"), for a related one."""
    started = models.Q(**{f"{prefix}starts__lte": on})
    return started & (models.Q(**{f"{prefix}ends__isnull": True}) | models.Q(**{f"{prefix}ends__gt": on}))


class DatedQuerySet(models.QuerySet[Any]):
    """Rows with a period."""

    def on(self, day: date | Asked | models.OuterRef) -> Self:
        """The rows that hold on `day`."""
        return self.filter(in_force(day))


class Dated(models.Model):
    """A row with a half-open period; the end may be open."""

    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="%(app_label)s_%(class)s_ends_after_start",
            )
        ]

    @property
    def period(self) -> Period:
        """The days on which this holds."""
        return Period(self.starts, self.ends)
