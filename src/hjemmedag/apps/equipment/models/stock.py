"""What the company has: kinds of equipment, single items, and the package that goes with a job function."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from hjemmedag.core.workplaces.questions import Remedy


class Kind(models.Model):
    """Udstyrstype: "Skærm 27 tommer". `benefit` says which tax note belongs to it.

    `remedy` is what it mends at a home place of work, empty where it mends nothing that is asked about there.

    `price` is what a new one costs in kroner, as the company counts it; empty where nobody has said.

    `service_months` and `lasts_months` propose an item's dates of service and replacement; empty where there are none.
    """

    class Benefit(models.TextChoices):
        COMPUTER = "computer", "computer"
        FURNITURE = "furniture", "furniture"
        PHONE = "phone", "phone"

    name = models.CharField(max_length=80)
    benefit = models.CharField(max_length=9, choices=Benefit.choices, default=Benefit.COMPUTER)
    remedy = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Remedy], blank=True)
    service_months = models.PositiveSmallIntegerField(null=True, blank=True)
    lasts_months = models.PositiveSmallIntegerField(null=True, blank=True)
    price = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="equipment_kind_once"),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0), name="equipment_price_is_no_debt"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """Genstand: one thing with its inventory number. `site` is where it belongs when nobody has it.

    Where it is follows from what is recorded: a loan, a repair, a write-off. `findable` is what it is searched by.
    """

    kind = models.ForeignKey(Kind, models.PROTECT, related_name="items")
    number = models.CharField(max_length=20, unique=True)
    serial = models.CharField(max_length=60, blank=True)
    model = models.CharField(max_length=120, blank=True)
    site = models.ForeignKey("people.Site", models.PROTECT, related_name="+")
    bought_on = models.DateField(null=True, blank=True)
    service_on = models.DateField(null=True, blank=True)
    replace_on = models.DateField(null=True, blank=True)
    findable = models.CharField(max_length=300, editable=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["serial"], condition=~models.Q(serial=""), name="equipment_serial_number_once"
            )
        ]
        indexes = [
            models.Index(fields=["service_on"], name="equipment_service"),
            models.Index(fields=["replace_on"], name="equipment_replacement"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.model}".strip()


class WriteOff(models.Model):
    """Udgået: the item is no longer the company's or no longer of use, since which day and why."""

    class Why(models.TextChoices):
        WORN = "worn", "worn out"
        LOST = "lost", "lost"
        STOLEN = "stolen", "stolen"
        SOLD = "sold", "sold"

    item = models.OneToOneField(Item, models.PROTECT, related_name="write_off")
    why = models.CharField(max_length=6, choices=Why.choices)
    on = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class PackageLine(models.Model):
    """Standardpakke: how many of a kind belong to a job function, for arrangements that begin within the period."""

    function = models.ForeignKey("policy.JobFunction", models.PROTECT, related_name="+")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="+")
    count = models.PositiveSmallIntegerField()
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["function", "kind", "starts"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="equipment_package_ends_after_start",
            ),
            models.CheckConstraint(condition=models.Q(count__gt=0), name="equipment_package_holds_something"),
            models.UniqueConstraint(fields=["function", "kind", "starts"], name="equipment_package_line_once_a_day"),
        ]
