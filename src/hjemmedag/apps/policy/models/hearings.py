"""Høring: who was heard about a draft, what it said then, their comments, and HR's answers. Nothing is ever deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from hjemmedag.apps.policy.models.versions import PolicyVersion
from hjemmedag.core.policy.hearings import Outcome, Seat


class Hearing(models.Model):
    """Høring over one draft; a draft is heard by one hearing at a time.

    `number` counts the company's hearings. `content` is the draft as it was when the hearing began, and `digest` its
    SHA-256. `first_answer_by` is the day that was asked for first; `closed_early` why not all were waited for.
    """

    version = models.ForeignKey(PolicyVersion, models.PROTECT, related_name="hearings")
    number = models.PositiveIntegerField(unique=True)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    words = models.TextField(max_length=2000, blank=True)
    first_answer_by = models.DateField()
    answer_by = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    closed_early = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=models.Q(closed_at__isnull=True), name="policy_one_open_hearing"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, closed_by__isnull=True)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False),
                name="policy_hearing_closed_whole",
            ),
        ]


class Party(models.Model):
    """Høringspart: someone of the company who is heard, or a party outside it, known by `name` only.

    `silent_at`: has nothing to comment on; `silent_on` is the day when a party outside said so.
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="parties")
    seat = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Seat])
    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=120, blank=True)
    silent_at = models.DateTimeField(null=True)
    silent_on = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(employee__isnull=False, name="")
                | models.Q(employee__isnull=True) & ~models.Q(name=""),
                name="policy_party_here_or_outside",
            ),
            models.UniqueConstraint("hearing", Coalesce("employee", 0), "name", name="policy_party_once_a_hearing"),
        ]

    @property
    def called(self) -> str:
        """The name by which the party is known."""
        return self.name if self.employee is None else self.employee.name


class Comment(models.Model):
    """Høringssvar: what a party says of one clause (`clause` is its key), or of the whole draft.

    `received_on`: the day when a party outside wrote it, entered by HR.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="comments")
    clause = models.CharField(max_length=60, blank=True)
    text = models.TextField(max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    received_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]


class Reply(models.Model):
    """HR's answer to a comment."""

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="reply")
    outcome = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Outcome])
    text = models.TextField(max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
