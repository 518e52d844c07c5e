"""Someone's history in words, newest first: each change on the day from which it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hjemmedag.apps.people.forms.roles import ROLES
from hjemmedag.apps.people.models import EmploymentTerms
from hjemmedag.apps.people.queries import Record
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.words import day_date

Event = tuple[date, str, str]


def events(record: Record) -> dict[str, list[dict[str, Any]]]:
    """Two timelines, newest first: what came by the record's day, and what comes after it."""
    found = [*_employments(record), *_terms(record), *_teams(record), *_managers(record), *_roles(record)]
    ordered = sorted(found, key=lambda event: event[0], reverse=True)
    shown: list[dict[str, Any]] = [{"at": day, "words": words, "text": text} for day, words, text in ordered]
    return {
        "coming": [event for event in shown if event["at"] > record.on],
        "past": [event for event in shown if event["at"] <= record.on],
    }


def _employments(record: Record) -> Iterator[Event]:
    for employment in record.employments:
        entity = employment.legal_entity.name
        if employment.seniority_from:
            since = _("Seniority counts from %(day)s.") % {"day": day_date(employment.seniority_from)}
            yield employment.starts, _("Employed by %(entity)s") % {"entity": entity}, since
        else:
            yield employment.starts, _("Employed by %(entity)s") % {"entity": entity}, ""
        if employment.period.last:
            yield employment.period.last, _("Last day at %(entity)s") % {"entity": entity}, ""


def _terms(record: Record) -> Iterator[Event]:
    for row in record.terms:
        yield row.starts, row.title, conditions_text(row)


def conditions_text(row: EmploymentTerms) -> str:
    """Hours, site and agreement in a line."""
    hours = _("%(hours)s hours a week") % {"hours": number_format(row.weekly_hours.normalize())}
    return " · ".join(
        part for part in (hours, row.site and row.site.name, row.agreement and row.agreement.name) if part
    )


def _teams(record: Record) -> Iterator[Event]:
    for row in record.memberships:
        words = _("Team %(team)s") if row.home else _("Also in %(team)s")
        yield row.starts, words % {"team": row.team.name}, ""
        if not row.home and row.period.last:
            yield row.period.last, _("Last day in %(team)s") % {"team": row.team.name}, ""


def _managers(record: Record) -> Iterator[Event]:
    for row in record.reporting:
        yield row.starts, _("%(name)s is the manager") % {"name": row.manager.name}, ""


def _roles(record: Record) -> Iterator[Event]:
    for row in record.grants:
        role, unit = str(ROLES[Role(row.role)]), row.department.name if row.department else ""
        yield row.starts, _("Role: %(role)s") % {"role": role}, unit
        if row.period.last:
            yield row.period.last, _("Last day as %(role)s") % {"role": role}, unit
