"""Imports of staff lists: what each changed, so that it can be undone until something was built on it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Import(models.Model):
    """One staff list that was taken in. `key` names the upload, so that a second press of the button finds this."""

    key = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    ended = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["-id"]


class ImportedChange(models.Model):
    """A row that an import made, changed or removed; `before` is null when it made it, `after` when it removed it."""

    source = models.ForeignKey(Import, models.PROTECT, related_name="changes")
    table = models.CharField(max_length=60)
    row = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
