"""What can be done with documents: offer, read, sign, decline, take back; and the seal they are signed with."""

from hjemmedag.apps.documents.actions.certificates import ensure_certificate, install_certificate, replace_certificate
from hjemmedag.apps.documents.actions.closing import decline, withdraw
from hjemmedag.apps.documents.actions.evidence import prove
from hjemmedag.apps.documents.actions.files import sweep
from hjemmedag.apps.documents.actions.offering import offer
from hjemmedag.apps.documents.actions.reading import read
from hjemmedag.apps.documents.actions.signing import sign

__all__ = [
    "decline",
    "ensure_certificate",
    "install_certificate",
    "offer",
    "prove",
    "read",
    "replace_certificate",
    "sign",
    "sweep",
    "withdraw",
]
