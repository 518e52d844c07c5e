"""What someone is to have beyond the package."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.equipment.models.loans import Loan
from hjemmedag.apps.equipment.models.stock import Kind


class Order(models.Model):
    """Bestilling: one of a kind for an employee, to be handed over by a day. Open until it is lent or called off.

    Someone who orders what is on its way already gets that order: one of a kind and a person is open at a time.
    """

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="+")
    due = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    loan = models.OneToOneField(Loan, models.PROTECT, related_name="order", null=True)
    called_off_at = models.DateTimeField(null=True)
    called_off_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "kind"],
                condition=models.Q(loan__isnull=True, called_off_at__isnull=True),
                name="equipment_one_open_order",
            ),
            models.CheckConstraint(
                condition=models.Q(called_off_at__isnull=True, called_off_by__isnull=True)
                | models.Q(called_off_at__isnull=False, called_off_by__isnull=False, loan__isnull=True),
                name="equipment_called_off_whole",
            ),
        ]

    @property
    def waits(self) -> bool:
        """Whether it is still to be handed over."""
        return self.loan_id is None and self.called_off_at is None
