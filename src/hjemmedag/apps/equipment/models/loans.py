"""Who has which item: handed over with one signature, brought back and received."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hjemmedag.apps.equipment.models.stock import Item


class Handover(models.Model):
    """Udlevering: one or more items given to an employee at once, with one receipt that the employee signs."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    document = models.OneToOneField("documents.Document", models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]


class Loan(models.Model):
    """Udlån: one item with one employee, from the day it was handed over until the day it was received back.

    `return_on` is the last day to bring it back, once one is set.
    """

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="loans")
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, related_name="loans")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    return_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=models.Q(ends__isnull=True), name="equipment_item_out_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="equipment_loan_ends_later",
            ),
        ]
        indexes = [
            models.Index(fields=["return_on"], condition=models.Q(ends__isnull=True), name="equipment_return_due")
        ]


class Loss(models.Model):
    """Tab: the employee says that an item is lost or stolen. It stays lent until the keeper has written it off."""

    class Kind(models.TextChoices):
        LOST = "lost", "lost"
        STOLEN = "stolen", "stolen"

    loan = models.OneToOneField(Loan, models.PROTECT, related_name="loss")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    on = models.DateField()
    words = models.CharField(max_length=400)
    at = models.DateTimeField()


class ReturnStatement(models.Model):
    """The employee's side of a return: "I have brought it back", when and how."""

    loan = models.OneToOneField(Loan, models.PROTECT, related_name="statement")
    on = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()


class Return(models.Model):
    """The keeper's side of a return: received, in what condition, and whether the data on it are erased."""

    class Condition(models.TextChoices):
        GOOD = "good", "good"
        WORN = "worn", "worn"
        BROKEN = "broken", "broken"

    loan = models.OneToOneField(Loan, models.PROTECT, related_name="returned")
    condition = models.CharField(max_length=6, choices=Condition.choices)
    erased = models.BooleanField(default=False)
    words = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
