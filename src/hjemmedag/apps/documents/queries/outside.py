"""A document on its way to a signing service outside: the file as offered, and who is to sign it."""

from __future__ import annotations

import io
import json
import zipfile

from hjemmedag.apps.documents.access import may_withdraw
from hjemmedag.apps.documents.models import Document, Party, Revision, Signature
from hjemmedag.apps.documents.queries.files import contents
from hjemmedag.core.people.roles import Viewer

MANIFEST = "manifest.json"


def may_go_outside(viewer: Viewer, document: Document) -> bool:
    """Whether this viewer may have it signed outside: who may take it back, while nobody has signed it."""
    if document.kind != Document.Kind.ADDENDUM or hasattr(document, "closing"):
        return False
    return may_withdraw(viewer, document) and not Signature.objects.filter(party__document=document).exists()


def exported(document: Document) -> bytes:
    """A ZIP of the unsigned PDF and a manifest that names the parties in their order, for the service outside.

    Raises `FileDamaged`.
    """
    revision = Revision.objects.get(document=document, number=0)
    name = f"{document.kind}-{document.pk}.pdf"
    parties = Party.objects.filter(document=document).select_related("signer")
    manifest = {
        "document": document.pk,
        "title": document.title,
        "language": document.language,
        "file": name,
        "sha256": revision.sha256,
        "parties": [
            {"order": one.order, "side": one.side, "name": one.signer.name, "email": one.signer.email}
            for one in parties
        ],
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, contents(revision))
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")
    return file.getvalue()
