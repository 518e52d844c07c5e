"""Arrangements on any date: their terms, their status, and which may begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Case, CharField, OuterRef, Prefetch, QuerySet, Subquery, Value, When

from hjemmedag.apps.agreements.models import Addendum, Arrangement, StatusChange, Terms
from hjemmedag.apps.agreements.queries.applications import restored_hours
from hjemmedag.apps.documents import queries as documents
from hjemmedag.core.agreements.status import AFTER, Record, Status, begins


@dataclass(frozen=True, slots=True)
class Standing:
    """One arrangement with what a page shows of it on a day."""

    arrangement: Arrangement
    terms: Terms
    record: Record
    status: Status
    begins_on: date | None


def standings(arrangements: QuerySet[Arrangement], on: date) -> list[Standing]:
    """The arrangements as they stand at the end of a day: four queries for any number of them."""
    rows = list(
        arrangements.select_related("employee").prefetch_related(
            Prefetch("terms", Terms.objects.select_related("addendum", "policy_version")),
            "changes",
        )
    )
    states = documents.states(terms.addendum.document_id for row in rows for terms in row.terms.all())
    return [_standing(row, states, on) for row in rows]


def standing(arrangement: Arrangement, on: date) -> Standing:
    """One arrangement as it stands at the end of a day."""
    return standings(Arrangement.objects.filter(pk=arrangement.pk), on)[0]


def standings_of(ids: Collection[int], on: date) -> list[Standing]:
    """The arrangements with these ids as they stand at the end of a day."""
    return standings(Arrangement.objects.filter(pk__in=ids), on)


def _standing(row: Arrangement, states: dict[int, documents.State], on: date) -> Standing:
    terms = terms_on(row.terms.all(), states, on)
    first = row.terms.all()[0]
    state = states[first.addendum.document_id]
    record = Record(
        offered_on=first.addendum.delivered_on,
        signed_on=state.completed_on,
        stopped_on=state.closed_on,
        changes=tuple((change.kind, change.on) for change in row.changes.all()),
    )
    return Standing(row, terms, record, record.on(on), begins(first.starts, state.completed_on))


def terms_on(all_terms: Iterable[Terms], states: dict[int, documents.State], on: date) -> Terms:
    """The terms that hold on a day: the last ones signed and begun; before any, the first ones."""
    ordered = list(all_terms)
    signed = ((terms, states[terms.addendum.document_id].completed_on) for terms in ordered)
    begun = [terms for terms, day in signed if (first := begins(terms.starts, day)) is not None and first <= on]
    return begun[-1] if begun else ordered[0]


def current_of(employee: int, on: date) -> Arrangement | None:
    """The person's latest arrangement made on or before a day, whatever its status."""
    made = Arrangement.objects.filter(employee=employee, terms__addendum__delivered_on__lte=on)
    return made.order_by("-id").first()


def ready_to_start(on: date) -> QuerySet[Arrangement]:
    """Arrangements signed by all whose first day has come and to which nothing has happened since."""
    signed = Arrangement.objects.filter(terms__starts__lte=on, terms__addendum__document__in=documents.completed(on))
    return signed.filter(changes__isnull=True).distinct().order_by("id")


def with_status(arrangements: QuerySet[Arrangement], on: date) -> QuerySet[Any]:
    """The arrangements with `status` at the end of a day as a column, so that lists can filter and count by it.

    The same answer as `core.agreements.status.Record.on`, which decides what it means.
    """
    change = StatusChange.objects.filter(arrangement=OuterRef("pk"), on__lte=on).order_by("-on", "-id")
    offer = Addendum.objects.filter(terms__arrangement=OuterRef("pk")).order_by("terms__starts", "id")
    marked = arrangements.annotate(
        happened=Subquery(change.values("kind")[:1]),
        offered_on=Subquery(offer.values("delivered_on")[:1]),
        offered=Subquery(offer.values("document")[:1]),
    )
    return marked.annotate(
        status=Case(
            *(When(happened=kind, then=Value(status.value)) for kind, status in AFTER.items()),
            When(offered_on__gt=on, then=Value(Status.NOT_YET.value)),
            When(offered__in=documents.closed(on), then=Value(Status.STOPPED.value)),
            When(offered__in=documents.completed(on), then=Value(Status.AGREED.value)),
            default=Value(Status.WAITING.value),
            output_field=CharField(),
        )
    )


def count_in_force(on: date) -> int:
    """Arrangements in force at the end of a day."""
    return with_status(Arrangement.objects.all(), on).filter(status=Status.IN_FORCE.value).count()


def count_offered() -> int:
    """Addenda offered so far that nobody declined or took back."""
    return Addendum.objects.filter(document__closing__isnull=True).count()


def hours_of(employees: Collection[int], on: date) -> dict[int, dict[int, tuple[time, time]]]:
    """From and until when these people work, by weekday, by the arrangement in force; those without are left out."""
    theirs = with_status(Arrangement.objects.filter(employee__in=employees), on)
    in_force = theirs.filter(status=Status.IN_FORCE.value).order_by("id").values("pk")
    return {
        one.arrangement.employee_id: {
            day: (window.start, window.end) for day, window in restored_hours(one.terms.hours).items()
        }
        for one in standings(Arrangement.objects.filter(pk__in=in_force), on)
    }
