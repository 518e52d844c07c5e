"""Duties of all stages, and the words in which a person meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from hjemmedag.apps.agreements import duties as agreements
from hjemmedag.apps.documents import duties as documents
from hjemmedag.apps.equipment import duties as equipment
from hjemmedag.apps.overview.queries.duty_words import WITHOUT_SUBJECT, WORDS
from hjemmedag.apps.overview.queries.leave import without_resting
from hjemmedag.apps.people import duties as people
from hjemmedag.apps.people import queries as people_queries
from hjemmedag.apps.policy import duties as policy
from hjemmedag.apps.workplaces import duties as workplaces
from hjemmedag.apps.worktime import duties as worktime
from hjemmedag.core.duties import Duty, Scope, by_urgency

STAGES: tuple[Callable[[Scope, date], Iterator[Duty]], ...] = (
    people.due,
    documents.due,
    policy.due,
    agreements.due,
    equipment.due,
    worktime.due,
    workplaces.due,
)


def due(scope: Scope, on: date) -> list[Duty]:
    """All duties in scope, the nearest first: a loop over the stages, without what rests while someone is on leave."""
    return by_urgency(without_resting((duty for stage in STAGES for duty in stage(scope, on)), on))


@dataclass(frozen=True, slots=True)
class Said:
    """One kind of duty in words: what, why in a line, and where to do it."""

    title: str
    text: str
    url: str
    action: str


@dataclass(frozen=True, slots=True)
class Card:
    """A duty with its words."""

    duty: Duty
    said: Said


def cards(duties: Iterable[Duty]) -> list[Card]:
    """The duties in the reader's language: one query for all names."""
    listed = list(duties)
    names = people_queries.named({duty.about for duty in listed}) if listed else {}
    return [Card(duty, said(duty.kind, duty.subject, names.get(duty.about, ""))) for duty in listed]


def said(kind: str, subject: int, name: str) -> Said:
    """The words of a kind of duty, about the employee of this name."""
    words = WORDS[kind]
    args = () if words.page in WITHOUT_SUBJECT else (subject,)
    return Said(
        title=str(words.title).format(name=name),
        text=str(words.text).format(name=name),
        url=reverse(words.page, args=args),
        action=str(words.action).format(name=name),
    )
