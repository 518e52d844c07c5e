"""Signing many papers at once: each gets its own signature, seal and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from hjemmedag.apps.documents.actions.signing import sign
from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.core.refusals import Refused


@dataclass(slots=True)
class Signed:
    """How many papers are signed, and the titles of those left out, each with what stood in the way."""

    signed: int = 0
    left: list[tuple[str, str]] = field(default_factory=list)


def sign_together(
    *, papers: Iterable[tuple[int, str]], signer: int, authenticated: Sequence[str], now: datetime
) -> Signed:
    """The signer's signature on each of these papers, (document, the SHA-256 of the file they saw).

    One that has changed, was closed or isn't theirs to sign is left out and named; the others are signed. Each is
    recorded by itself: whenever the process dies, what is signed is signed, and the rest still waits. Raises
    `Party.DoesNotExist` for a paper that they are not to sign at all, before anything is signed.
    """
    wanted = dict(papers)
    titles = dict(Document.objects.filter(pk__in=wanted, parties__signer=signer).values_list("pk", "title"))
    if set(titles) != set(wanted):
        raise Party.DoesNotExist
    done = Signed()
    for document, seen in wanted.items():
        try:
            sign(document=document, signer=signer, expected_sha256=seen, authenticated=authenticated, now=now)
            done.signed += 1
        except Refused as refused:
            done.left.append((titles[document], refused.message))
    return done
