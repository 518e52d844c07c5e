"""The whole history of one arrangement, from the application on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from hjemmedag.apps.agreements.models import Addendum, Amendment, Application, Arrangement
from hjemmedag.apps.agreements.queries.arrangements import Standing
from hjemmedag.apps.documents import queries as documents
from hjemmedag.core.instants import local


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on a day; `at` the moment it was recorded, `who` an employee, `document` its id."""

    kind: str
    on: date
    at: datetime | None = None
    who: int | None = None
    words: str = ""
    document: int | None = None


def events(standing: Standing, changes: Iterable[Amendment] = (), *, to_hr: bool = False) -> list[Event]:
    """Everything that is recorded about an arrangement, oldest first: two queries beside its application's.

    What the applicant wrote to HR is left out unless `to_hr`: see `access.may_read_words_to_hr`.
    """
    arrangement = standing.arrangement
    happened = _asked(arrangement.application, to_hr=to_hr) if arrangement.application else [_taken_in(arrangement)]
    for step in documents.events(standing.documents):
        happened.append(Event(step.kind, local(step.at).date(), step.at, step.who, step.words, step.document))
    for amendment in changes:
        happened += _amended(amendment)
    for change in standing.changes:
        happened.append(Event(change.kind, change.on, None, change.by, change.reason))
    return sorted(happened, key=lambda event: (event.on, event.at is None, event.at or arrangement.created_at))


def _amended(row: Amendment) -> Iterator[Event]:
    """A change asked for, and what came of it."""
    yield Event("change_asked", local(row.asked_at).date(), row.asked_at, row.asked_by_id, row.wish)
    if row.closed_at is not None:
        on = local(row.closed_at).date()
        yield Event(f"change_{row.outcome}", on, row.closed_at, row.closed_by_id, row.reason)


def _taken_in(arrangement: Arrangement) -> Event:
    return Event("listed", local(arrangement.created_at).date(), arrangement.created_at)


def _asked(application: Application, *, to_hr: bool) -> list[Event]:
    """From the application to its answer."""
    sent, decision = application.submitted_at, application.decision
    happened = []
    if sent is not None:
        happened.append(Event("submitted", local(sent).date(), sent, application.employee_id, application.wish))
    happened.append(Event(decision.outcome, local(decision.at).date(), decision.at, decision.by_id, decision.reason))
    if (look := getattr(application, "second_look", None)) is not None:
        asked_on = local(look.asked_at).date()
        words = look.words if to_hr else ""
        happened.append(Event("asked_again", asked_on, look.asked_at, application.employee_id, words))
        answer = look.answer
        happened.append(Event("changed", local(answer.at).date(), answer.at, answer.by_id, answer.reason))
    return happened


def documents_of(arrangement: Arrangement) -> list[int]:
    """The ids of the arrangement's addenda as documents, oldest first."""
    addenda = Addendum.objects.filter(terms__arrangement=arrangement, document__isnull=False).order_by(
        "terms__starts", "id"
    )
    return list(addenda.values_list("document", flat=True))
