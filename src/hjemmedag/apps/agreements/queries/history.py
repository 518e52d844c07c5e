"""The whole history of one arrangement, from the application on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hjemmedag.apps.agreements.models import Addendum, Arrangement
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


def events(standing: Standing) -> list[Event]:
    """Everything that is recorded about an arrangement, oldest first: two queries beside its application's."""
    application = standing.arrangement.application
    sent, decision = application.submitted_at, application.decision
    happened = []
    if sent is not None:
        happened.append(Event("submitted", local(sent).date(), sent, application.employee_id, application.wish))
    happened.append(Event("approved", local(decision.at).date(), decision.at, decision.by_id, decision.reason))
    for step in documents.events(standing.documents):
        happened.append(Event(step.kind, local(step.at).date(), step.at, step.who, step.words, step.document))
    for change in standing.changes:
        happened.append(Event(change.kind, change.on, None, change.by, change.reason))
    return sorted(happened, key=lambda event: (event.on, event.at is None, event.at or application.created_at))


def documents_of(arrangement: Arrangement) -> list[int]:
    """The ids of the arrangement's addenda as documents, oldest first."""
    addenda = Addendum.objects.filter(terms__arrangement=arrangement).order_by("terms__starts", "id")
    return list(addenda.values_list("document", flat=True))
