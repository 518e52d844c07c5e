"""The evidence of signatures (bevis for underskrifter): who signed which file, when, and how they were known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from hjemmedag.core.documents.paper import Place, Sender
from hjemmedag.core.documents.wording import instant, universal
from hjemmedag.core.law import Text


class Proof(StrEnum):
    """One way in which a signer had proved who they are when they signed."""

    PASSWORD = "password"  # noqa: S105 — the name of a way to sign in
    TOTP = "totp"
    PASSKEY = "passkey"
    SECURITY_KEY = "security_key"
    RECOVERY_CODE = "recovery_codes"
    PROVIDER = "oidc"
    DEMO = "demo"
    OUTSIDE = "outside"

    @property
    def words(self) -> Text:
        """The proof as people read it."""
        return _WORDS[self]


_WORDS = {
    Proof.PASSWORD: Text(da="adgangskode", en="password"),
    Proof.TOTP: Text(da="kode fra kodeapp", en="one-time code from an app"),
    Proof.PASSKEY: Text(da="adgangsnøgle (passkey)", en="passkey"),
    Proof.SECURITY_KEY: Text(da="sikkerhedsnøgle", en="security key"),
    Proof.RECOVERY_CODE: Text(da="nødkode", en="recovery code"),
    Proof.PROVIDER: Text(da="virksomhedens login-tjeneste (OIDC)", en="the company's sign-in service (OIDC)"),
    Proof.DEMO: Text(da="demoens indgang, uden bevis for hvem", en="the demo's entry, without proof of who"),
    Proof.OUTSIDE: Text(da="en underskriftstjeneste uden for hjemmedag", en="a signing service outside hjemmedag"),
}


@dataclass(frozen=True, slots=True)
class Outside:
    """A signature put on with a service outside: what its certificate says of itself, and the time it states."""

    service: str
    subject: str
    issuer: str
    fingerprint: str
    stated_at: datetime | None


@dataclass(frozen=True, slots=True)
class Signing:
    """One signature: by whom and in what capacity, when (timezone-aware), and how they had proved who they are.

    `signed_sha256` is the file that the signer had before them, `sealed_sha256` the file with this signature's seal;
    `level` is the seal's ("B-B", or "B-T" with a time stamp).
    """

    signer: Place
    at: datetime
    proofs: tuple[Proof, ...]
    signed_sha256: str
    sealed_sha256: str
    level: str
    outside: Outside | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """The seal certificate: its subject and the SHA-256 of its DER form."""

    subject: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """The evidence about one document; the signings stand in the order in which they were made."""

    employer: Sender
    title: str
    offered_at: datetime
    offered_sha256: str
    signings: tuple[Signing, ...]
    certificates: tuple[Certificate, ...]
    check_url: str


def paper(content: EvidenceContent) -> dict[str, object]:
    """What `evidence.typ` sets: plain values ready for JSON; hashes in groups of eight, so that eyes can follow."""
    return {
        "employer": asdict(content.employer),
        "title": content.title,
        "offered_at": _moment(content.offered_at),
        "offered_sha256": _grouped(content.offered_sha256),
        "sealed_sha256": _grouped(content.signings[-1].sealed_sha256),
        "signings": [_signing(signing) for signing in content.signings],
        "certificates": [
            {"subject": one.subject, "fingerprint": _grouped(one.fingerprint)} for one in content.certificates
        ],
        "check_url": content.check_url,
    }


def _signing(signing: Signing) -> dict[str, object]:
    return {
        "name": signing.signer.name,
        "role": asdict(signing.signer.role),
        "at": _moment(signing.at),
        "proofs": asdict(_together([proof.words for proof in signing.proofs])),
        "signed_sha256": _grouped(signing.signed_sha256),
        "sealed_sha256": _grouped(signing.sealed_sha256),
        "level": signing.level,
        "outside": None if signing.outside is None else _outside(signing.outside),
    }


def _outside(one: Outside) -> dict[str, object]:
    stated = "" if one.stated_at is None else universal(one.stated_at)
    return {**asdict(one), "fingerprint": _grouped(one.fingerprint), "stated_at": stated}


def _moment(at: datetime) -> dict[str, str]:
    return {**asdict(instant(at)), "utc": universal(at)}


def _together(words: Sequence[Text]) -> Text:
    return Text(da=" + ".join(each.da for each in words), en=" + ".join(each.en for each in words))


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
