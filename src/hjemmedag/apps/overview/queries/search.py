"""Finding people, arrangements and rules by words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.queries import rules
from hjemmedag.apps.people import queries as people
from hjemmedag.core.people.roles import Viewer
from hjemmedag.rulebook.load import load

MOST = 20
"""Results of each kind that are shown."""


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind: a heading, and pairs of words and address."""

    heading: str
    results: list[tuple[str, str]]


def find(words: str, viewer: Viewer, *, on: date, language: str) -> list[Group]:
    """Groups with at least one result; nothing for fewer than two letters."""
    if len(words) < 2:
        return []
    groups = [
        Group(_("People"), _people(words, viewer, on)),
        Group(_("Arrangements"), _arrangements(words, viewer, on)),
        Group(_("Rules"), _rules(words, language)),
    ]
    return [group for group in groups if group.results]


def _people(words: str, viewer: Viewer, on: date) -> list[tuple[str, str]]:
    if not people.may_list_people(viewer):
        return []
    found = people.found(people.visible(viewer, on), words).order_by("alphabetical", "id")[:MOST]
    return [(person.name, reverse("people:person", args=(person.pk,))) for person in found]


def _arrangements(words: str, viewer: Viewer, on: date) -> list[tuple[str, str]]:
    of_found = people.found(people.visible(viewer, on), words).values("pk")
    rows = agreements.readable_arrangements(viewer, on).filter(employee__in=of_found).select_related("employee")
    ordered = rows.order_by("employee__alphabetical", "id")[:MOST]
    return [(row.employee.name, reverse("overview:arrangement", args=(row.pk,))) for row in ordered]


def _rules(words: str, language: str) -> list[tuple[str, str]]:
    found = rules.found(load(), words, language)[:MOST]
    return [(rule.title.said(language), reverse("overview:rule", args=(rule.key,))) for rule in found]
