"""Files made for payroll, kept as they were made, and what a company has to say before one can be."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class PayrollChoices(models.Model):
    """What this company has agreed with a payroll system: the codes and the like that its profile asks for, by name."""

    profile = models.CharField(max_length=20, unique=True)
    values = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)


class PayrollFile(models.Model):
    """A file that was made, to the byte, until it is past retention: another one for the same month is another row.

    `number` counts a profile's files, so that each has a name of its own. `people` are in it; `left_out` has number,
    name and unapproved weeks of those whom it doesn't hold all of.
    """

    month = models.DateField()
    profile = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    people = models.PositiveIntegerField()
    left_out = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(month__day=1), name="worktime_payroll_month_by_its_first"),
            models.UniqueConstraint(fields=["profile", "number"], name="worktime_payroll_file_once"),
        ]
        indexes = [models.Index(fields=["month"], name="worktime_payroll_month")]
