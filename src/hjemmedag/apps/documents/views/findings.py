"""What an examination found, in plain words."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.adapters.sealing import Level, Seal
from hjemmedag.apps.documents.queries import CheckResult, Finding
from hjemmedag.ui.words import moment

WORDS = {
    Finding.HELD: (
        "good",
        gettext_lazy("The file is genuine and unchanged"),
        gettext_lazy("It is exactly the file in our archive."),
    ),
    Finding.EARLIER: (
        "missing",
        gettext_lazy("The file is genuine, but not the newest"),
        gettext_lazy("It is unchanged, and the document has been signed again since. Ask for the newest file."),
    ),
    Finding.OFFERED: (
        "missing",
        gettext_lazy("The file is ours, but not signed"),
        gettext_lazy("It is exactly a document we have offered for signature. This file carries no seal."),
    ),
    Finding.TAKEN_IN: (
        "missing",
        gettext_lazy("The file is in our archive, from before hjemmedag"),
        gettext_lazy(
            "It is kept as it was, without a seal of ours. Signatures in it were not given here, so we can’t vouch "
            "for them."
        ),
    ),
    Finding.OUTSIDE: (
        "good",
        gettext_lazy("It is exactly the file in our archive, signed with a service outside"),
        gettext_lazy(
            "When it was filed, each signature was whole and nothing else was changed. Who issued the certificates "
            "we have not checked."
        ),
    ),
    Finding.OURS: (
        "good",
        gettext_lazy("The file is sealed by us and unchanged"),
        gettext_lazy("Exactly this file is not in our archive. Ask HR if you wonder where it comes from."),
    ),
    Finding.ALTERED: (
        "late",
        gettext_lazy("The file has been changed"),
        gettext_lazy("Something in it is not as it was when it was sealed. Don’t rely on it; ask for the original."),
    ),
    Finding.ADDED_TO: (
        "late",
        gettext_lazy("Something has been added to the file"),
        gettext_lazy(
            "It was put in after the last seal, so nobody has signed it. Don’t rely on it; ask for the original."
        ),
    ),
    Finding.UNKNOWN_CERTIFICATE: (
        "late",
        gettext_lazy("The seal is not ours"),
        gettext_lazy("The file is sealed with a certificate we don’t know. What it says of itself we can’t confirm."),
    ),
    Finding.NO_SEAL: (
        "missing",
        gettext_lazy("The file has no seal"),
        gettext_lazy("It is not a document that we have sealed, so we can’t say anything about it."),
    ),
}
LEVELS = {
    Level.B: gettext_lazy("The clock of the company’s own server"),
    Level.T: gettext_lazy("A time stamp from an independent server"),
}
SIGNATURE = "Signature"
"""How the names of the seals begin that stand for a signature; evidence is sealed by the company alone."""


def shown(result: CheckResult) -> dict[str, Any]:
    """What the result's part of a page needs."""
    kind, title, text = WORDS[result.finding]
    return {
        "result": result,
        "words": {"kind": kind, "title": title, "text": text},
        "seals": [_seal(seal) for seal in result.examination.seals],
        "file_facts": [(_("Fingerprint (SHA-256)"), fingerprint(result.sha256))],
    }


def fingerprint(digest: str) -> SafeString:
    """A fingerprint as pages write it."""
    return format_html('<span class="digest">{}</span>', digest)


def _seal(seal: Seal) -> dict[str, Any]:
    signature = [(_("Signed by"), seal.signer), (_("Their words"), seal.reason)]
    return {
        "sure": seal.intact and seal.trusted,
        "facts": [
            *(signature if seal.field.startswith(SIGNATURE) else [(_("What it is"), seal.reason)]),
            (_("When"), moment(seal.when) if seal.when else ""),
            (_("The time is from"), LEVELS[seal.level]),
            (_("Sealed by"), seal.by),
        ],
    }
