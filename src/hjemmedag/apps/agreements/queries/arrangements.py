"""Arrangements on any date: their terms, their status, and which may begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from hjemmedag.apps.agreements.models import Addendum, Arrangement, StatusChange, Terms
from hjemmedag.apps.agreements.queries.applications import restored_hours
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.status import AFTER, LIVING, Record, Status, begins
from hjemmedag.core.people.homes import Address


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an arrangement's status: from which day, by whom and why."""

    kind: str
    on: date
    by: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One arrangement with what a page shows of it on a day; `terms` are those that hold, `all_terms` every one.

    `signer` is who is to sign the first addendum now; `None` once all have, or it is closed.
    """

    arrangement: Arrangement
    terms: Terms
    all_terms: list[Terms]
    changes: list[Change]
    record: Record
    status: Status
    begins_on: date | None
    signer: int | None

    @property
    def living(self) -> bool:
        """Whether it is on its way or running."""
        return self.status in LIVING

    @property
    def home(self) -> Address:
        """The home address that the terms name."""
        return Address(**self.terms.home)

    @property
    def documents(self) -> list[int]:
        """The ids of the addenda as documents, oldest first."""
        return [terms.addendum.document_id for terms in self.all_terms]


def standings(arrangements: QuerySet[Arrangement], on: date) -> list[Standing]:
    """The arrangements as they stand at the end of a day: four queries for any number of them.

    A list shows the name and never the home; whoever reads more of them asks for one at a time (`opened`).
    """
    listed = arrangements.select_related("employee").only("employee", "employee__first_name", "employee__last_name")
    return _standings(list(listed), Terms.objects.select_related("addendum").defer("home"), on)


def _standings(rows: list[Arrangement], agreed: QuerySet[Terms], on: date) -> list[Standing]:
    return _by_day(rows, agreed, [on])[on]


def _by_day(rows: list[Arrangement], agreed: QuerySet[Terms], days: Iterable[date]) -> dict[date, list[Standing]]:
    terms: dict[int, list[Terms]] = {row.pk: [] for row in rows}
    for one in agreed.filter(arrangement__in=rows):
        terms[one.arrangement_id].append(one)
    changes: dict[int, list[Change]] = {row.pk: [] for row in rows}
    recorded = StatusChange.objects.filter(arrangement__in=rows)
    for arrangement, kind, day, by, reason in recorded.values_list("arrangement", "kind", "on", "by", "reason"):
        changes[arrangement].append(Change(kind, day, by, reason))
    states = documents.states(one.addendum.document_id for all_terms in terms.values() for one in all_terms)
    return {on: [_standing(row, terms[row.pk], changes[row.pk], states, on) for row in rows] for on in days}


def standing(arrangement: Arrangement, on: date) -> Standing:
    """One arrangement as it stands at the end of a day."""
    return standings(Arrangement.objects.filter(pk=arrangement.pk), on)[0]


def opened(arrangements: QuerySet[Arrangement], pk: int, on: date) -> Standing | None:
    """The one of these arrangements with this id, with all that its page shows; `None` when it is not among them."""
    row = arrangements.filter(pk=pk).select_related("employee", "application__decision")
    return next(iter(_standings(list(row), Terms.objects.select_related("addendum", "policy_version"), on)), None)


def latest_standing(employee: int, on: date) -> Standing | None:
    """The person's latest arrangement made on or before a day, whatever its status, as it stands."""
    rows = Arrangement.objects.raw(*_latest.asked(who=employee, on=on))
    return next(iter(_standings(list(rows), Terms.objects.select_related("addendum"), on)), None)


@people.Prepared
def _latest() -> QuerySet[Arrangement]:
    theirs = Arrangement.objects.filter(employee=people.Asked("who"))
    return made(theirs, people.Asked("on")).order_by("-id")[:1]


def has_living(employee: int, on: date) -> bool:
    """Whether the person has an arrangement on its way or running: then there can be no second one beside it."""
    latest = latest_standing(employee, on)
    return latest is not None and latest.living


def _standing(
    row: Arrangement, all_terms: list[Terms], changes: list[Change], states: dict[int, documents.State], on: date
) -> Standing:
    terms, first = terms_on(all_terms, states, on), all_terms[0]
    state = states[first.addendum.document_id]
    record = Record(
        offered_on=first.addendum.delivered_on,
        signed_on=state.completed_on,
        stopped_on=state.closed_on,
        changes=tuple((change.kind, change.on) for change in changes),
    )
    begins_on = begins(first.starts, state.completed_on)
    return Standing(row, terms, all_terms, changes, record, record.on(on), begins_on, state.signer)


def terms_on(ordered: Sequence[Terms], states: dict[int, documents.State], on: date) -> Terms:
    """The terms that hold on a day: the last ones signed and begun; before any, the first ones."""
    signed = ((terms, states[terms.addendum.document_id].completed_on) for terms in ordered)
    begun = [terms for terms, day in signed if (first := begins(terms.starts, day)) is not None and first <= on]
    return begun[-1] if begun else ordered[0]


def ready_to_start(on: date) -> QuerySet[Arrangement]:
    """Arrangements signed by all whose first day has come and to which nothing has happened since."""
    signed = Arrangement.objects.filter(terms__starts__lte=on, terms__addendum__document__in=documents.completed(on))
    return signed.filter(changes__isnull=True).distinct().order_by("id")


