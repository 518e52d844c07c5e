"""What a PDF is to us: a file we hold, one we sealed, a changed one, or a stranger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing import Busy, Examination, Outcome
from hjemmedag.adapters.sealing.apart import examine_apart
from hjemmedag.apps.documents.models import Document, Revision, Signature
from hjemmedag.apps.documents.queries.certificates import trusted
from hjemmedag.apps.documents.queries.files import sha256
from hjemmedag.core.refusals import Refused


class Finding(StrEnum):
    """The one answer about a file.

    `HELD`: exactly a file on record, sealed and unchanged, the newest of its document; `EARLIER`: the same, but it was
    sealed again since; `OFFERED`: on record, not sealed yet; `OURS`: sealed by us and unchanged, but not on record;
    `TAKEN_IN`: on record from before hjemmedag, not sealed by us; `OUTSIDE`: on record, signed with a service outside.
    """

    HELD = "held"
    EARLIER = "earlier"
    OFFERED = "offered"
    OURS = "ours"
    ALTERED = "altered"
    ADDED_TO = "added_to"
    UNKNOWN_CERTIFICATE = "unknown_certificate"
    NO_SEAL = "no_seal"
    TAKEN_IN = "taken_in"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found, the file's fingerprint, and what its seals say. Nothing here comes from our records."""

    finding: Finding
    sha256: str
    examination: Examination

    @property
    def good(self) -> bool:
        """Sealed by us and not changed since."""
        return self.examination.unchanged


def check(pdf: bytes) -> CheckResult:
    """Examine a file against all our certificates and the files on record; about a second, in a process of its own.

    Raises `adapters.sealing.NotReadable` for bytes that are no readable PDF, and `Refused` while this machine is busy
    with another file: however many ask, and in however many processes, one file at a time is all it costs.
    """
    try:
        examination = examine_apart(pdf, trusted=trusted(), lock=settings.DATA_DIR / "checking.lock")
    except Busy:
        raise Refused(_("Another file is being checked right now. Try again in a moment.")) from None
    digest = sha256(pdf)
    return CheckResult(_finding(examination.outcome, digest), digest, examination)


def _finding(outcome: Outcome, digest: str) -> Finding:
    if Signature.objects.filter(revision__sha256=digest).exclude(outside={}).exists():
        return Finding.OUTSIDE
    held = Revision.objects.filter(sha256=digest)
    # Whatever strangers signed or sealed in a paper from before, it is the one that we were given.
    if outcome is not Outcome.UNCHANGED and held.filter(document__kind=Document.Kind.TAKEN_IN).exists():
        return Finding.TAKEN_IN
    if outcome not in (Outcome.UNCHANGED, Outcome.NO_SEAL):
        return Finding(outcome.value)
    revision = held.first()
    if outcome is Outcome.NO_SEAL:
        return Finding.OFFERED if revision else Finding.NO_SEAL
    if revision is None:
        return Finding.OURS
    sealed_again = Revision.objects.filter(document=revision.document_id, number__gt=revision.number).exists()
    return Finding.EARLIER if sealed_again else Finding.HELD
