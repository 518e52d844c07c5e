"""Documents with the people who sign them, their signatures and the sealed files."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SealCertificate(models.Model):
    """A certificate that the company seals with; kept after it is replaced, so that older seals stay checkable.

    Its private key stands in a file of its own, named by `fingerprint`, never here.
    """

    pem = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()


class Document(models.Model):
    """A PDF that people sign, the evidence about one that they signed, or one from before hjemmedag.

    What was taken in has no parties and no seal of ours: we keep it whole and vouch for nothing that stands in it.
    `sha256` is that of the file as it was offered: its pages never change afterwards. `findable` is the title, folded
    for searching.
    """

    class Kind(models.TextChoices):
        ADDENDUM = "addendum", "addendum"
        EVIDENCE = "evidence", "evidence"
        HANDOVER = "handover", "handover"
        PARTICULARS = "particulars", "particulars"
        TAKEN_IN = "taken_in", "taken_in"

    class Language(models.TextChoices):
        DANISH = "da", "Dansk"
        ENGLISH = "en", "English"
        BOTH = "both", "Dansk + English"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    language = models.CharField(max_length=4, choices=Language.choices)
    title = models.CharField(max_length=200)
    findable = models.CharField(max_length=400, editable=False)
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    offered_at = models.DateTimeField()
    evidence_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="evidence")

    class Meta:
        indexes = [models.Index(fields=["-offered_at", "-id"], name="documents_newest_first")]

    def __str__(self) -> str:
        return self.title


class Party(models.Model):
    """Someone who is to sign, and in which order."""

    class Side(models.TextChoices):
        EMPLOYEE = "employee", "employee"
        EMPLOYER = "employer", "employer"

    document = models.ForeignKey(Document, models.PROTECT, related_name="parties")
    order = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=8, choices=Side.choices)
    signer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "order"], name="documents_one_party_a_place"),
            models.UniqueConstraint(fields=["document", "signer"], name="documents_signer_once"),
        ]


class Revision(models.Model):
    """The document's file in one state: as offered (0), then with one more seal for each signature."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    file = models.CharField(max_length=120)
    level = models.CharField(max_length=4, blank=True)
    certificate = models.ForeignKey(SealCertificate, models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="documents_revision_once")]


class Signature(models.Model):
    """Underskrift: who signed, when, how they had proved who they are, and the hash of the file they had before them.

    `revision` is the file that the signature made: what was signed, with one more seal. One given with a signing
    service outside is known by its certificate, which stands in `outside` as the file says it.
    """

    party = models.OneToOneField(Party, models.PROTECT, related_name="signature")
    revision = models.OneToOneField(Revision, models.PROTECT, related_name="signature")
    signed_at = models.DateTimeField()
    authenticated = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    outside = models.JSONField(default=dict)


class Closing(models.Model):
    """A document that will not be signed: declined by a party, withdrawn by the company, not signed in time,
    replaced by a new one because what it says had changed, or lapsed where no new one could be made. Those last three
    need nobody: then `by` is empty.
    """

    class Kind(models.TextChoices):
        DECLINED = "declined", "declined"
        WITHDRAWN = "withdrawn", "withdrawn"
        EXPIRED = "expired", "expired"
        REPLACED = "replaced", "replaced"
        LAPSED = "lapsed", "lapsed"

    document = models.OneToOneField(Document, models.PROTECT, related_name="closing")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=False) | models.Q(kind__in=("expired", "replaced", "lapsed")),
                name="documents_declined_or_withdrawn_by_someone",
            )
        ]


class Reading(models.Model):
    """That a party opened the document: the proof that it was received."""

    party = models.OneToOneField(Party, models.PROTECT, related_name="reading")
    at = models.DateTimeField()
