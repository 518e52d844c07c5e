"""Arrangements on any date: their terms, their status, and which may begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hjemmedag.apps.agreements.models import Addendum, Arrangement, StatusChange, Terms
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

    `awaited` is the addendum, as a document, that waits for signatures, and `signer` who is to sign it now; both are
    `None` once all have signed, or it is closed.
    """

    arrangement: Arrangement
    terms: Terms
    all_terms: list[Terms]
    changes: list[Change]
    record: Record
    status: Status
    begins_on: date | None
    signer: int | None
    awaited: int | None

    @property
    def living(self) -> bool:
        """Whether it is on its way or running."""
        return self.status in LIVING

    @property
    def home(self) -> Address | None:
        """The home address that the terms name; `None` where one from before is missing."""
        return Address(**self.terms.home) if self.terms.home else None

    @property
    def documents(self) -> list[int]:
        """The ids of the addenda as documents, oldest first; a paper from before that is missing has none."""
        return [terms.addendum.document_id for terms in self.all_terms if terms.addendum.document_id is not None]

    @property
    def taken_in(self) -> bool:
        """Whether the terms that hold were agreed before hjemmedag."""
        return self.terms.addendum.taken_in_at is not None


def standings(arrangements: QuerySet[Arrangement], on: date) -> list[Standing]:
    """The arrangements as they stand at the end of a day: four queries for any number of them.

    A list shows the name and never the home; whoever reads more of them asks for one at a time (`opened`).
    """
    listed = arrangements.select_related("employee").only("employee", "employee__first_name", "employee__last_name")
    return _standings(list(listed), Terms.objects.select_related("addendum").defer("home"), on)


def _standings(rows: list[Arrangement], agreed: QuerySet[Terms], on: date) -> list[Standing]:
    return standings_of(rows, agreed, [on])[on]


def standings_of(rows: list[Arrangement], agreed: QuerySet[Terms], days: Iterable[date]) -> dict[date, list[Standing]]:
    terms: dict[int, list[Terms]] = {row.pk: [] for row in rows}
    for one in agreed.filter(arrangement__in=rows):
        terms[one.arrangement_id].append(one)
    changes: dict[int, list[Change]] = {row.pk: [] for row in rows}
    recorded = StatusChange.objects.filter(arrangement__in=rows)
    for arrangement, kind, day, by, reason in recorded.values_list("arrangement", "kind", "on", "by", "reason"):
        changes[arrangement].append(Change(kind, day, by, reason))
    papers = (one.addendum.document_id for all_terms in terms.values() for one in all_terms)
    states = documents.states(pk for pk in papers if pk is not None)
    return {on: [_standing(row, terms[row.pk], changes[row.pk], states, on) for row in rows] for on in days}


def standing(arrangement: Arrangement, on: date) -> Standing:
    """One arrangement as it stands at the end of a day."""
    return standings(Arrangement.objects.filter(pk=arrangement.pk), on)[0]


def opened(arrangements: QuerySet[Arrangement], pk: int, on: date) -> Standing | None:
    """The one of these arrangements with this id, with all that its page shows; `None` when it is not among them."""
    row = arrangements.filter(pk=pk).select_related(
        "employee", "application__decision", "application__second_look__answer"
    )
    return next(iter(_standings(list(row), Terms.objects.select_related("addendum", "policy_version"), on)), None)


def standings_by_day(employee: int, days: Sequence[date], on: date) -> dict[date, list[Standing]]:
    """The person's arrangements made on or before `on`, whatever their status, as they stand at the end of each day.

    The latest first, in four queries for any number of days.
    """
    rows = Arrangement.objects.raw(*_theirs.asked(who=employee, on=on))
    return standings_of(list(rows), Terms.objects.select_related("addendum"), days)


def latest_standing(employee: int, on: date) -> Standing | None:
    """The person's latest arrangement made on or before a day, whatever its status, as it stands."""
    return next(iter(standings_by_day(employee, [on], on)[on]), None)


@people.Prepared
def _theirs() -> QuerySet[Arrangement]:
    theirs = Arrangement.objects.filter(employee=people.Asked("who"))
    return made(theirs, people.Asked("on")).order_by("-id")


def has_living(employee: int, on: date) -> bool:
    """Whether the person has an arrangement on its way or running: then there can be no second one beside it."""
    latest = latest_standing(employee, on)
    return latest is not None and latest.living


