"""How one person's working time is registered, and by which rules it is judged."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Registration(models.Model):
    """From `starts` up to, but not including, `ends`: the method, the approver, and whether the person plans alone.

    Without a row: written on the week page, approved by the manager, judged by all rules. `approver` takes the
    manager's place for the time. `self_organiser`: the assessment says so, in `assessment`; without a `clause` of the
    contract that names the rules, only the rest rules fall away. `opt_out`: the person has said yes to more than 48
    hours a week, on call in work critical to society and by the agreement named; never without one. `revision` grows
    with each of the person's changes, so that nobody writes over another.
    """

    class Method(models.TextChoices):
        PAGE = "page", "page"
        FILE = "file", "file"
        SYSTEM = "system", "system"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    method = models.CharField(max_length=6, choices=Method.choices, default=Method.PAGE)
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    self_organiser = models.BooleanField(default=False)
    assessment = models.TextField(max_length=2000, blank=True)
    clause = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True, blank=True)
    opt_out = models.BooleanField(default=False)
    opt_out_agreement = models.CharField(max_length=120, blank=True)
    opt_out_function = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="worktime_registration_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(self_organiser=False)
                | (~models.Q(assessment="") & models.Q(review_on__isnull=False)),
                name="worktime_self_organiser_is_assessed",
            ),
            models.CheckConstraint(
                condition=models.Q(opt_out=False) | ~models.Q(opt_out_agreement="") & ~models.Q(opt_out_function=""),
                name="worktime_opt_out_by_agreement",
            ),
            models.CheckConstraint(
                condition=~models.Q(approver=models.F("employee")), name="worktime_nobody_approves_themselves"
            ),
            models.UniqueConstraint(fields=["employee", "starts"], name="worktime_registration_once_a_day"),
            models.UniqueConstraint(fields=["employee", "revision"], name="worktime_registration_one_at_a_time"),
        ]
