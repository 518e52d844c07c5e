"""The company's own choices about equipment: no rules of law."""

from __future__ import annotations

from django.db import models


class Practice(models.Model):
    """What the company promises and allows.

    `remote_hours`: working hours until someone helps from afar; `onsite_days`: working days until someone comes or the
    item is exchanged. `supplies_a_year`: the most that a person may order for in a calendar year; an order up to
    `without_approval` needs nobody's yes. The codes are payroll's own, for the lines of its file.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    remote_hours = models.PositiveSmallIntegerField(default=4)
    onsite_days = models.PositiveSmallIntegerField(default=2)
    supplies_a_year = models.DecimalField(max_digits=8, decimal_places=2, default=1500)
    without_approval = models.DecimalField(max_digits=8, decimal_places=2, default=250)
    internet_a_month = models.DecimalField(max_digits=8, decimal_places=2, default=300)
    code_refund = models.CharField(max_length=20, blank=True)
    code_cash = models.CharField(max_length=20, blank=True)
    code_salary = models.CharField(max_length=20, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="equipment_one_practice")]