def _standing(
    row: Arrangement, all_terms: list[Terms], changes: list[Change], states: dict[int, documents.State], on: date
) -> Standing:
    first = counting(all_terms, states, on)
    terms = terms_on(all_terms, states, on) or first
    paper, signed_on = state_of(first, states), agreed_on(first, states)
    record = Record(
        offered_on=first.addendum.delivered_on,
        signed_on=signed_on,
        stopped_on=paper.closed_on if paper else None,
        changes=tuple((change.kind, change.on) for change in changes),
    )
    begins_on = begins(first.starts, signed_on)
    open_papers = ((one.addendum.document_id, state_of(one, states)) for one in all_terms)
    awaited = next(((pk, state.signer) for pk, state in open_papers if state and state.signer), (None, None))
    return Standing(row, terms, all_terms, changes, record, record.on(on), begins_on, awaited[1], awaited[0])


def agreed_on(terms: Terms, states: dict[int, documents.State]) -> date | None:
    """The day of the last signature; of terms from before hjemmedag, their first day."""
    if terms.addendum.taken_in_at is not None:
        return terms.starts
    paper = state_of(terms, states)
    return paper.completed_on if paper else None


def latest_signed(standing: Standing) -> date | None:
    """The first day of the last terms that all have signed, begun or to come; `None` before any."""
    states = documents.states(standing.documents)
    return max((one.starts for one in standing.all_terms if agreed_on(one, states) is not None), default=None)


def state_of(terms: Terms, states: dict[int, documents.State]) -> documents.State | None:
    """The state of the addendum's paper; `None` where one from before is missing."""
    document = terms.addendum.document_id
    return None if document is None else states[document]


def counting(ordered: Sequence[Terms], states: dict[int, documents.State], on: date) -> Terms:
    """The terms whose addendum says where the arrangement stands on a day: the first not closed by then, else the last.

    An offer that nobody signed can be made again: then the new one counts.
    """
    offered = [terms for terms in ordered if terms.addendum.delivered_on <= on] or ordered[:1]
    closed_on = ((terms, paper.closed_on if (paper := state_of(terms, states)) else None) for terms in offered)
    return next((terms for terms, day in closed_on if day is None or day > on), offered[-1])


def terms_on(ordered: Sequence[Terms], states: dict[int, documents.State], on: date) -> Terms | None:
    """The terms that hold on a day: the last ones signed and begun; `None` before any."""
    signed = ((terms, agreed_on(terms, states)) for terms in ordered)
    begun = [terms for terms, day in signed if (first := begins(terms.starts, day)) is not None and first <= on]
    return begun[-1] if begun else None


def ready_to_start(on: date) -> QuerySet[Arrangement]:
    """Arrangements signed by all whose first day has come and to which nothing has happened since."""
    signed = Arrangement.objects.filter(terms__starts__lte=on, terms__addendum__document__in=documents.completed(on))
    return signed.filter(changes__isnull=True).distinct().order_by("id")


def beginning(since: date | people.Asked) -> QuerySet[Terms]:
    """The first terms of living arrangements, signed or not, that begin on a day or after it, the nearest first."""
    offered = Terms.objects.filter(addendum__document__closing__isnull=True)
    earlier = offered.filter(arrangement=OuterRef("arrangement"), pk__lt=OuterRef("pk"))
    ended = StatusChange.objects.filter(arrangement=OuterRef("arrangement"), kind=StatusChange.Kind.CLOSE)
    living = Terms.objects.filter(~Exists(earlier), ~Exists(ended), addendum__document__closing__isnull=True)
    return living.filter(starts__gte=since).order_by("starts", "id")


def made(arrangements: QuerySet[Arrangement], on: date | people.Asked) -> QuerySet[Arrangement]:
    """Those whose first addendum was offered by the end of a day."""
    offered = Addendum.objects.filter(terms__arrangement=OuterRef("pk"), delivered_on__lte=on)
    return arrangements.filter(Exists(offered))


def changed_to(arrangements: QuerySet[Arrangement], status: Status, on: date | people.Asked) -> QuerySet[Arrangement]:
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
        return changed_to(arrangements, status, on)
    unchanged = arrangements.filter(~Exists(StatusChange.objects.filter(arrangement=OuterRef("pk"), on__lte=on)))
    if status is Status.NOT_YET:
        return unchanged.exclude(pk__in=made(arrangements, on).values("pk"))
    papers = Addendum.objects.filter(terms__arrangement=OuterRef("pk"), delivered_on__lte=on).values("document")
    standing = papers.exclude(document__in=documents.closed(on)).order_by("terms__starts", "id")[:1]
    last = papers.order_by("-terms__starts", "-id")[:1]
    offered = made(unchanged, on).alias(offered=Coalesce(Subquery(standing), Subquery(last)))
    stopped, signed = Q(offered__in=documents.closed(on)), Q(offered__in=documents.completed(on))
    wanted = {Status.STOPPED: stopped, Status.AGREED: signed & ~stopped, Status.WAITING: ~stopped & ~signed}
    return offered.filter(wanted[status])
