"""The company: its contacts, its size, and what it has switched on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Subquery

from hjemmedag.apps.people.models import Company, Employment, Prepared
from hjemmedag.rulebook.load import load

SAFETY = "workplaces.safety_organisation"
SECTORS = tuple(Company.Sector.values)
"""The sectors a company can belong to."""


def company() -> Company | None:
    """The company; `None` before `init`."""
    return next(iter(Company.objects.raw(*_company.asked())), None)


def calendars_allowed() -> bool:
    """Whether the company lets calendar programs read home days at a secret address."""
    found = company()
    return found is not None and Company.Feature.CALENDARS in found.features


@Prepared
def _company() -> QuerySet[Company]:
    return Company.objects.order_by("pk")[:1]


def sector() -> Subquery:
    """To annotate rows of other stages with: the sector that the company belongs to."""
    return Subquery(Company.objects.values("sector")[:1])


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to ask about a rule: union, safety representative, the company's own adviser. Empty where not said."""

    union: str = ""
    safety: str = ""
    adviser: str = ""


def contacts(company: Company | None) -> Contacts:
    """The company's own contacts, for the end of each explanation of a rule."""
    if company is None:
        return Contacts()
    return Contacts(company.union_contact, company.safety_contact, company.adviser_contact)


@dataclass(frozen=True, slots=True)
class CompanySize:
    """What a company's size asks of it: no safety organisation, one level of it, or two.

    `people` is how many work there, counted no further than the law looks.
    """

    people: int
    one_level_from: int
    two_levels_from: int

    @property
    def one_level(self) -> bool:
        """Whether there is a safety organisation at all; below, pages about it stay out of the way."""
        return self.people >= self.one_level_from

    @property
    def two_levels(self) -> bool:
        """Whether the safety organisation has a committee above its groups."""
        return self.people >= self.two_levels_from


def thresholds(on: date) -> tuple[int, int]:
    """From how many people the law asks for one level of safety organisation, and from how many for two."""
    law = load().on(on)
    return law.number(SAFETY, "one_level_from"), law.number(SAFETY, "two_levels_from")


def company_size(on: date) -> CompanySize:
    """The company's size on a day: those it employs, or those it expects while the staff list is still short."""
    one, two = thresholds(on)
    expected = Company.objects.values_list("expected_size", flat=True).first() or 0
    if expected >= two:
        return CompanySize(two, one, two)
    employed = Employment.objects.on(on).order_by().values("employee").distinct()[:two].count()
    return CompanySize(max(employed, expected), one, two)
