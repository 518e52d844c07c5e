"""Where documents stand: whom they wait for, or when they were signed by all or closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from hjemmedag.apps.documents.models import Closing, Document, Party, Signature
from hjemmedag.apps.people import queries as people
from hjemmedag.core.instants import COPENHAGEN, local


class Standing(StrEnum):
    """What became of a document so far."""

    WAITING = "waiting"
    COMPLETE = "complete"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REPLACED = "replaced"
    LAPSED = "lapsed"
    TAKEN_IN = "taken_in"


@dataclass(frozen=True, slots=True)
class State:
    """One document's state. `signer` and `side`: who is to sign now; days are Danish ones."""

    standing: Standing
    signer: int | None = None
    side: str = ""
    completed_on: date | None = None
    closed_on: date | None = None


def with_state(documents: QuerySet[Document]) -> QuerySet[Document]:
    """The documents with what `state_of` reads, in the same query."""
    unsigned = Party.objects.filter(document=OuterRef("pk"), signature__isnull=True).order_by("order")
    signed = Signature.objects.filter(party__document=OuterRef("pk")).order_by("-signed_at")
    return documents.annotate(
        next_signer=Subquery(unsigned.values("signer")[:1]),
        next_side=Subquery(unsigned.values("side")[:1]),
        last_signed_at=Subquery(signed.values("signed_at")[:1]),
        closed_as=F("closing__kind"),
        closed_at=F("closing__at"),
    )


def state_of(document: Any) -> State:
    """The state of a row of `with_state`."""
    waits_for = (document.next_signer, document.next_side)
    completed_at = document.last_signed_at or document.offered_at
    return _state(document.kind, document.closed_as, document.closed_at, waits_for, completed_at)


def _state(
    kind: str, closed_as: str | None, closed_at: Any, waits_for: tuple[int | None, str], completed_at: datetime
) -> State:
    if kind == Document.Kind.TAKEN_IN:
        return State(Standing.TAKEN_IN)
    if closed_as is not None:
        return State(Standing(closed_as), closed_on=_day(closed_at))
    signer, side = waits_for
    if signer is not None:
        return State(Standing.WAITING, signer=signer, side=side)
    return State(Standing.COMPLETE, completed_on=_day(completed_at))


def states(documents: Iterable[int]) -> dict[int, State]:
    """The state of each of these documents: one query for any number of them, a row for each of their parties."""
    ids = documents if isinstance(documents, QuerySet) else set(documents)
    rows = _of_one.rows(document=min(ids)) if isinstance(ids, set) and len(ids) == 1 else _parties(pk__in=ids)
    found = {}
    for (pk, kind, offered_at, closed_as, closed_at), group in groupby(rows, lambda row: row[:5]):
        parties = [row[5:] for row in group]
        waits_for = next(((signer, side) for signer, side, signed_at in parties if signed_at is None), (None, ""))
        signed = [signed_at for _signer, _side, signed_at in parties if signed_at is not None]
        found[pk] = _state(kind, closed_as, closed_at, waits_for, max(signed, default=offered_at))
    return found


def _parties(**documents: Any) -> QuerySet[Any, Any]:
    itself = ("pk", "kind", "offered_at", "closing__kind", "closing__at")
    party = ("parties__signer", "parties__side", "parties__signature__signed_at")
    return Document.objects.filter(**documents).order_by("pk", "parties__order").values_list(*itself, *party)


@people.Prepared
def _of_one() -> QuerySet[Any, Any]:
    """Most arrangements have one addendum, and most pages show one arrangement."""
    return _parties(pk=people.Asked("document"))


def state(document: int) -> State:
    """One document's state. Raises `KeyError` when there is no such document."""
    return states([document])[document]


def completed(on: date | people.Asked) -> QuerySet[Document, Any]:
    """The ids of documents that all parties had signed by the end of a day; what is asked later is its `end_of`."""
    end = on if isinstance(on, people.Asked) else end_of(on)
    parties = Party.objects.filter(document=OuterRef("pk"))
    in_time = Signature.objects.filter(party=OuterRef("pk"), signed_at__lt=end)
    return Document.objects.filter(Exists(parties), ~Exists(parties.filter(~Exists(in_time)))).values("pk")


def closed(on: date) -> QuerySet[Closing, Any]:
    """The ids of documents that were declined or taken back by the end of a day."""
    return Closing.objects.filter(at__lt=end_of(on)).values("document")


def without_evidence() -> list[int]:
    """Documents that all parties have signed and of which no evidence is made yet, oldest first."""
    parties = Party.objects.filter(document=OuterRef("pk"))
    signed = Document.objects.filter(Exists(parties), ~Exists(parties.filter(signature__isnull=True)))
    return list(signed.filter(evidence__isnull=True).order_by("id").values_list("pk", flat=True))


def _day(moment: datetime) -> date:
    return local(moment).date()


def end_of(day: date) -> datetime:
    """The instant at which a day is over."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=COPENHAGEN)
