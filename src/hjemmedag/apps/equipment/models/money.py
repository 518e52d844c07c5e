"""What working at home costs: supplies, refunds, and who pays for the internet."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Expense(models.Model):
    """Udgift: supplies that someone wants, or an internet bill they have paid; `voucher` is the number of the bill."""

    class Kind(models.TextChoices):
        SUPPLIES = "supplies", "supplies"
        INTERNET = "internet", "internet"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    what = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=8, decimal_places=2)
    on = models.DateField()
    voucher = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="equipment_expense_costs_something")
        ]


class ExpenseAnswer(models.Model):
    """Yes or no to an expense; `by` is nobody where it lies below what needs an approval."""

    expense = models.OneToOneField(Expense, models.PROTECT, related_name="answer")
    approved = models.BooleanField()
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="equipment_answered")]


class Internet(models.Model):
    """Who pays for someone's internet at home, for a time. `amount` a month; 0 for a subscription of the company's.

    `agreed_on`: the day on which the change of pay was agreed, for a scheme paid from the gross salary.
    """

    class Way(models.TextChoices):
        COMPANY = "company", "company subscription"
        REFUND = "refund", "documented refund"
        CASH = "cash", "fixed monthly cash"
        SALARY = "salary", "gross salary scheme"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    way = models.CharField(max_length=7, choices=Way.choices)
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    agreed_on = models.DateField(null=True, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-starts", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="equipment_internet_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(way="salary") | models.Q(agreed_on__isnull=False),
                name="equipment_pay_change_is_agreed",
            ),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="equipment_internet_amount"),
            models.UniqueConstraint(
                fields=["employee"], condition=models.Q(ends__isnull=True), name="equipment_one_open_internet"
            ),
            models.UniqueConstraint(fields=["employee", "starts"], name="equipment_internet_once_a_day"),
        ]
