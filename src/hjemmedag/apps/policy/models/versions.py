"""The policy in versions, its clauses and provisions, and the receipts for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from hjemmedag.core.policy.provisions import Ownership, Provider


class PolicyVersion(models.Model):
    """One version of the policy: a draft until it is published, never changed after.

    `number` counts published versions; `revision` counts edits, so that a second editor is told of the first. `terms`
    are what it says in numbers and choices, by the keys of the rulebook's terms. `unheard` is why it was published
    without a hearing of these words.
    """

    number = models.PositiveIntegerField(null=True, unique=True)
    unheard = models.CharField(max_length=400, blank=True)
    effective_from = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField()
    notice_months = models.PositiveSmallIntegerField(null=True, blank=True, default=1)
    terms = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__isnull=True, published_at__isnull=True, published_by__isnull=True)
                | models.Q(
                    number__isnull=False,
                    published_at__isnull=False,
                    published_by__isnull=False,
                    effective_from__isnull=False,
                ),
                name="policy_published_whole",
            ),
            models.UniqueConstraint(
                Coalesce("number", 0), condition=models.Q(number__isnull=True), name="policy_one_draft"
            ),
        ]


class Clause(models.Model):
    """One clause of one version, in both languages; `key` is the same in every version it stands in."""

    version = models.ForeignKey(PolicyVersion, models.CASCADE, related_name="clauses")
    key = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    heading_da = models.CharField(max_length=160)
    heading_en = models.CharField(max_length=160)
    text_da = models.TextField(max_length=8000)
    text_en = models.TextField(max_length=8000)
    in_addendum = models.BooleanField(default=False)
    required = models.BooleanField(default=False)
    rule = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="policy_clause_once_a_version")]


class Provision(models.Model):
    """Ydelse: who provides one thing in one version; `key` is the same in every version it stands in."""

    version = models.ForeignKey(PolicyVersion, models.CASCADE, related_name="provisions")
    key = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    item_da = models.CharField(max_length=120)
    item_en = models.CharField(max_length=120)
    provider = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Provider])
    ownership = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Ownership])
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)
    note_da = models.CharField(max_length=240, blank=True)
    note_en = models.CharField(max_length=240, blank=True)
    rule = models.CharField(max_length=80, blank=True)
    demanded = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="policy_provision_once_a_version")]


class Receipt(models.Model):
    """Kvittering: this employee has read this version.

    `since`: the version the person had confirmed before, if any; then `clauses` and `provisions`, the keys of those
    that differ from it, are what was confirmed.
    """

    version = models.ForeignKey(PolicyVersion, models.PROTECT, related_name="receipts")
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    since = models.ForeignKey(PolicyVersion, models.PROTECT, related_name="+", null=True)
    clauses = models.JSONField(default=list)
    provisions = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "employee"], name="policy_one_receipt")]
