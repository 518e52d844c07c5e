"""The whole history of one arrangement, from the application on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hjemmedag.apps.agreements.models import Arrangement
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


def events(arrangement: Arrangement) -> list[Event]:
    """Everything that is recorded, oldest first: in a fixed number of queries."""
    application = arrangement.application
    sent, decision = application.submitted_at, application.decision
    happened = []
    if sent is not None:
        happened.append(Event("submitted", local(sent).date(), sent, application.employee_id, application.wish))
    happened.append(Event("approved", local(decision.at).date(), decision.at, decision.by_id, decision.reason))
    for step in documents.events(documents_of(arrangement)):
        happened.append(Event(step.kind, local(step.at).date(), step.at, step.who, step.words, step.document))
    for change in arrangement.changes.all():
        happened.append(Event(change.kind, change.on, None, change.by_id, change.reason))
    return sorted(happened, key=lambda event: (event.on, event.at is None, event.at or application.created_at))


def documents_of(arrangement: Arrangement) -> list[int]:
    """The ids of the arrangement's addenda as documents, oldest first: no query for one that stands on its page."""
    return [terms.addendum.document_id for terms in arrangement.terms.all()]