def beginning(since: date | people.Asked) -> QuerySet[Terms]:
    """The first terms of living arrangements, signed or not, that begin on a day or after it, the nearest first."""
    earlier = Terms.objects.filter(arrangement=OuterRef("arrangement"), pk__lt=OuterRef("pk"))
    ended = StatusChange.objects.filter(arrangement=OuterRef("arrangement"), kind=StatusChange.Kind.CLOSE)
    living = Terms.objects.filter(~Exists(earlier), ~Exists(ended), addendum__document__closing__isnull=True)
    return living.filter(starts__gte=since).order_by("starts", "id")


def made(arrangements: QuerySet[Arrangement], on: date | people.Asked) -> QuerySet[Arrangement]:
    """Those whose first addendum was offered by the end of a day."""
    offered = Addendum.objects.filter(terms__arrangement=OuterRef("pk"), delivered_on__lte=on)
    return arrangements.filter(Exists(offered))


def _changed_to(arrangements: QuerySet[Arrangement], status: Status, on: date | people.Asked) -> QuerySet[Arrangement]:
    """Those whose latest change by the end of a day led to a status."""
    changes = StatusChange.objects.filter(arrangement=OuterRef("pk"), on__lte=on)
    latest = Subquery(changes.order_by("-on", "-id").values("kind")[:1])
    kinds = [kind for kind, after in AFTER.items() if after is status]
    return arrangements.alias(happened=latest).filter(happened__in=kinds)


def of_status(arrangements: QuerySet[Arrangement], status: Status, on: date) -> QuerySet[Arrangement]:
    """Those with a status at the end of a day: the same answer as `core.agreements.status.Record.on`.

    What the status rests on is asked for and nothing else, so that a company with many arrangements can be counted.
    """
    if status in AFTER.values():
        return _changed_to(arrangements, status, on)
    unchanged = arrangements.filter(~Exists(StatusChange.objects.filter(arrangement=OuterRef("pk"), on__lte=on)))
    if status is Status.NOT_YET:
        return unchanged.exclude(pk__in=made(arrangements, on).values("pk"))
    first = Addendum.objects.filter(terms__arrangement=OuterRef("pk")).order_by("terms__starts", "id")
    offered = made(unchanged, on).alias(offered=Subquery(first.values("document")[:1]))
    stopped, signed = Q(offered__in=documents.closed(on)), Q(offered__in=documents.completed(on))
    wanted = {Status.STOPPED: stopped, Status.AGREED: signed & ~stopped, Status.WAITING: ~stopped & ~signed}
    return offered.filter(wanted[status])


def terms_in_force(employee: int, on: date) -> Terms | None:
    """The terms that someone works under at the end of a day; `None` without an arrangement in force. One query."""
    rows = Terms.objects.raw(*_in_force.asked(who=employee, on=on, end=documents.end_of(on)))
    return next(iter(rows), None)


@people.Prepared
def _in_force() -> QuerySet[Terms]:
    on = people.Asked("on")
    running = _changed_to(Arrangement.objects.filter(employee=people.Asked("who")), Status.IN_FORCE, on)
    agreed = Terms.objects.filter(arrangement__in=running, starts__lte=on)
    signed = agreed.filter(addendum__document__in=documents.completed(people.Asked("end"))).defer("home")
    return signed.order_by("-starts", "-id")[:1]


def terms_by_day(employee: int, days: Iterable[date]) -> dict[date, Terms]:
    """The terms that someone works under at the end of each of these days, in four queries for any number of them.

    Days without an arrangement in force are left out.
    """
    begun = Arrangement.objects.filter(employee=employee, changes__isnull=False).distinct().order_by("id")
    found = _by_day(list(begun), Terms.objects.select_related("addendum").defer("home"), days)
    return {on: one.terms for on, some in found.items() for one in some if one.status is Status.IN_FORCE}


def count_in_force(on: date) -> int:
    """Arrangements in force at the end of a day."""
    return of_status(Arrangement.objects.all(), Status.IN_FORCE, on).count()


def who_works_at_home(on: date) -> set[int]:
    """Everyone with an arrangement in force at the end of a day: one query."""
    running = of_status(Arrangement.objects.all(), Status.IN_FORCE, on)
    return set(running.order_by().values_list("employee", flat=True))


def count_offered() -> int:
    """Addenda offered so far that nobody declined or took back."""
    return Addendum.objects.filter(document__closing__isnull=True).count()


def all_terms_in_force(employees: Collection[int], on: date) -> dict[int, Terms]:
    """The terms that these people work under at the end of a day, in four queries; those without are left out."""
    theirs = of_status(Arrangement.objects.filter(employee__in=employees), Status.IN_FORCE, on)
    return {one.arrangement.employee_id: one.terms for one in standings(theirs.order_by("id"), on)}


def hours_of(employees: Collection[int], on: date) -> dict[int, dict[int, tuple[time, time]]]:
    """From and until when these people work, by weekday, by the arrangement in force; those without are left out."""
    return {
        employee: {day: (window.start, window.end) for day, window in restored_hours(terms.hours).items()}
        for employee, terms in all_terms_in_force(employees, on).items()
    }
