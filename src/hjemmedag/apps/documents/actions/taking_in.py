"""Papers from before hjemmedag: kept whole, with no parties and no seal of ours."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.adapters.sealing import Busy
from hjemmedag.adapters.sealing.apart import is_pdf_apart
from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents.actions.files import Kept, keep
from hjemmedag.apps.documents.models import Document, Revision
from hjemmedag.core.people import names
from hjemmedag.core.refusals import Refused


def receive(pdf: bytes, *, wait: bool = False) -> Kept | None:
    """Store a stranger's file to be taken in; `None` for one that can't be read as a PDF.

    It is opened in a process of its own, which takes about a second: call this before the transaction. Refused while
    another file is being received, unless one can `wait`.
    """
    try:
        sound = is_pdf_apart(pdf, lock=settings.DATA_DIR / "taking_in.lock", wait=wait)
    except Busy:
        raise Refused(_("Another file is being checked right now. Try again in a moment.")) from None
    return keep(pdf) if sound else None


@transaction.atomic
def take_in(*, file: Kept, language: str, title: str, about: int, now: datetime, actor: int | None) -> Document:
    """A file that was received, as a document of its own kind.

    May be called inside the transaction of what it is part of.
    """
    document = Document.objects.create(
        kind=Document.Kind.TAKEN_IN,
        language=language,
        title=title,
        findable=names.findable(title),
        about_id=about,
        sha256=file.sha256,
        offered_at=now,
    )
    revision = Revision.objects.create(document=document, number=0, sha256=file.sha256, file=file.name, made_at=now)
    audit.record(
        action="documents.take_in",
        actor=actor,
        now=now,
        subject=document,
        about=about,
        data={"title": title, "sha256": file.sha256},
        rows=[document, revision],
    )
    return document
