"""The company: founded once, and its settings changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.people import queries
from hjemmedag.apps.people.actions.employees import Identity, welcome
from hjemmedag.apps.people.actions.entities import add_entity
from hjemmedag.apps.people.actions.roles import grant_role
from hjemmedag.apps.people.models import Company, Employee, LegalEntity
from hjemmedag.core.people.roles import Role
from hjemmedag.core.refusals import Refused, Stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The company's choices and contacts."""

    name: str
    sector: str
    expected_size: int
    language: str
    messages_from: time
    messages_until: time
    union_contact: str = ""
    safety_contact: str = ""
    adviser_contact: str = ""
    features: Collection[str] = ()


@transaction.atomic
def found_company(
    *, name: str, cvr: str, sector: str, size: int, language: str, hr: Identity, now: datetime, today: date
) -> Employee:
    """The company, its legal entity and its first HR, who holds the role from today. Refused when there is one.

    A company without two levels of safety organisation begins with the home days in people's calendars alone.
    """
    if queries.company() is not None:
        raise Refused(_("There is a company here already. Nothing was changed."))
    small = size < queries.thresholds(today)[1]
    features = [Company.Feature.CALENDARS.value] if small else [feature.value for feature in Company.Feature]
    company = Company.objects.create(name=name, sector=sector, expected_size=size, language=language, features=features)
    add_entity(name=name, cvr=cvr, starts=LegalEntity.ALWAYS, actor=None, now=now)
    person = welcome(who=hr, actor=None, now=now)
    grant_role(employee=person.pk, role=Role.HR, starts=today, actor=None, now=now)
    audit.record(action="people.found", actor=None, now=now, subject=company, rows=[company])
    return person


@transaction.atomic
def change_company(*, settings: Settings, revision: int, actor: int, now: datetime) -> None:
    """Other choices. `revision` is the one the page showed; raises `Stale` when someone was first."""
    company = Company.objects.select_for_update().get()
    if company.revision != revision:
        raise Stale(_("Someone changed the company's settings while you were writing."))
    if settings.messages_until <= settings.messages_from:
        raise Refused(_("Messages must stop later in the day than they begin."))
    for name in Settings.__dataclass_fields__:
        setattr(company, name, getattr(settings, name))
    company.features = sorted(settings.features)
    company.revision += 1
    company.save()
    audit.record(action="people.change_company", actor=actor, now=now, subject=company, rows=[company])
