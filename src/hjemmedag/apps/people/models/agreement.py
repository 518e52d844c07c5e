"""Agreement profiles (overenskomster, lokalaftaler): the limits that checks read, dated."""

from __future__ import annotations

from django.db import models

from hjemmedag.apps.people.models.dated import Dated


class AgreementProfile(models.Model):
    """An agreement by the name that the staff list uses.

    A name first seen in an import is unconfirmed: the law's own limits apply until HR has said what it stands for.
    `other_names` are those that HR has said mean the same.
    """

    name = models.CharField(max_length=120, unique=True)
    other_names = models.JSONField(default=list)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return self.name


class AgreementLimits(Dated):
    """What an agreement says in a period, where it differs from the law; empty means the law's own value."""

    class Kind(models.TextChoices):
        COLLECTIVE = "collective", "collective"
        LOCAL = "local", "local"

    class ControlArea(models.TextChoices):
        DA_FH = "da_fh", "DA/FH"
        GLS_A = "gls_a", "GLS-A"
        NONE = "none", "none"

    class Area(models.TextChoices):
        PRIVATE = "private", "private"
        STATE = "state", "state"
        MUNICIPAL = "municipal", "municipal"

    profile = models.ForeignKey(AgreementProfile, models.PROTECT, related_name="limits")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.COLLECTIVE)
    daily_rest_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    rest_reductions_per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    max_days_between_days_off = models.PositiveSmallIntegerField(null=True, blank=True)
    reference_months = models.PositiveSmallIntegerField(null=True, blank=True)
    control_area = models.CharField(max_length=6, choices=ControlArea.choices, default=ControlArea.NONE)
    area = models.CharField(max_length=9, choices=Area.choices, blank=True)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["profile", "starts"], name="people_limits_once_a_day"),
        ]
