"""Arrangements in lists and on their page, as of any date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.overview.queries import application as writing
from hjemmedag.apps.overview.queries import places
from hjemmedag.apps.overview.queries.agreed_how import AgreedHow, of_paper
from hjemmedag.apps.overview.queries.applications import days_in_words, made_aware
from hjemmedag.apps.people import queries as people
from hjemmedag.core.agreements.retaliation import SoonAfter
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.people.names import sought
from hjemmedag.core.people.roles import Viewer
from hjemmedag.rulebook.load import load

STATUS = {
    Status.NOT_YET: ("unknown", gettext_noop("not begun")),
    Status.WAITING: ("waiting", gettext_noop("waiting for signatures")),
    Status.STOPPED: ("ended", gettext_noop("not signed")),
    Status.AGREED: ("good", gettext_noop("signed, not begun")),
    Status.IN_FORCE: ("good", gettext_noop("in force")),
    Status.PAUSED: ("missing", gettext_noop("paused")),
    Status.CLOSED: ("ended", gettext_noop("ended")),
}
TOGETHER = 2000
"""Rows of an export that are asked for at a time."""


def statuses() -> list[tuple[str, str]]:
    """What the list can be narrowed to, in words; all of them first."""
    return [("", _("All")), *((status.value, _(words)) for status, (_state, words) in STATUS.items())]


def listed(viewer: Viewer, *, q: str, status: str, on: date, today: date) -> QuerySet[Any]:
    """The arrangements that this viewer may open today and that were made by the day `on`, by name; of one status
    when `status` isn't empty.

    Who may see whom is a matter of today, whatever day is shown.
    """
    rows = agreements.made(agreements.readable_arrangements(viewer, today), on)
    if status:
        rows = agreements.of_status(rows, Status(status), on)
    for word in sought(q):
        rows = rows.filter(employee__findable__contains=word)
    return rows.order_by("employee__alphabetical", "employee", "id")


@dataclass(frozen=True, slots=True)
class Row:
    """One arrangement in the list."""

    pk: int
    name: str
    days: str
    first_day: date
    state: str
    words: str


def rows(found: Any, on: date) -> list[Row]:
    """The list, or a page of it, in words: in a fixed number of queries."""
    return [_row(stands) for stands in agreements.standings(found, on)]


def _row(stands: agreements.Standing) -> Row:
    state, words = STATUS[stands.status]
    arrangement = stands.arrangement
    return Row(
        arrangement.pk, arrangement.employee.name, days_in_words(stands.terms), stands.terms.starts, state, _(words)
    )


def headings() -> list[str]:
    """The columns of the exported list: never an address."""
    return [_("Name"), _("Days at home"), _("First day"), _("Status")]


def cells(found: QuerySet[Any], on: date) -> Iterator[list[Any]]:
    """The rows of the exported list, so many at a time that no database minds."""
    for first in count(step=TOGETHER):
        part = rows(found[first : first + TOGETHER], on)
        yield from ([row.name, row.days, row.first_day, row.words] for row in part)
        if len(part) < TOGETHER:
            return


@dataclass(frozen=True, slots=True)
class Shown:
    """One arrangement on its page on a day; `to_sign` is the document that waits for the viewer's signature.

    `missing` is what one from before lacks, in words; `change` the wish for another pattern that waits for an answer.
    """

    standing: agreements.Standing
    name: str
    mine: bool
    to_sign: int | None
    shows_home: bool
    state: str
    words: str
    days: str
    strip: list[list[str]]
    hours: list[tuple[str, str]]
    documents: list[Any]
    shows_documents: bool
    events: list[dict[str, Any]]
    soon_after: SoonAfter | None
    missing: list[str]
    may_complete: bool
    may_change: bool
    change: Any
    places: list[tuple[Any, str, str]]
    may_ask_for_place: bool
    unsigned: agreements.Unsigned | None
    may_offer_again: bool
    how: AgreedHow | None


MISSING = {
    "paper": gettext_noop("the signed addendum"),
    "home": gettext_noop("the address"),
    "room": gettext_noop("the room"),
    "hours": gettext_noop("the hours"),
}
"""What an arrangement from before can lack."""


def shown(stands: agreements.Standing, viewer: Viewer, on: date) -> Shown:
    """Status, pattern, terms, documents and the whole history up to the day."""
    row = stands.arrangement
    state, words = STATUS[stands.status]
    pattern = agreements.pattern_of(stands.terms)
    changes = list(agreements.changes_in(row.pk))
    papers = list(documents.visible(viewer).filter(pk__in=stands.documents))
    return Shown(
        standing=stands,
        name=row.employee.name,
        mine=row.employee_id == viewer.employee,
        to_sign=stands.awaited if stands.signer == viewer.employee else None,
        shows_home=people.may_see_home(viewer, row.employee_id),
        state=state,
        words=_(words),
        days=days_in_words(stands.terms),
        strip=writing.strip(pattern),
        hours=[
            (days_between(first, last), f"{window.start:%H:%M}–{window.end:%H:%M}")
            for first, last, window in pattern.spans()
        ],
        documents=papers,
        shows_documents=bool(papers),
        events=_events(stands, changes, {paper.pk for paper in papers}, viewer, on),
        soon_after=agreements.soon_ended(stands, on, load()) if made_aware(viewer, row.employee_id) else None,
        missing=[_(MISSING[name]) for name in agreements.gaps(stands.terms)],
        may_complete=agreements.may_complete(viewer),
        may_change=agreements.may_change(stands) and agreements.may_ask_for_change(viewer, row.employee_id),
        change=next((one for one in changes if one.closed_at is None), None),
        places=places.listed(row.pk, on),
        may_ask_for_place=agreements.may_change(stands) and row.employee_id == viewer.employee,
        unsigned=agreements.unsigned(row.pk) if stands.status is Status.STOPPED else None,
        may_offer_again=agreements.may_offer_again(viewer, row.employee_id),
        how=of_paper(stands),
    )


def days_between(first: int, last: int) -> str:
    """“monday” or “monday–friday” in the reader's language."""
    return str(WEEKDAYS[first]) if first == last else f"{WEEKDAYS[first]}–{WEEKDAYS[last]}"


