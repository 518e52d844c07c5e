"""The chain of entries, their erasable payloads, and the seals of rows they wrote."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One thing that was done. `hash` covers the previous entry's hash and everything here but the payload itself."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.BigIntegerField(null=True, db_index=True)
    action = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject = models.BigIntegerField(null=True)
    about = models.BigIntegerField(null=True, db_index=True)
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["subject_kind", "subject"], name="audit_entry_subject"),
            models.Index(fields=["action", "-number"], name="audit_entry_action"),
        ]


class Payload(models.Model):
    """What an entry says in detail. May be erased: the entry keeps only its salted digest."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32)
    data = models.JSONField()


class RowSeal(models.Model):
    """The salted digest of a business row as an entry left it; empty `digest` when the entry removed the row."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="seals")
    table = models.CharField(max_length=60)
    row = models.BigIntegerField()
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "row", "entry"], name="audit_seal_once_an_entry")]


class Head(models.Model):
    """The end of the chain: one row, locked while an entry is added."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]
