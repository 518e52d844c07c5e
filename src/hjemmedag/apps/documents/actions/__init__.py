"""What can be done with documents: offer, read, sign, decline, take back; and the seal they are signed with."""

from hjemmedag.apps.documents.actions.certificates import ensure_certificate, install_certificate, replace_certificate
from hjemmedag.apps.documents.actions.closing import decline, expire, lapse, replace, withdraw
from hjemmedag.apps.documents.actions.evidence import prove
from hjemmedag.apps.documents.actions.files import Kept, sweep
from hjemmedag.apps.documents.actions.offering import offer
from hjemmedag.apps.documents.actions.outside import file_outside
from hjemmedag.apps.documents.actions.reading import read
from hjemmedag.apps.documents.actions.signing import sign
from hjemmedag.apps.documents.actions.taking_away import taken_away
from hjemmedag.apps.documents.actions.taking_in import receive, take_in
from hjemmedag.apps.documents.actions.together import Signed, sign_together

__all__ = [
    "Kept",
    "Signed",
    "decline",
    "ensure_certificate",
    "expire",
    "file_outside",
    "install_certificate",
    "lapse",
    "offer",
    "prove",
    "read",
    "receive",
    "replace",
    "replace_certificate",
    "sign",
    "sign_together",
    "sweep",
    "take_in",
    "taken_away",
    "withdraw",
]