HAPPENED = {
    "listed": gettext_noop("Taken in from before"),
    "taken_in": gettext_noop("Earlier addendum taken in"),
    "submitted": gettext_noop("Application sent"),
    "approved": gettext_noop("Approved"),
    "refused": gettext_noop("Refused"),
    "asked_again": gettext_noop("HR asked to look again"),
    "changed": gettext_noop("Offered after all"),
    "offered": gettext_noop("Addendum offered for signature"),
    "read": gettext_noop("Addendum opened"),
    "signed": gettext_noop("Signed"),
    "declined": gettext_noop("Declined"),
    "withdrawn": gettext_noop("Addendum taken back"),
    "expired": gettext_noop("Addendum not signed in time"),
    "replaced": gettext_noop("Signing started over with a new addendum"),
    "lapsed": gettext_noop("Addendum no longer holds"),
    "change_asked": gettext_noop("Another pattern asked for"),
    "change_approved": gettext_noop("Another pattern agreed"),
    "change_refused": gettext_noop("Another pattern refused"),
    "change_withdrawn": gettext_noop("Wish for another pattern taken back"),
    "start": gettext_noop("Home days begin"),
    "pause": gettext_noop("Paused"),
    "resume": gettext_noop("Home days again"),
    "close": gettext_noop("Ended"),
}

HAPPENED_BY_RECEIPT = {
    "offered": gettext_noop("Individual particulars given"),
    "read": gettext_noop("Particulars opened"),
    "signed": gettext_noop("Receipt given for policy and particulars"),
    "withdrawn": gettext_noop("Particulars taken back"),
    "expired": gettext_noop("Particulars not confirmed in time"),
    "replaced": gettext_noop("Replaced by a new document"),
    "lapsed": gettext_noop("Particulars no longer hold"),
}
"""The same where nobody signs an addendum."""


def _events(
    stands: agreements.Standing, changes: list[Any], papers: set[int], viewer: Viewer, on: date
) -> list[dict[str, Any]]:
    """What happened by the end of the day, newest first, with links to the `papers` that the viewer may open."""
    to_hr = agreements.may_read_words_to_hr(viewer, stands.arrangement.employee_id)
    happened = [event for event in agreements.events(stands, changes, to_hr=to_hr) if event.on <= on]
    received = {terms.addendum.document_id for terms in stands.all_terms if terms.addendum.by_receipt}
    names = people.named({event.who for event in happened if event.who is not None})
    return [
        {
            "at": event.at or event.on,
            "words": _((HAPPENED | HAPPENED_BY_RECEIPT if event.document in received else HAPPENED)[event.kind]),
            "who": names.get(event.who, "") if event.who else "",
            "text": event.words,
            "url": reverse("documents:document", args=(event.document,)) if event.document in papers else "",
        }
        for event in reversed(happened)
    ]
